package org.guiyi.matching;

import org.jspecify.annotations.Nullable;

/** Reads the parts of an 18-character number of GB 11643-1999 whose unknown digits are {@code *}. */
final class ResidentIdDigits {

    static final int LENGTH = 18;
    static final int BIRTH_FROM = 6;
    static final int BIRTH_TO = 14;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private ResidentIdDigits() {}

    /** The well-formed number inside a student number (G + ID) or disability certificate (ID + type + level [+ Bn]). */
    static @Nullable String numberIn(String value) {
        if (value.length() == LENGTH + 1 && value.charAt(0) == 'G') {
            return wholeOrNull(value.substring(1));
        }
        if (value.length() >= LENGTH + 2) {
            return wholeOrNull(value.substring(0, LENGTH));
        }
        return null;
    }

    /** The birth date as ISO text; null when a digit of it is unknown. */
    static @Nullable String birthIn(String number) {
        if (number.length() != LENGTH || !visible(number, BIRTH_FROM, BIRTH_TO)) {
            return null;
        }
        return number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14);
    }

    static @Nullable String sexIn(String number) {
        if (number.length() != LENGTH || !visible(number, 16, 17)) {
            return null;
        }
        return (number.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    static boolean visible(String number, int from, int to) {
        for (int i = from; i < to; i++) {
            if (number.charAt(i) == '*') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String wholeOrNull(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int digit = number.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            sum += digit * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11) == number.charAt(LENGTH - 1) ? number : null;
    }
}
