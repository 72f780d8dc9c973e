package org.guiyi.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeaderFinderTests {

    private static final Set<String> KNOWN = Set.of(
            "序号",
            "姓名",
            "性别",
            "身份证号",
            "关系",
            "联系电话",
            "户籍地址",
            "监护人/姓名",
            "监护人/身份证号",
            "成员1/姓名",
            "成员1/身份证号",
            "成员2/姓名",
            "成员2/身份证号",
            "父亲/姓名",
            "备注",
            "Full name",
            "Sex");

    private final HeaderFinder finder = new HeaderFinder(KNOWN::contains);

    @Test
    void findsAHeaderInTheFirstRow() {
        SheetLayout layout = find("姓名|性别|身份证号", "张三|男|1");

        assertThat(names(layout)).containsExactly("0 姓名", "1 性别", "2 身份证号");
        assertThat(layout.titles()).isEmpty();
        assertThat(layout.headerRow()).isEqualTo(1);
        assertThat(layout.firstDataRow()).isEqualTo(2);
    }

    @Test
    void findsAHeaderBelowTitles() {
        SheetLayout layout = find("附件1", "某某县2026年农村留守儿童信息表", "填报单位：城关镇||单位：元", "序号|姓名|性别|别的", "1|张三|男|x");

        assertThat(layout.titles()).containsExactly("附件1", "某某县2026年农村留守儿童信息表", "填报单位：城关镇", "单位：元");
        assertThat(names(layout)).containsExactly("0 序号", "1 姓名", "2 性别", "3 别的");
        assertThat(layout.firstDataRow()).isEqualTo(5);
    }

    @Test
    void cleansHeaderTexts() {
        assertThat(names(find("姓  名|性\n别|身份证\r\n号 |Full  name|\u3000联系电话\u00A0", "x")))
                .containsExactly("0 姓名", "1 性别", "2 身份证号", "3 Full name", "4 联系电话");
    }

    @Test
    void joinsTwoRowsWithMergedCells() {
        SheetLayout layout = find("花名册", "序号|姓名|性别|监护人|||备注", "|||姓名|身份证号|关系|", "1|张三|男|李四|2|父|");

        assertThat(names(layout)).containsExactly("0 序号", "1 姓名", "2 性别", "3 监护人/姓名", "4 监护人/身份证号", "5 监护人/关系", "6 备注");
        assertThat(layout.headerRow()).isEqualTo(2);
        assertThat(layout.firstDataRow()).isEqualTo(4);
    }

    @Test
    void joinsTwoRowsWhenTheSecondKnowsMore() {
        SheetLayout layout = find("户主姓名|成员1||成员2|", "|姓名|身份证号|姓名|身份证号", "甲|乙|1|丙|2");

        assertThat(names(layout)).containsExactly("0 户主姓名", "1 成员1/姓名", "2 成员1/身份证号", "3 成员2/姓名", "4 成员2/身份证号");
    }

    @Test
    void leavesTitlesAboveAFullHeaderAlone() {
        assertThat(names(find("2026年11月|城关镇", "序号|姓名|性别|身份证号", "1|张三|男|1")))
                .containsExactly("0 序号", "1 姓名", "2 性别", "3 身份证号");
    }

    @Test
    void doesNotTakeAFirstPersonForASecondHeaderRow() {
        SheetLayout layout = find("姓名|性别||备注", "张三|男|多出的|", "李四|女||");

        assertThat(layout.firstDataRow()).isEqualTo(2);
        assertThat(names(layout)).containsExactly("0 姓名", "1 性别", "3 备注");
    }

    @Test
    void takesTheFirstOfRepeatedHeaders() {
        SheetLayout layout = find("姓名|性别", "姓名|性别", "张三|男");

        assertThat(layout.headerRow()).isEqualTo(1);
        assertThat(layout.classify(Row.ofTexts(0, 2, "姓名", "性别"))).isEqualTo(RowKind.HEADER);
    }

    @Test
    void doesNotFindAHeaderInASingleKnownWordAmongOthers() {
        SheetLayout layout = find("备注|某某单位填报", "甲列|乙列|丙列", "1|2|3");

        assertThat(names(layout)).containsExactly("0 甲列", "1 乙列", "2 丙列");
    }

    @Test
    void guessesTheHeaderOfAnUnknownTable() {
        SheetLayout layout = find("某某局统计", "编码|名称|数量|单位", "001|苹果|3|斤", "002|梨|4|斤");

        assertThat(names(layout)).containsExactly("0 编码", "1 名称", "2 数量", "3 单位");
        assertThat(layout.firstDataRow()).isEqualTo(3);
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(finder.find(List.of())).isEmpty();
        assertThat(finder.find(rows("只有一句话"))).isEmpty();
    }

    @Test
    void countsRowsByTheirNumbersAndNotByTheirOrder() {
        List<Row> rows = List.of(Row.ofTexts(2, 1, "名册"), Row.ofTexts(2, 5, "姓名", "性别"), Row.ofTexts(2, 9, "张三", "男"));

        SheetLayout layout = finder.find(rows).orElseThrow();

        assertThat(layout.sheet()).isEqualTo(2);
        assertThat(layout.headerRow()).isEqualTo(5);
        assertThat(layout.firstDataRow()).isEqualTo(6);
    }

    private SheetLayout find(String... rows) {
        return finder.find(rows(rows)).orElseThrow();
    }

    private static List<Row> rows(String... lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(Row.ofTexts(0, rows.size() + 1, line.split("\\|", -1)));
        }
        return rows;
    }

    private static List<String> names(SheetLayout layout) {
        return layout.columns().stream()
                .map(cell -> cell.index() + " " + cell.name())
                .toList();
    }
}
