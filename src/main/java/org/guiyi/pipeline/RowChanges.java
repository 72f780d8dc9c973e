package org.guiyi.pipeline;

import java.util.List;
import org.guiyi.intake.RowBalance;

/**
 * How two processings of one file differ in what they say of its rows; places and codes only, never a value.
 *
 * @param before the ledger of the earlier one
 * @param after the ledger of the later one
 * @param turns how many rows went from one verdict to another
 * @param rows rows whose verdict changed, in the file's order; at most {@link #MOST}
 * @param problems codes of problems that went or came
 * @param keys records with other key aliases
 * @param contents records that say something else
 */
public record RowChanges(
        RowBalance before,
        RowBalance after,
        List<Turn> turns,
        List<RowChange> rows,
        List<ProblemChange> problems,
        long keys,
        long contents) {

    /** So many rows are named; {@link #turns} counts them all. */
    public static final int MOST = 10_000;

    public static final RowChanges NONE =
            new RowChanges(RowBalance.NONE, RowBalance.NONE, List.of(), List.of(), List.of(), 0, 0);

    public RowChanges {
        turns = List.copyOf(turns);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** Rows that went from a verdict to another; {@code absent} where one processing does not know them. */
    public record Turn(String from, String to, long rows) {}

    /** A row whose verdict changed, with the codes of its problems before and after. */
    public record RowChange(
            String sheet, int row, String from, String to, List<String> codesBefore, List<String> codesAfter) {}

    /** A code of problems: how many went, and how many came. */
    public record ProblemChange(String code, long gone, long come) {}

    /** Rows whose verdict changed. */
    public long changed() {
        return turns.stream().mapToLong(Turn::rows).sum();
    }
}
