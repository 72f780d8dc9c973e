package org.guiyi.tabular;

import java.util.regex.Pattern;
import org.guiyi.tabular.FilledCells.Filled;

/**
 * Tells rows apart below a header. Whatever might be a person is data: a word such as 合计 counts only where no person's
 * cell can stand, beside figures or alone.
 */
final class RowClassifier {

    /** A row with more filled cells than this is looked at no further, as far as footers go. */
    private static final int FOOTER_CELLS = 12;

    private static final int TOTAL_WITHIN = 3;
    private static final int LONGEST_TOTAL = 24;
    private static final int LONGEST_SENTENCE_FREE = 20;

    private static final String TOTAL_OF =
            "(.{0,12}(页|镇|乡|村|组|社区|街道|苏木|嘎查|旗|县|市|区|校|园|院|班|年级|月|年|季度|类|人数|金额|以上|全部|总|费|数))?";

    private static final Pattern TOTAL =
            Pattern.compile(TOTAL_OF + "(合计|小计|总计|共计|累计)([(（].{0,8}[)）])?([:：]?[-\\d,.，]*(人|名|户|元|万元|个|所|家|条)?)?");
    private static final Pattern FIGURE =
            Pattern.compile("[-+]?[\\d,，.]+%?(人|名|户|元|万元|个|所|家|条|岁)?|[-—/]+|人|名|户|元|万元|个|男|女|[男女]?[:：]?\\d*人?");
    private static final int LONGEST_FIGURE = 14;

    private static final String SIGNATURE_WORD = "(单位|主管|分管|部门|项目|科室|局|村|乡镇|社区|学校|园|机构|法定代表)?"
            + "(填报人|填表人|审核人|复核人|审批人|审批|批准人|制表人|制表|填表|填报|经办人|经手人|负责人|领导|联系人|联系电话|电话"
            + "|填表日期|填报日期|填表时间|填报时间|制表日期|制表时间|上报日期|报送日期|日期|填报单位|制表单位|报送单位|单位|盖章|公章|签字|签章"
            + "|审核|复核|园长|校长|院长|所长|局长|主任|书记)";
    private static final String SEAL = "([(（][^)）]{0,12}[)）])*";
    private static final Pattern LABEL_WITH_COLON =
            Pattern.compile(SIGNATURE_WORD + SEAL + "[:：].{0,60}", Pattern.DOTALL);
    private static final Pattern LABEL_WITH_SEAL =
            Pattern.compile(SIGNATURE_WORD + "[(（](盖章|公章|签字|签章|签名)[)）].{0,60}", Pattern.DOTALL);
    private static final Pattern LABEL_ALONE = Pattern.compile("(填报人|填表人|审核人|复核人|制表人|经办人|单位负责人|填表日期|填报日期|制表日期)" + SEAL);
    private static final Pattern LONG_NUMBER = Pattern.compile("[\\dXx*]{14,}");

    private static final Pattern NOTE_START = Pattern.compile(
            "([★※].*|[*＊]+(注|说明|号|带|为|必填).*|(附注|备注|注|说明|填表说明|填报说明|注意|注意事项|温馨提示|填写说明|填表要求)\\d?[:：;；.、].*|填表说明|填报说明|填写说明|注意事项)",
            Pattern.DOTALL);
    private static final Pattern PAGE = Pattern.compile("第\\d+页([,，、]?共\\d+页)?|共\\d+页[,，、]?第\\d+页|-?\\d+/\\d+-?页?");
    private static final Pattern EXAMPLE = Pattern.compile("例|示例|样例|填写示例|填表示例");
    private static final Pattern SENTENCE_MARK = Pattern.compile("[。；]");
    private static final Pattern SECTION = Pattern.compile("([一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]).{1,30}");

    private final SheetLayout layout;

    RowClassifier(SheetLayout layout) {
        this.layout = layout;
    }

    RowKind classify(Row row) {
        if (row.number() > layout.firstDataRow() && isPlainlyData(row)) {
            return RowKind.DATA;
        }
        FilledCells cells = FilledCells.of(row, FOOTER_CELLS + 1);
        if (cells.count() == 0) {
            return RowKind.BLANK;
        }
        if (row.number() < layout.firstDataRow()) {
            return row.number() < layout.headerRow() ? RowKind.TITLE : RowKind.HEADER;
        }
        if (repeatsHeader(row, cells) || numbersColumns(row, cells)) {
            return RowKind.HEADER;
        }
        if (cells.count() > FOOTER_CELLS) {
            return isTotal(FilledCells.of(row)) ? RowKind.TOTAL : RowKind.DATA;
        }
        return classifyShort(cells);
    }

    /** The quick way out for nearly all rows: many cells, and figures among them where a header has words. */
    private static boolean isPlainlyData(Row row) {
        int filled = 0;
        int figures = 0;
        for (int column = 0; column < row.size(); column++) {
            String text = row.text(column);
            if (!text.isEmpty() && text.charAt(0) > ' ') {
                if (++filled <= TOTAL_WITHIN && text.indexOf('计') >= 0) {
                    return false;
                }
                figures += text.charAt(0) >= '0' && text.charAt(0) <= '9' ? 1 : 0;
                if (filled > FOOTER_CELLS && figures * 3 > filled) {
                    return true;
                }
            }
        }
        return false;
    }

