package org.guiyi.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks as other programs than Excel and POI write them. */
class OfficeXmlTests {

    @TempDir
    Path folder;

    @Test
    void readsSharedInlineAndRichTextWithoutPhoneticReadings() throws IOException {
        RawWorkbook workbook = RawWorkbook.ofRows(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                                + "<c r=\"C1\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> 内联 </t></is></c>"
                                + "<c r=\"D1\" t=\"inlineStr\"><is><r><t>a</t></r><rPh sb=\"0\" eb=\"1\"><t>yin</t></rPh><r><t>b</t></r></is></c></row>")
                .withStrings("<si><t>张三</t></si><si><r><rPr/><t>李</t></r><r><t>四</t></r>"
                        + "<rPh sb=\"0\" eb=\"1\"><t>リ</t></rPh><phoneticPr fontId=\"1\"/></si>");

        assertThat(lines(workbook)).containsExactly("0:1 张三|李四| 内联 |ab");
    }

    @Test
    void takesOneOfAValueAndAnInlineString() throws IOException {
        String both = "<v>值</v><is><t>串</t></is>";
        String turned = "<is><t>串</t></is><v>值</v>";
        RawWorkbook workbook = RawWorkbook.ofRows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\">" + both
                + "</c><c r=\"B1\" t=\"inlineStr\">" + turned + "</c><c r=\"C1\" t=\"str\">" + both
                + "</c><c r=\"D1\" t=\"str\">" + turned + "</c><c r=\"E1\" t=\"inlineStr\"><v>值</v></c></row>");

