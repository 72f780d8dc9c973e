package org.guiyi.validation;

import org.guiyi.feed.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a row.
 *
 * @param code stable, upper case ({@link ProblemCode}, or {@code RULE_…} of a feed's own rule)
 * @param field the field's name, or null for the row as a whole
 * @param column the column from 0, -1 when no column is to blame
 * @param delivered the text that was judged, as delivered or corrected
 * @param messageZh the same in Chinese; like {@code messageEn} without the delivered text
 * @param suggestion a text that may be right, or null
 */
public record Problem(
        String code,
        Severity severity,
        @Nullable String field,
        int column,
        String delivered,
        String messageZh,
        String messageEn,
        @Nullable String suggestion) {

    /** Not the delivered text: it must not reach a log. */
    @Override
    public String toString() {
        return "Problem[" + code + ", " + severity.key() + ", " + field + ", column " + column + "]";
    }
}
