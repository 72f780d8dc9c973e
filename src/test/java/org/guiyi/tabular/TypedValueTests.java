package org.guiyi.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.apache.poi.ss.usermodel.DateUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Serial dates, number formats and plain numbers by themselves. */
class TypedValueTests {

    private final ExcelDates since1900 = new ExcelDates(false);
    private final ExcelDates since1904 = new ExcelDates(true);

    @Test
    void roundTripsEveryDayFrom1900To2030InBothSystems() {
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
            int serial = (int) DateUtil.getExcelDate(day);
            assertThat(since1900.fromSerial(Integer.toString(serial))).contains(day.toString());
            if (day.getYear() >= 1904) {
                assertThat(since1904.fromSerial(Integer.toString(serial - 1462)))
                        .contains(day.toString());
            }
        }
    }

    @Test
    void knowsThatThe29thOfFebruary1900NeverWas() {
        assertThat(since1900.fromSerial("59")).contains("1900-02-28");
        assertThat(since1900.fromSerial("60")).isEmpty();
        assertThat(since1900.fromSerial("61")).contains("1900-03-01");
    }

    @ParameterizedTest
    @CsvSource({"43831.999999999,2020-01-02", "43831.25,2020-01-01T06:00:00", "0.5,12:00:00", "2958465,9999-12-31"})
    void roundsToTheSecond(String serial, String expected) {
        assertThat(since1900.fromSerial(serial)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "19450321", "2958466", "NaN", "1E+300"})
    void leavesANumberThatIsNoDay(String serial) {
        assertThat(since1900.fromSerial(serial)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-mm-dd",
                "yyyy\\-mm\\-dd;@",
                "yyyy\"年\"m\"月\"d\"日\"",
                "yyyy年m月d日",
                "[$-F800]dddd, mmmm dd, yyyy",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
                "[$-804]aaaa;@",
                "h:mm:ss AM/PM",
                "mm/dd/yy",
                "d-mmm",
                "[Red]yyyy/m/d",
                "e\"年\"m\"月\"",
                "m\"月\"d\"日\"",
                "上午/下午h\"时\"mm\"分\""
            })
    void knowsDateFormats(String code) {
        assertThat(DateFormats.isDate(200, code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "General",
                "G/通用格式",
                "0",
                "0.00E+00",
                "#,##0.00\"元\"",
                "@",
                "0\"岁\"",
                "\"第\"0\"day\"",
                "[$¥-804]#,##0.00",
                "[h]:mm",
                "# ?/?",
                "#,##0.00_);[Red]\\(#,##0.00\\)",
                ";;;",
                "[DBNum1][$-804]General",
                "0\\d",
                "[Red]0;yyyy",
                "_-* #,##0_-",
                ""
            })
    void knowsOtherFormats(String code) {
        assertThat(DateFormats.isDate(200, code)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "150422194512310012,150422194512310016",
        "110102199001011,110102199001011",
        "5,5",
        "0.1,0.1",
        "1e-7,0.0000001",
        "1e20,100000000000000000000",
        "-0.0,0",
        "13812345678,13812345678"
    })
    void writesDoublesPlainly(double value, String expected) {
        assertThat(NumberText.plain(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1.52422E+17,152422000000000000", "007,007", "+5,5", "0.0,0", "1E5,100000", "12.50,12.5"})
    void writesStoredNumbersPlainly(String stored, String expected) {
        assertThat(NumberText.plain(stored)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "abc", "1E+999999999", "1E-999999999", "0x10", "１２"})
    void takesNothingElseForANumber(String stored) {
        assertThat(NumberText.plain(stored)).isEmpty();
    }
}