    private RowKind classifyShort(FilledCells cells) {
        if (isTotal(cells)) {
            return RowKind.TOTAL;
        }
        if (isSignature(cells)) {
            return RowKind.SIGNATURE;
        }
        if (isNote(cells)) {
            return RowKind.NOTE;
        }
        return isTitle(cells) ? RowKind.TITLE : RowKind.DATA;
    }

    /** Most of the row's cells, and at least two, say what the header says in their columns. */
    private boolean repeatsHeader(Row row, FilledCells cells) {
        long same = cells.all().stream().filter(this::isHeaderOfItsColumn).count();
        if (same < 2 || same * 5 < cells.count() * 3L) {
            return false;
        }
        if (cells.count() <= FOOTER_CELLS) {
            return true;
        }
        FilledCells whole = FilledCells.of(row);
        return whole.all().stream().filter(this::isHeaderOfItsColumn).count() * 5 >= whole.count() * 3L;
    }

    private boolean isHeaderOfItsColumn(Filled cell) {
        HeaderCell header = layout.columnAt(cell.column());
        return header != null
                && (cell.text().equals(header.text()) || cell.text().equals(header.groupText()));
    }

    /** The row right below the header that counts the columns, 1 2 3 … or 甲 乙 1 2 …, without a gap. */
    private boolean numbersColumns(Row row, FilledCells start) {
        if (row.number() != layout.firstDataRow() || !start.first().text().matches("[甲1]|（1）|\\(1\\)")) {
            return false;
        }
        FilledCells cells = FilledCells.of(row);
        if (cells.count() < 3 || cells.count() < layout.columns().size() - 1) {
            return false;
        }
        int next = 1;
        for (Filled cell : cells.all()) {
            if (cell.text().replaceAll("[()（）]", "").equals(Integer.toString(next))) {
                next++;
            } else if (next > 1 || !cell.text().matches("[甲乙丙丁]")) {
                return false;
            }
        }
        return next > 2;
    }

    /** 合计 and the like among the first cells, and nothing but figures beside it. */
    private static boolean isTotal(FilledCells cells) {
        int at = 0;
        for (Filled cell : cells.all()) {
            boolean total = cell.text().length() <= LONGEST_TOTAL
                    && TOTAL.matcher(cell.text()).matches();
            if (total && at < TOTAL_WITHIN) {
                return cells.all().stream().skip(at + 1L).allMatch(RowClassifier::isFigure)
                        && (at == 0 || (cells.count() > at + 1 && isWord(cell.text())));
            }
            if (isFigure(cell)) {
                return false;
            }
            at++;
        }
        return false;
    }

    private static boolean isWord(String text) {
        return text.equals("合计") || text.equals("小计") || text.equals("总计") || text.equals("共计");
    }

    private static boolean isFigure(Filled cell) {
        return cell.kind() != CellKind.DATE
                && cell.text().length() <= LONGEST_FIGURE
                && (FIGURE.matcher(cell.text()).matches()
                        || TOTAL.matcher(cell.text()).matches());
    }

    /** A signature's label first, then labels, names and dates, but nothing that could number a person. */
    private boolean isSignature(FilledCells cells) {
        if (cells.all().stream()
                .anyMatch(cell -> LONG_NUMBER.matcher(cell.text()).matches())) {
            return false;
        }
        String first = cells.first().text();
        if (LABEL_WITH_COLON.matcher(first).matches()
                || LABEL_WITH_SEAL.matcher(first).matches()) {
            return cells.count() == 1 || labels(cells) * 3 >= cells.count();
        }
        return LABEL_ALONE.matcher(first).matches()
                && (cells.count() == 1
                        || (labels(cells) * 2 >= cells.count()
                                && cells.count() < layout.columns().size()));
    }

    private static long labels(FilledCells cells) {
        return cells.all().stream()
                .filter(cell -> LABEL_WITH_COLON.matcher(cell.text()).matches()
                        || LABEL_WITH_SEAL.matcher(cell.text()).matches()
                        || LABEL_ALONE.matcher(cell.text()).matches())
                .count();
    }

    /** A single text at the row's beginning that begins as a note, numbers the page or is a whole sentence. */
    private boolean isNote(FilledCells cells) {
        String first = cells.first().text();
        if (EXAMPLE.matcher(first).matches() && cells.first().column() == 0) {
            return true;
        }
        if (cells.count() > 1 || cells.first().column() > 1 || layout.columns().size() < 2) {
            return false;
        }
        return NOTE_START.matcher(first).matches()
                || PAGE.matcher(first).matches()
                || (first.length() > LONGEST_SENTENCE_FREE
                        && SENTENCE_MARK.matcher(first).find());
    }

    /** A title that stands above the header too, or a section's heading. */
    private boolean isTitle(FilledCells cells) {
        if (cells.count() > 1 || cells.first().column() > 1 || layout.columns().size() < 3) {
            return false;
        }
        String first = cells.first().text();
        return SECTION.matcher(first).matches()
                || layout.titles().stream()
                        .anyMatch(title -> HeaderText.clean(title).equals(first));
    }
}
