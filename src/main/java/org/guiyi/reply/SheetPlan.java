package org.guiyi.reply;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.guiyi.intake.Identifier;

/**
 * How a sheet of an error workbook is laid out.
 *
 * @param sheet the delivered sheet
 * @param headerRow the number of the row that takes the headers of the added columns
 * @param whole whether all rows fit; if not, only those with problems are written
 * @param keyHeader the header of the key column, with the receipt that the workbook answers
 */
record SheetPlan(DeliveredSheet sheet, int headerRow, boolean whole, String keyHeader) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cf}\\x00]+");

    /** @param head the first rows of the sheet */
    static SheetPlan of(DeliveredSheet sheet, List<DeliveredRow> head, int rowLimit, String receipt) {
        String keyHeader = sheet.columns().stream()
                .filter(column -> column.column() == sheet.keyColumn().orElse(-1))
                .map(DeliveredSheet.Column::text)
                .findFirst()
                .orElse(Identifier.KEY_HEADER + " " + receipt);
        return new SheetPlan(sheet, headerRow(sheet, head), sheet.lastRow() <= rowLimit, keyHeader);
    }

    int reasonColumn() {
        return sheet.width();
    }

    int keyColumn() {
        return sheet.width() + 1;
    }

    /** Short and without a colon, so that the header is found again among groups and titles. */
    String reasonHeader() {
        return whole ? DeliveredSheet.REASONS : DeliveredSheet.REASONS + "（行数超限，仅列问题行）";
    }

    /** The column in which the delivered rows already have keys: the workbook answered before. */
    OptionalInt deliveredKeys() {
        return sheet.keyColumn();
    }

    /** The row that says most of the headers; the upper one of a header of two rows. */
    private static int headerRow(DeliveredSheet sheet, List<DeliveredRow> head) {
        int best = -1;
        long most = 0;
        for (int i = 0; i < head.size() && !head.get(i).isData(); i++) {
            long said = said(sheet, head.get(i));
            if (said > most) {
                best = i;
                most = said;
            }
        }
        if (best < 0) {
            return Math.max(1, head.isEmpty() ? 1 : head.get(0).number() - 1);
        }
        boolean upper = best > 0
                && head.get(best - 1).number() == head.get(best).number() - 1
                && said(sheet, head.get(best - 1)) > 0;
        return head.get(upper ? best - 1 : best).number();
    }

    private static long said(DeliveredSheet sheet, DeliveredRow row) {
        return sheet.columns().stream()
                .filter(column -> column.column() < sheet.width())
                .filter(column -> bare(row.text(column.column())).equals(bare(column.text())))
                .count();
    }

    private static String bare(String text) {
        return BLANKS.matcher(text).replaceAll("");
    }
}
