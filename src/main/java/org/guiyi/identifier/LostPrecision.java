package org.guiyi.identifier;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers that went through a spreadsheet's floating point: 15 digits are kept, fewer in scientific notation. */
final class LostPrecision implements IdentityStep {

    private static final Pattern SCIENTIFIC = Pattern.compile("(\\d)(?:\\.(\\d+))?E\\+?(\\d{1,2})");
    private static final Pattern FLOAT = Pattern.compile("(\\d{16,})(?:\\.0+)?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3}){5,}(?:\\.0+)?");
    private static final int EXACT = 15;
    /** Half the distance of two neighbouring doubles around 10^17. */
    private static final int ROUNDING = 16;

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        if (!cell.numeric() && !hasMark(cell.text())) {
            return Optional.empty();
        }
        Matcher scientific = SCIENTIFIC.matcher(cell.text());
        if (scientific.matches()) {
            return Optional.of(scientific(cell, scientific));
        }
        String digits = GROUPED.matcher(cell.text()).matches() ? cell.text().replace(",", "") : cell.text();
        Matcher number = FLOAT.matcher(digits);
        boolean wasNumber = cell.numeric() || digits.endsWith(".0") || !digits.equals(cell.text());
        return wasNumber && number.matches() ? Optional.of(rounded(cell, number.group(1))) : Optional.empty();
    }

    private static boolean hasMark(String text) {
        return text.indexOf('E') > 0 || text.indexOf('.') > 0 || text.indexOf(',') > 0;
    }

    private static IdentityReading scientific(IdentityCell cell, Matcher found) {
        String fraction = found.group(2) == null ? "" : found.group(2);
        String mantissa = found.group(1) + fraction;
        if (!found.group(3).equals("17")) {
            return cell.unusable(null, null, IdentityFlag.SCI_NOTATION);
        }
        // The last digit shown may be rounded up; behind the six of the region stands a 1 or 2, which never rounds up.
        int sure = mantissa.length() == 6 ? 6 : Math.min(mantissa.length() - 1, EXACT);
        return cell.partial(pattern(mantissa.substring(0, sure)), null, IdentityFlag.SCI_NOTATION);
    }

    private static IdentityReading rounded(IdentityCell cell, String digits) {
        if (digits.length() != ResidentDigits.LENGTH) {
            return cell.unusable(null, null, IdentityFlag.PRECISION_LOST, IdentityFlag.LENGTH);
        }
        return cell.partial(pattern(exact(digits)), null, IdentityFlag.PRECISION_LOST);
    }

    /**
     * A spreadsheet's own noughts leave 15 digits; a program's rounding may have carried into the fifteenth. It can't
     * have carried into the birth date, because sequences next to 000 and 999 are not given out.
     */
    private static String exact(String digits) {
        int end = Integer.parseInt(digits.substring(ResidentDigits.SEQUENCE));
        int low = Math.max(0, end - ROUNDING);
        boolean sure = end % 1000 == 0 || low / 1000 == (end + ROUNDING) / 1000;
        return digits.substring(0, sure ? EXACT : EXACT - 1);
    }

    private static String pattern(String front) {
        return front + "*".repeat(ResidentDigits.LENGTH - front.length());
    }
}
