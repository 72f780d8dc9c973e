package org.guiyi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiyi.tabular.HeaderCell;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.tabular.TabularFormat;
import org.junit.jupiter.api.Test;

class RecognitionTests {

    private final FeedDefinitions feeds = FeedDefinitions.load(Path.of("jobs"), name -> true);

    @Test
    void findsTheFeedByHeadersAsClerksWriteThem() {
        Recognition.Recognised found = recognised(sheet(
                "序号", "姓  名", "性别*", "出生年月（公历）", "公民身份号码", "户籍地", "监护人/姓名", "监护人/身份证号", "监护人/联系电话", "有无委托照护人", "建档时间"));

        assertThat(found.feed().id().value()).isEqualTo("civil-affairs/left-behind-children");
        assertThat(column(found, "name")).isEqualTo(1);
        assertThat(column(found, "birth_date")).isEqualTo(3);
        assertThat(column(found, "resident_id")).isEqualTo(4);
        assertThat(column(found, "guardian_name")).isEqualTo(6);
        assertThat(column(found, "guardian_id")).isEqualTo(7);
        assertThat(column(found, "phone")).isEqualTo(8);
        assertThat(found.mapping().sheets().get(0).unknown())
                .extracting(HeaderCell::text)
                .containsExactly("序号");
    }

    @Test
    void givesRepeatedHeadersToTheGuardianInTheirOrder() {
        Recognition.Recognised found = recognised(students());

        assertThat(column(found, "resident_id")).isEqualTo(8);
        assertThat(column(found, "phone")).isEqualTo(15);
        assertThat(column(found, "guardian_id")).isEqualTo(22);
        assertThat(column(found, "guardian_phone")).isEqualTo(23);
        assertThat(found.mapping().missingRequired()).isEmpty();
    }

    @Test
    void neverTakesSomebodyElsesNumberForTheSubjects() {
        Recognition.Recognised found =
                recognised(sheet("姓名", "性别", "出生日期", "父母情况/身份证号", "户籍地址", "父母情况/父亲姓名", "父母外出有无委托照护人", "建档日期", "父亲务工地"));

        assertThat(column(found, "resident_id")).isEqualTo(-1);
        assertThat(column(found, "father_name")).isEqualTo(5);
    }

    @Test
    void looksOnlyAmongTheBureausFeeds() {
        Recognition found = feeds.recognise(Optional.of("health"), List.of(students()), TabularFormat.CSV);

        assertThat(found).isInstanceOf(Recognition.Unrecognised.class);
    }

    @Test
    void saysWhatItDidNotRecogniseAndWhatIsMissing() {
        Recognition found = feeds.recognise(Optional.empty(), List.of(sheet("姓名", "死亡日期", "车牌号")), TabularFormat.CSV);

        assertThat(found).isInstanceOfSatisfying(Recognition.Unrecognised.class, unrecognised -> {
            Recognition.Candidate nearest = unrecognised.nearest().get(0);
            assertThat(nearest.feed().value()).isEqualTo("health/deaths");
            assertThat(nearest.reasonZh()).isEqualTo("死亡登记名册：缺少必填列 性别、出生日期、登记机构、登记日期；不认识的列 车牌号");
            assertThat(nearest.reasonEn()).startsWith("Registered deaths: required columns missing: 性别");
        });
    }

    @Test
    void passesOverSheetsOfAnotherKind() {
        SheetLayout notes = new SheetLayout(1, List.of(), List.of(new HeaderCell(0, "说明", "")), 1, 2);

        Recognition found = feeds.recognise(Optional.empty(), List.of(students(), notes), TabularFormat.XLSX);

        assertThat(((Recognition.Recognised) found).mapping().sheet(1)).isEmpty();
    }

    @Test
    void comparesHeadersWithoutBlanksPunctuationUnitsAndMarks() {
        assertThat(List.of("金额（元）", " 金 额 ", "*金额", "金额：", "ＪＥ", "监护人 / 姓名", "（姓名）"))
                .extracting(HeaderText::normal)
                .containsExactly("金额", "金额", "金额", "金额", "JE", "监护人/姓名", "姓名");
    }

    private static SheetLayout students() {
        return sheet(
                "学校标识码",
                "学校名称",
                "学籍号",
                "姓名",
                "性别",
                "出生日期",
                "民族",
                "身份证件类型",
                "身份证件号",
                "户口所在地行政区划",
                "班级",
                "年级",
                "入学年月",
                "就读方式",
                "现住址",
                "联系电话",
                "是否留守儿童",
                "是否孤儿",
                "残疾类型",
                "是否进城务工人员随迁子女",
                "监护人姓名",
                "关系",
                "身份证件号",
                "联系电话");
    }

    private Recognition.Recognised recognised(SheetLayout sheet) {
        return (Recognition.Recognised) feeds.recognise(Optional.empty(), List.of(sheet), TabularFormat.XLSX);
    }

    private static int column(Recognition.Recognised found, String field) {
        return found.mapping().sheets().get(0).column(found.feed().indexOf(field));
    }

    private static SheetLayout sheet(String... headers) {
        List<HeaderCell> columns = new ArrayList<>();
        for (int i = 0; i < headers.length; i++) {
            int slash = headers[i].indexOf('/');
            String group = slash < 0 ? "" : headers[i].substring(0, slash);
            columns.add(new HeaderCell(i, headers[i].substring(slash + 1), group));
        }
        return new SheetLayout(0, List.of(), columns, 1, 2);
    }
}
