package org.guiyi.person;

import org.guiyi.identifier.ResidentId;

/**
 * How values are shown to whoever has no reason to see them whole: numbers 6+8*+4 (a child's 1+16*+1), telephones 3+4*+4,
 * names 张*, addresses to their first eight characters.
 */
public final class Mask {

    private static final int ADULT = 18;
    private static final int ADDRESS = 8;

    private Mask() {}

    /** Shows as much of a value of {@code warehouse.person} as anybody may see. */
    public static String of(String field, String value, int thisYear) {
        return switch (field) {
            case "name", "related_name" -> name(value);
            case "resident_id" -> number(value, thisYear);
            case "phone", "related_phone" -> middle(value, 3, 4);
            case "birth_date" -> value.substring(0, Math.min(4, value.length())) + "-**-**";
            case "registered_address", "residence" ->
                value.codePointCount(0, value.length()) <= ADDRESS
                        ? value
                        : value.substring(0, value.offsetByCodePoints(0, ADDRESS)) + "…";
            default -> value;
        };
    }

    /** The first character, and a star for each that follows. */
    public static String name(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }

    private static String number(String number, int thisYear) {
        boolean child = ResidentId.of(number)
                .map(id -> thisYear - id.birthDate().getYear() < ADULT)
                .orElse(true);
        return child ? middle(number, 1, 1) : middle(number, 6, 4);
    }

    private static String middle(String text, int head, int tail) {
        if (text.length() <= head + tail) {
            return "*".repeat(text.length());
        }
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}
