package org.guiyi.pipeline;

import java.util.List;
import org.guiyi.intake.ProblemLines.RowProblem;
import org.guiyi.tabular.Row;

/** What the rows of a returned error workbook answer. Asked by several threads. */
interface AmendedRows {

    /** What a row is to the submission it amends. */
    sealed interface Answer {}

    /**
     * The row stands as it stood.
     *
     * @param ignored notices of edits that are not taken
     */
    record Untouched(List<RowProblem> ignored) implements Answer {

        public Untouched {
            ignored = List.copyOf(ignored);
        }
    }

    /** A key that is not ours, or of a row that a later delivery has superseded. */
    record NotAnAnswer(RowProblem problem) implements Answer {}

    /**
     * An open row or a marked cell was edited.
     *
     * @param answersRow the row of the amended submission
     * @param row the row to judge: edits of open rows and marked cells only
     * @param ignored notices of edits elsewhere, which are not taken
     */
    record Edited(int answersRow, Row row, List<RowProblem> ignored) implements Answer {

        public Edited {
            ignored = List.copyOf(ignored);
        }
    }

    Answer answer(RowTask task);
}
