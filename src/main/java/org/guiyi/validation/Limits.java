package org.guiyi.validation;

import java.math.BigDecimal;
import org.guiyi.feed.Constraints;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldType;

/** The constraints on a field's canonical text. */
final class Limits {

    private final Constraints constraints;
    private final FieldProblems problems;
    private final boolean none;
    private final boolean dated;

    Limits(Field field, FieldProblems problems) {
        this.constraints = field.constraints();
        this.problems = problems;
        this.dated = field.type() == FieldType.DATE || field.type() == FieldType.YEARMONTH;
        this.none = constraints.minLength() == 0
                && constraints.maxLength() == Integer.MAX_VALUE
                && constraints.minimum().isEmpty()
                && constraints.maximum().isEmpty()
                && constraints.pattern().isEmpty()
                && constraints.enumeration().isEmpty();
    }

    void check(JudgedRow row, int index) {
        String value = row.value(index);
        if (none || value == null) {
            return;
        }
        checkLength(row, value);
        checkBounds(row, value);
        if (constraints.pattern().isPresent()
                && !constraints.pattern().get().matcher(value).matches()) {
            problems.add(row, ProblemCode.PATTERN);
        }
        if (!constraints.enumeration().isEmpty() && !constraints.enumeration().contains(value)) {
            problems.addUnusable(row, ProblemCode.ENUM);
        }
    }

    private void checkLength(JudgedRow row, String value) {
        if (constraints.minLength() > 0 && value.codePointCount(0, value.length()) < constraints.minLength()) {
            problems.add(row, ProblemCode.MIN_LENGTH);
        }
        if (value.length() > constraints.maxLength()
                && value.codePointCount(0, value.length()) > constraints.maxLength()) {
            problems.add(row, ProblemCode.MAX_LENGTH);
        }
    }

    private void checkBounds(JudgedRow row, String value) {
        if (constraints.minimum().isPresent()
                && compare(value, constraints.minimum().get()) < 0) {
            problems.addUnusable(row, ProblemCode.MINIMUM);
        }
        if (constraints.maximum().isPresent()
                && compare(value, constraints.maximum().get()) > 0) {
            problems.addUnusable(row, ProblemCode.MAXIMUM);
        }
    }

    private int compare(String value, Constraints.Bound bound) {
        return dated || bound.number().isEmpty()
                ? value.compareTo(bound.text())
                : new BigDecimal(value).compareTo(bound.number().get());
    }
}