        assertThat(lines(workbook)).containsExactly("0:1 串|串|值|值|值");
    }

    @Test
    void keepsLongNumbersPlainAndLosesNoDigit() throws IOException {
        assertThat(
                        rows(
                                "<row r=\"1\"><c r=\"A1\"><v>110102199001011</v></c><c r=\"B1\"><v>1.10102199001011E+14</v></c>"
                                        + "<c r=\"C1\"><v>1.3812345678E10</v></c><c r=\"D1\"><v>5.0</v></c><c r=\"E1\"><v>0.30000000000000004</v></c>"
                                        + "<c r=\"F1\"><v>150422194512310016</v></c><c r=\"G1\"><v>1E-3</v></c><c r=\"H1\"><v>-7</v></c></row>"))
                .containsExactly("0:1 n:110102199001011|n:110102199001011|n:13812345678|n:5|n:0.30000000000000004"
                        + "|n:150422194512310016|n:0.001|n:-7");
    }

    @Test
    void leavesANumberThatIsNoneAsText() throws IOException {
        assertThat(rows("<row r=\"1\"><c r=\"A1\"><v>1E+999999999</v></c><c r=\"B1\"><v>x1</v></c></row>"))
                .containsExactly("0:1 1E+999999999|x1");
    }

    @Test
    void knowsTheBuiltInChineseDateFormats() throws IOException {
        RawWorkbook workbook = RawWorkbook.ofRows(
                        "<row r=\"1\"><c r=\"A1\" s=\"0\"><v>43831</v></c><c r=\"B1\" s=\"1\"><v>43831</v></c>"
                                + "<c r=\"C1\" s=\"2\"><v>43831</v></c><c r=\"D1\" s=\"3\"><v>43831.5</v></c><c r=\"E1\" s=\"4\"><v>43831</v></c>"
                                + "<c r=\"F1\" s=\"5\"><v>43831</v></c><c r=\"G1\" s=\"6\"><v>43831</v></c></row>")
                .withStyles(
                        "<numFmt numFmtId=\"176\" formatCode=\"[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
                                + "<numFmt numFmtId=\"177\" formatCode=\"0&quot;岁d&quot;\"/>",
                        0,
                        27,
                        57,
                        176,
                        177,
                        31,
                        14);

        assertThat(lines(workbook))
                .containsExactly(
                        "0:1 n:43831|d:2020-01-01|d:2020-01-01|d:2020-01-01T12:00:00|n:43831|d:2020-01-01|d:2020-01-01");
    }

    @Test
    void readsDatesOf1904AndIsoDates() throws IOException {
        RawWorkbook workbook = RawWorkbook.ofRows("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>42369</v></c>"
                        + "<c r=\"B1\" t=\"d\"><v>2019-05-06</v></c><c r=\"C1\" t=\"d\"><v>2019-05-06T00:00:00Z</v></c>"
                        + "<c r=\"D1\" t=\"d\"><v>2019-05-06T07:08:09.5</v></c><c r=\"E1\" t=\"d\"><v>五月</v></c></row>")
                .withStyles("", 0, 14)
                .withSheets("<workbookPr date1904=\"1\"/>", "<sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/>");

        assertThat(lines(workbook))
                .containsExactly("0:1 d:2020-01-01|d:2019-05-06|d:2019-05-06|d:2019-05-06T07:08:09|五月");
    }

    @Test
    void givesAFormulasStoredResultAndSaysWhenThereIsNone() throws IOException {
        assertThat(rows("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>X</f><v>文字</v></c>"
                        + "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"D1\" t=\"b\"><f>A1</f><v>1</v></c>"
                        + "<c r=\"E1\"><f>A1</f></c><c r=\"F1\" t=\"str\"><f>A9</f><v></v></c></row>"))
                .containsExactly("0:1 n:2|文字|e:#DIV/0!|b:TRUE|e:" + Cell.NOT_CALCULATED);
    }

    @Test
    void countsRowsAndCellsThatHaveNoAddress() throws IOException {
        assertThat(
                        rows(
                                "<row><c><v>1</v></c><c r=\"D1\"><v>4</v></c><c><v>5</v></c></row><row/><row><c><v>3</v></c></row>"))
                .containsExactly("0:1 n:1|||n:4|n:5", "0:3 n:3");
    }

    @Test
    void takesCellsInAnyOrderWithinARow() throws IOException {
        assertThat(rows("<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c></row>"))
                .containsExactly("0:1 n:1||n:3");
    }

    @Test
    void passesOverRowsThatAreOnlyStyled() throws IOException {
        assertThat(
                        rows(
                                "<row r=\"1\"><c r=\"A1\" s=\"0\"/></row><row r=\"9\"><c r=\"A9\" t=\"inlineStr\"><is><t> </t></is></c><c r=\"F9\"/></row>"))
                .containsExactly("0:9  ");
    }

    @Test
    void keepsAWideAndNearlyEmptyRowSmall() throws IOException {
        Row row = reading(RawWorkbook.ofRows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>"))
                .rows()
                .get(0);

        assertThat(row.size()).isEqualTo(16_384);
        assertThat(row.cell(0)).isEqualTo(new Cell("1", CellKind.NUMBER));
        assertThat(row.cell(7)).isEqualTo(Cell.BLANK);
        assertThat(row.text(16_383)).isEqualTo("2");
        assertThat(row.cell(16_384)).isEqualTo(Cell.BLANK);
    }

    @Test
    void readsStrictAndPrefixedOfficeXml() throws IOException {
        String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        RawWorkbook workbook = RawWorkbook.ofRows("")
                .with(
                        "_rels/.rels",
                        "<r:Relationships xmlns:r=\"http://schemas.openxmlformats.org/package/2006/relationships\"><r:Relationship Id=\"a\" Type=\""
                                + strict + "/officeDocument\" Target=\"/XL/workbook.xml\"/></r:Relationships>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Type=\"" + strict
                                + "/worksheet\" Target=\"../xl/./worksheets/sheet1.xml\"/></Relationships>")
                .with(
                        RawWorkbook.SHEET_PART,
                        "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData>"
                                + "<x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t>严格</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>");

        assertThat(lines(workbook)).containsExactly("0:1 严格");
    }

    @Test
    void readsPartsWithBackslashesInTheirNames() throws IOException {
        RawWorkbook workbook = RawWorkbook.ofRows("")
                .without(RawWorkbook.SHEET_PART)
                .with("xl\\worksheets\\Sheet1.xml", RawWorkbook.sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));

        assertThat(lines(workbook)).containsExactly("0:1 n:1");
    }

    @Test
    void flagsHiddenRowsAndSheets() throws IOException {
        RawWorkbook workbook = RawWorkbook.ofRows(
                        "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row>")
                .withSheets(
                        "",
                        "<sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"二\" sheetId=\"2\" state=\"veryHidden\" r:id=\"rId1\"/>");

        Reading reading = reading(workbook);

        assertThat(reading.lines()).containsExactly("0:1 n:1", "0:2h n:2", "1:1h n:1", "1:2h n:2");
        assertThat(reading.sheets()).containsExactly(new SheetDescription("一", false), new SheetDescription("二", true));
    }

    @Test
    void resolvesEscapedCharactersAndKeepsNulAndLoneSurrogates() throws IOException {
        assertThat(
                        rows(
                                "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a_x0000_b_xD83D_c_x005F_x0041_</t></is></c></row>"))
                .containsExactly("0:1 a\0b\uD83Dc_x0041_");
    }

    @Test
    void flagsACellThatIsTooLongAndReadsOn() throws IOException {
        assertThat(rows("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "长".repeat(32_767) + "</t></is></c>"
                        + "<c r=\"B1\" t=\"inlineStr\"><is><t>" + "长".repeat(32_768)
                        + "</t></is></c><c r=\"C1\" t=\"s\"><v>0</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\"><v>2</v></c></row>"))
                .last()
                .isEqualTo("0:2 n:2");
        RawWorkbook shared = RawWorkbook.ofRows(
                        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row>")
                .withStrings("<si><t>" + "x".repeat(10 << 20) + "</t></si><si><t>好</t></si>");
        assertThat(lines(shared)).containsExactly("0:1 long:32767|好");
    }

    private List<String> rows(String rows) throws IOException {
        return lines(RawWorkbook.ofRows(rows).withStrings("<si><t>共享</t></si>"));
    }

    private List<String> lines(RawWorkbook workbook) throws IOException {
        return reading(workbook).lines();
    }

    private Reading reading(RawWorkbook workbook) throws IOException {
        return Reading.of(workbook.writeTo(folder.resolve("workbook.xlsx")));
    }
}
