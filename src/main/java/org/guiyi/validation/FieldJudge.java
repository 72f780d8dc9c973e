package org.guiyi.validation;

import java.util.Set;
import org.guiyi.feed.Field;
import org.guiyi.tabular.CellKind;

/** Judges the cells of one field: first what no cell may be, then what this type of field reads, then its limits. */
abstract class FieldJudge {

    /** No honest cell of a roster is longer, in characters. */
    static final int LONGEST = 4000;

    private static final Set<String> ERRORS = Set.of(
            "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA");

    final Field field;
    final int index;
    final FieldProblems problems;
    private final Limits limits;
    private final Set<String> missingValues;

    FieldJudge(Field field, FieldProblems problems) {
        this.field = field;
        this.index = field.index();
        this.problems = problems;
        this.limits = new Limits(field, problems);
        this.missingValues = field.missingValues();
    }

    final void judge(JudgedRow row, String text, CellKind kind) {
        if (text.isEmpty()) {
            row.absent(index);
        } else if (isCell(row, text, kind)) {
            read(row, text, kind == CellKind.NUMBER);
            limits.check(row, index);
        }
    }

    /** Reads a text that isn't empty: a value, a reading, problems, or absence. */
    abstract void read(JudgedRow row, String text, boolean numericCell);

    /** Whether the text stands for nothing. */
    final boolean isMissing(String stripped) {
        return stripped.isEmpty() || stripped.length() < 5 && missingValues.contains(stripped);
    }

    private boolean isCell(JudgedRow row, String text, CellKind kind) {
        if (kind == CellKind.TOO_LONG || text.length() > LONGEST) {
            problems.add(row, ProblemCode.CELL_TOO_LONG, ProblemCode.CELL_TOO_LONG.severity(), null);
            return false;
        }
        if (kind == CellKind.ERROR || text.charAt(0) == '#' && ERRORS.contains(text.strip())) {
            problems.addUnusable(row, ProblemCode.CELL_ERROR);
            return false;
        }
        switch (CellText.look(text)) {
            case NUL -> problems.add(row, ProblemCode.NUL_CHARACTER, ProblemCode.NUL_CHARACTER.severity(), null);
            case LONE_SURROGATE ->
                problems.add(row, ProblemCode.BAD_CHARACTER, ProblemCode.BAD_CHARACTER.severity(), null);
            case CLEAN, TO_CLEAN -> {
                return true;
            }
        }
        return false;
    }
}
