package org.guiyi.identifier;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fifteen digits: a number of the first generation, or the front of a number of 18. Where both can be, neither is
 * believed.
 */
final class OldNumbers implements IdentityStep {

    private static final Pattern FIFTEEN = Pattern.compile("[1-9]\\d{14}");
    private static final int FIRST_OF_CENTENARIANS = 996;

    private final WholeNumbers numbers;

    OldNumbers(WholeNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        return FIFTEEN.matcher(cell.text()).matches() ? Optional.of(fifteen(cell)) : Optional.empty();
    }

    private IdentityReading fifteen(IdentityCell cell) {
        String front = cell.text() + "***";
        boolean cut = ResidentDigits.birth(front) > 0;
        String upgraded = upgraded(cell.text());
        boolean whole = ResidentDigits.birth(upgraded) > 0;
        if (cut) {
            return whole
                    ? cell.unusable(null, null, IdentityFlag.LENGTH)
                    : cell.partial(front, null, IdentityFlag.LENGTH);
        }
        return whole
                ? numbers.judge(cell, upgraded, cell.flags(flagOf(cell.text())), Map.of())
                : cell.unusable(null, null, IdentityFlag.BAD_DATE);
    }

    /** The century goes in after the region, the check digit at the end. */
    static String upgraded(String fifteen) {
        String century = isCentenarian(fifteen) ? "18" : "19";
        String first17 = fifteen.substring(0, 6) + century + fifteen.substring(6);
        return first17 + ResidentDigits.checkDigit(first17);
    }

    private static IdentityFlag flagOf(String fifteen) {
        return isCentenarian(fifteen) ? IdentityFlag.UPGRADED_15_CENTENARIAN : IdentityFlag.UPGRADED_15;
    }

    private static boolean isCentenarian(String fifteen) {
        return Integer.parseInt(fifteen.substring(12)) >= FIRST_OF_CENTENARIANS;
    }
}
