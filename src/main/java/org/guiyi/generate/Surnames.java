package org.guiyi.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Surnames in coarse weights: the five commonest carry 31.7 % of the people, the first 25 together 59.5 %, the first 100
 * together 86.4 %, compound ones 0.09 %.
 */
final class Surnames {

    private static final Map<String, List<String>> TIERS = Words.table("surnames.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    tier -> tier.getField("tier"), tier -> pieces(tier.getField("surnames"))));

    private Surnames() {}

    static String draw(Dice dice) {
        return dice.pick(tier(dice.below(10_000)));
    }

    private static List<String> tier(int ofTenThousand) {
        if (ofTenThousand < 3170) {
            return tier("5");
        }
        if (ofTenThousand < 5950) {
            return tier("25");
        }
        if (ofTenThousand < 8640) {
            return tier("100");
        }
        return tier(ofTenThousand < 9991 ? "rest" : "compound");
    }

    private static List<String> tier(String name) {
        return TIERS.getOrDefault(name, List.of());
    }

    private static List<String> pieces(String surnames) {
        return surnames.contains(" ") ? Arrays.asList(surnames.split(" ")) : Words.characters(surnames);
    }
}
