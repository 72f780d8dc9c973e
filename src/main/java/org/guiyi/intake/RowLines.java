package org.guiyi.intake;

import java.util.BitSet;
import org.guiyi.database.CopyRows;
import org.guiyi.database.JsonText;
import org.guiyi.protection.NumberTokens;
import org.guiyi.tabular.Row;

/** Lines for {@code intake.row}: each row's place, verdict and cells as delivered. */
public final class RowLines {

    /** The COPY target that these lines fit. */
    public static final String TARGET =
            "intake.row (processing_id, row_seq, sheet, row_number, hidden, verdict, cells, answers_row)";

    private final CopyRows lines;
    private final NumberTokens numbers;
    private final JsonText cells = new JsonText();

    public RowLines(CopyRows lines, NumberTokens numbers) {
        this.lines = lines;
        this.numbers = numbers;
    }

    /**
     * Adds a row.
     *
     * @param numberColumns the columns whose cells are identity or account numbers, whatever they look like
     * @param answersRow the row of the amended submission that this one answers, or a negative number
     */
    public void add(long processing, int rowSeq, Row row, BitSet numberColumns, String verdict, int answersRow) {
        lines.number(processing)
                .number(rowSeq)
                .number(row.sheet())
                .number(row.number())
                .flag(row.hidden())
                .text(verdict)
                .text(cells(row, numberColumns));
        end(answersRow);
    }

    private void end(int answersRow) {
        if (answersRow < 0) {
            lines.absent();
        } else {
            lines.number(answersRow);
        }
        lines.endRow();
    }

    /** A row of which only its place and that it was rejected may be kept. */
    public void addEmptied(long processing, int rowSeq, Row row, int answersRow) {
        lines.number(processing)
                .number(rowSeq)
                .number(row.sheet())
                .number(row.number())
                .flag(row.hidden())
                .text("rejected")
                .absent();
        end(answersRow);
    }

    private CharSequence cells(Row row, BitSet numberColumns) {
        cells.clear().beginArray();
        for (int column = 0; column < row.size(); column++) {
            String text = row.text(column);
            cells.element(numberColumns.get(column) ? numbers.whole(text) : numbers.within(text));
        }
        return cells.endArray().text();
    }
}
