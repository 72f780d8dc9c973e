package org.guiyi.reply;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.guiyi.feed.Severity;
import org.guiyi.protection.NumberTexts;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was delivered, with what was found about it.
 *
 * @param rowSeq its number in the file's order
 * @param sheet the position of its sheet
 * @param number its number on the sheet, as Excel shows it
 * @param verdict accepted, rejected, duplicate or not_data
 */
public record DeliveredRow(
        int rowSeq,
        int sheet,
        int number,
        boolean hidden,
        String verdict,
        List<String> cells,
        List<DeliveredProblem> problems) {

    public DeliveredRow {
        cells = List.copyOf(cells);
        problems = List.copyOf(problems);
    }

    /**
     * A problem of a row.
     *
     * @param column the column from 0, -1 for the row as a whole
     */
    public record DeliveredProblem(
            String code,
            Severity severity,
            @Nullable String field,
            int column,
            String messageZh,
            @Nullable String suggestion) {

        /** The problem with the numbers of its suggestion in clear. */
        public DeliveredProblem revealed(NumberTexts numbers) {
            return suggestion == null
                    ? this
                    : new DeliveredProblem(code, severity, field, column, messageZh, numbers.reveal(suggestion));
        }
    }

    /** Every text that numbers may stand in. */
    Stream<String> texts() {
        return Stream.concat(
                cells.stream(),
                problems.stream().map(DeliveredProblem::suggestion).filter(Objects::nonNull));
    }

    /** The row with its numbers in clear. */
    DeliveredRow revealed(NumberTexts numbers) {
        return new DeliveredRow(
                rowSeq,
                sheet,
                number,
                hidden,
                verdict,
                cells.stream().map(numbers::reveal).toList(),
                problems.stream().map(problem -> problem.revealed(numbers)).toList());
    }

    /** Whether the row is one that was judged. */
    public boolean isData() {
        return !verdict.equals("not_data");
    }

    public boolean isRejected() {
        return verdict.equals("rejected");
    }

    /** The text of a column; empty beyond the end. */
    public String text(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** The place only: never a cell's text, which may be personal. */
    @Override
    public String toString() {
        return "DeliveredRow[" + rowSeq + ", sheet " + sheet + ", row " + number + ", " + verdict + "]";
    }
}
