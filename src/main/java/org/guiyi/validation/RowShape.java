package org.guiyi.validation;

import java.util.Map;
import org.guiyi.feed.Messages;
import org.guiyi.feed.SheetMapping;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.TabularFormat;

/**
 * Whether a row has the cells its header announces. Only a text file can be ragged: a workbook's cells know their
 * column, and notes beside the table are no fault.
 */
final class RowShape {

    private static final Messages MESSAGES = Messages.beside(RowShape.class);

    private final int[] columns;
    private final int width;
    private final boolean text;

    RowShape(SheetMapping sheet, TabularFormat format) {
        this.columns = sheet.columns();
        this.width = sheet.width();
        this.text = format == TabularFormat.CSV;
    }

    int[] columns() {
        return columns;
    }

    boolean isRagged(Row row) {
        if (!text || row.size() == width) {
            return false;
        }
        if (row.size() < width) {
            return true;
        }
        for (int column = width; column < row.size(); column++) {
            if (!row.text(column).isBlank()) {
                return true;
            }
        }
        return false;
    }

    void reject(JudgedRow judged) {
        String code = ProblemCode.RAGGED_ROW.name();
        Map<String, String> arguments =
                Map.of("found", Integer.toString(judged.row().size()), "expected", Integer.toString(width));
        judged.add(new Problem(
                code,
                ProblemCode.RAGGED_ROW.severity(),
                null,
                -1,
                "",
                MESSAGES.zh(code, arguments),
                MESSAGES.en(code, arguments),
                null));
    }
}
