package org.guiyi.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiyi.intake.ProblemLines.RowProblem;
import org.guiyi.reply.DeliveredRow;
import org.guiyi.reply.DeliveredRow.DeliveredProblem;
import org.guiyi.reply.DeliveredSheet;
import org.guiyi.reply.DeliveredText;
import org.guiyi.tabular.Cell;
import org.guiyi.tabular.CellKind;
import org.guiyi.tabular.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row that was sent back or has marked cells.
 *
 * @param delivered its cells as delivered
 * @param standing its cells as an earlier amendment left them, else as delivered
 * @param marks columns with a problem, as delivered or as standing; -1 for the row as a whole
 * @param damaged problems of the standing cells that tell what kind of cell was delivered
 * @param open whether it was rejected and nothing has answered it yet
 */
record AmendableRow(
        int rowSeq,
        DeliveredSheet sheet,
        List<String> delivered,
        List<String> standing,
        Set<Integer> marks,
        List<DeliveredProblem> damaged,
        boolean open) {

    private static final int WHOLE_ROW = -1;

    AmendableRow {
        delivered = List.copyOf(delivered);
        standing = List.copyOf(standing);
        marks = Set.copyOf(marks);
        damaged = damaged.stream()
                .filter(problem -> kindTold(problem).isPresent())
                .toList();
    }

    /** What an earlier amendment made of a row. */
    record Answered(List<String> cells, List<DeliveredProblem> problems) {

        Answered {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
        }
    }

    /** A row as delivered, with an answer it has had. */
    static AmendableRow of(DeliveredRow row, DeliveredSheet sheet, Optional<Answered> answer) {
        Set<Integer> marks = Stream.concat(
                        row.problems().stream(), answer.stream().flatMap(each -> each.problems().stream()))
                .filter(problem -> !isIgnored(problem))
                .map(DeliveredProblem::column)
                .collect(Collectors.toSet());
        return new AmendableRow(
                row.rowSeq(),
                sheet,
                row.cells(),
                answer.map(each -> standing(row.cells(), each)).orElse(row.cells()),
                marks,
                answer.map(Answered::problems).orElse(row.problems()),
                row.isRejected() && answer.isEmpty());
    }

    /** The answer's cells, but the delivered ones where its edits were not taken. */
    private static List<String> standing(List<String> delivered, Answered answer) {
        Set<Integer> ignored = answer.problems().stream()
                .filter(AmendableRow::isIgnored)
                .map(DeliveredProblem::column)
                .collect(Collectors.toSet());
        List<String> cells = new ArrayList<>(answer.cells());
        ignored.stream()
                .filter(column -> column >= 0 && column < cells.size())
                .forEach(column -> cells.set(column, text(delivered, column)));
        return cells;
    }

    private static boolean isIgnored(DeliveredProblem problem) {
        return problem.code().equals(AmendmentProblem.AMEND_IGNORED.name());
    }

    /**
     * What came back, with the edits that count.
     *
     * @param edited whether any does
     * @param ignored notices of those that don't
     */
    record Merged(boolean edited, Row row, List<RowProblem> ignored) {}

    /** A cell that says what was delivered, or what stands by now, is not an edit; of the others, those of marked cells count. */
    Merged merge(Row returned) {
        List<Cell> cells = new ArrayList<>();
        List<RowProblem> ignored = new ArrayList<>();
        boolean edited = false;
        for (int column = 0; column < sheet.width(); column++) {
            boolean changed = isChanged(returned, column);
            boolean taken = changed && takes(column);
            cells.add(taken ? returned.cell(column) : standingCell(column));
            edited |= taken;
            if (changed && !taken) {
                ignored.add(AmendmentProblem.AMEND_IGNORED.ofCell(field(column), column, returned.text(column)));
            }
        }
        return new Merged(edited, Row.of(returned.sheet(), returned.number(), cells), ignored);
    }

    private boolean isChanged(Row returned, int column) {
        String text = DeliveredText.canonical(returned.text(column));
        return !text.equals(DeliveredText.canonical(text(delivered, column)))
                && !text.equals(DeliveredText.canonical(text(standing, column)));
    }

    private boolean takes(int column) {
        return open || marks.contains(column) || marks.contains(WHOLE_ROW);
    }

    private @Nullable String field(int column) {
        return sheet.columns().stream()
                .filter(each -> each.column() == column)
                .findFirst()
                .flatMap(DeliveredSheet.Column::field)
                .orElse(null);
    }

    /**
     * The cell with the kind it was delivered with, as far as its problems tell: a number that has lost digits must not pass as
     * a text that happens to end in noughts.
     */
    private Cell standingCell(int column) {
        String text = text(standing, column);
        CellKind kind = damaged.stream()
                .filter(problem -> problem.column() == column)
                .map(AmendableRow::kindTold)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(CellKind.TEXT);
        return text.isEmpty() ? Cell.BLANK : new Cell(text, kind);
    }

    private static Optional<CellKind> kindTold(DeliveredProblem problem) {
        return switch (problem.code()) {
            case "ID_PRECISION_LOST", "ID_SCIENTIFIC", "ACCOUNT_PRECISION_LOST" -> Optional.of(CellKind.NUMBER);
            case "CELL_ERROR" -> Optional.of(CellKind.ERROR);
            default -> Optional.empty();
        };
    }

    /** The columns whose text may have been changed, for comparing the others. */
    Set<Integer> markedColumns() {
        Set<Integer> columns = new HashSet<>(marks);
        columns.remove(WHOLE_ROW);
        return columns;
    }

    private static String text(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    /** The place only: never a cell's text. */
    @Override
    public String toString() {
        return "AmendableRow[" + rowSeq + (open ? ", open]" : "]");
    }
}
