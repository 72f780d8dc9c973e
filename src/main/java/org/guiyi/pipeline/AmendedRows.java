package org.guiyi.pipeline;

import java.util.List;
import org.guiyi.intake.ProblemLines.RowProblem;
import org.guiyi.tabular.Row;

/** What the rows of a returned error workbook answer. */
interface AmendedRows {

    /** What a row is to the submission it amends. */
    sealed interface Answer {}

    /** Nothing was changed; the row stands as it stood. */
    record Untouched() implements Answer {}

    /** A key that is not ours, or of a row that a later delivery has superseded. */
    record NotAnAnswer(RowProblem problem) implements Answer {}

    /**
     * An open row or a marked cell was edited.
     *
     * @param answersRow the row of the amended submission
     * @param row the row to judge: edits of open rows and marked cells only
     * @param ignored notices of edits elsewhere, which are not taken
     */
    record Edited(int answersRow, Row row, List<RowProblem> ignored) implements Answer {}

    Answer answer(RowTask task);
}
