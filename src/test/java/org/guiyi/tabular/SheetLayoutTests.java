package org.guiyi.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SheetLayoutTests {

    private static final SheetLayout LAYOUT = layout();

    private static SheetLayout layout() {
        String[] header = {"序号", "乡镇", "姓名", "性别", "身份证号", "户籍地址", "联系电话", "月保障金额", "备注"};
        List<HeaderCell> columns = new ArrayList<>();
        for (int i = 0; i < header.length; i++) {
            columns.add(new HeaderCell(i, header[i], ""));
        }
        return new SheetLayout(0, List.of("某某县困难群众名册"), columns, 2, 3);
    }

    record Case(RowKind kind, String text, Row row) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = SheetLayoutTests.class.getResourceAsStream("/tabular/row-kinds.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(SheetLayoutTests::toCase)
                            .toList()
                            .stream();
        }
    }

    private static Case toCase(String line) {
        String[] parts = line.split("\\|", -1);
        List<Cell> cells =
                Arrays.stream(parts).skip(1).map(SheetLayoutTests::cell).toList();
        return new Case(RowKind.valueOf(parts[0].strip()), line, Row.of(0, 40, cells));
    }

    private static Cell cell(String part) {
        String text = part.length() > 2 ? part.substring(1, part.length() - (part.endsWith(" ") ? 1 : 0)) : "";
        if (text.startsWith("n:")) {
            return new Cell(text.substring(2), CellKind.NUMBER);
        }
        return text.startsWith("d:") ? new Cell(text.substring(2), CellKind.DATE) : Cell.text(text);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsRowsApart(Case row) {
        assertThat(LAYOUT.classify(row.row())).isEqualTo(row.kind());
    }

    @Test
    void takesWhatStandsAboveTheDataForTitleAndHeader() {
        assertThat(LAYOUT.classify(Row.ofTexts(0, 1, "甲", "乙", "丙"))).isEqualTo(RowKind.TITLE);
        assertThat(LAYOUT.classify(Row.ofTexts(0, 2, "甲", "乙", "丙"))).isEqualTo(RowKind.HEADER);
    }

    @Test
    void takesTheNumbersOfTheColumnsForHeaderOnlyRightBelowIt() {
        Row plain = Row.ofTexts(0, 3, "1", "2", "3", "4", "5", "6", "7", "8", "9");
        Row chinese = Row.ofTexts(0, 3, "甲", "乙", "1", "2", "3", "4", "5", "6", "7");

        assertThat(LAYOUT.classify(plain)).isEqualTo(RowKind.HEADER);
        assertThat(LAYOUT.classify(chinese)).isEqualTo(RowKind.HEADER);
        assertThat(LAYOUT.classify(Row.ofTexts(0, 4, "1", "2", "3", "4", "5", "6", "7", "8", "9")))
                .isEqualTo(RowKind.DATA);
        assertThat(LAYOUT.classify(Row.ofTexts(0, 3, "1", "城关镇", "张三"))).isEqualTo(RowKind.DATA);
    }

    @Test
    void recognisesATotalOverManyColumnsAndAWidePerson() {
        String[] sums = new String[30];
        Arrays.fill(sums, "12");
        sums[0] = "合计";
        assertThat(LAYOUT.classify(Row.ofTexts(0, 40, sums))).isEqualTo(RowKind.TOTAL);

        sums[1] = "张三";
        assertThat(LAYOUT.classify(Row.ofTexts(0, 40, sums))).isEqualTo(RowKind.DATA);
    }
}
