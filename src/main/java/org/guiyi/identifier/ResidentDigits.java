package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The layout of GB 11643-1999: six digits of region, eight of birth, three of sequence, one check digit after ISO 7064
 * MOD 11-2. A {@code *} stands for a digit that is not known.
 */
final class ResidentDigits {

    static final int LENGTH = 18;
    static final int BIRTH = 6;
    static final int SEQUENCE = 14;
    static final int SEX = 16;

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private ResidentDigits() {}

    /** True for 17 ASCII digits and a digit or capital X, the first one not 0. */
    static boolean wellFormed(CharSequence text) {
        if (text.length() != LENGTH || text.charAt(0) == '0' || !digits(text, 0, LENGTH - 1)) {
            return false;
        }
        char last = text.charAt(LENGTH - 1);
        return last == 'X' || isDigit(last);
    }

    static char checkDigit(CharSequence first17) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    static boolean checkHolds(CharSequence wellFormed) {
        return wellFormed.charAt(LENGTH - 1) == checkDigit(wellFormed);
    }

    /** The birth as yyyyMMdd when it is a day of the solar calendar from 1800 to 2099, else -1. */
    static int birth(CharSequence text) {
        if (text.length() != LENGTH || !digits(text, BIRTH, SEQUENCE)) {
            return -1;
        }
        int year = number(text, 6, 10);
        int month = number(text, 10, 12);
        int day = number(text, 12, 14);
        boolean real = year >= 1800 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1];
        return real && (month != 2 || day < 29 || leap(year)) ? year * 10_000 + month * 100 + day : -1;
    }

    static Optional<LocalDate> birthDate(CharSequence text) {
        int birth = birth(text);
        return birth < 0 ? Optional.empty() : Optional.of(LocalDate.of(birth / 10_000, birth / 100 % 100, birth % 100));
    }

    static Optional<Sex> sex(CharSequence text) {
        return text.length() == LENGTH && isDigit(text.charAt(SEX))
                ? Optional.of(Sex.ofSequenceDigit(text.charAt(SEX)))
                : Optional.empty();
    }

    static int region(CharSequence text) {
        return number(text, 0, BIRTH);
    }

    static DocumentType documentOf(CharSequence text) {
        return switch (text.charAt(0)) {
            case '9' -> DocumentType.FOREIGNER_RESIDENCE;
            case '8' -> DocumentType.HMT_RESIDENCE;
            default -> DocumentType.RESIDENT_ID;
        };
    }

    static boolean digits(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int number(CharSequence text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + (text.charAt(i) - '0');
        }
        return value;
    }

    private static boolean leap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }
}
