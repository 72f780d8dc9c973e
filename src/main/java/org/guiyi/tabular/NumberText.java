package org.guiyi.tabular;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers written plainly, with all the digits that were stored and never by way of floating point. */
final class NumberText {

    private static final int LARGEST_EXPONENT = 400;
    private static final int LONGEST = 1_000;
    private static final double EXACT_AS_LONG = 9.0e18;

    private NumberText() {}

    /** The plain form of a stored number; empty if it is none. */
    static Optional<String> plain(String stored) {
        if (isInteger(stored)) {
            return Optional.of(stored);
        }
        if (stored.length() > LONGEST || !stored.chars().allMatch(c -> c < 128)) {
            return Optional.empty();
        }
        try {
            return Optional.of(plain(new BigDecimal(stored)));
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** The plain form of a double, exact if it is whole. */
    static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_AS_LONG) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return plain(value == Math.rint(value) ? new BigDecimal(value) : BigDecimal.valueOf(value));
    }

    private static String plain(BigDecimal value) {
        if (Math.abs((long) value.scale()) > LARGEST_EXPONENT + LONGEST) {
            throw new ArithmeticException("A cell's number has an exponent beyond " + LARGEST_EXPONENT);
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static boolean isInteger(String stored) {
        int start = stored.startsWith("-") ? 1 : 0;
        for (int i = start; i < stored.length(); i++) {
            if (stored.charAt(i) < '0' || stored.charAt(i) > '9') {
                return false;
            }
        }
        return stored.length() > start;
    }
}
