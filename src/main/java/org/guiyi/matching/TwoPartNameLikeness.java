package org.guiyi.matching;

import java.util.Arrays;

/** Compares given and family name together, also crosswise; alike is a Jaro–Winkler of 0.85. */
final class TwoPartNameLikeness implements Likeness {

    private static final double ALIKE = 0.85;
    private static final int[] NONE = {};

    /** How two parts stand to each other. */
    private enum Part {
        EQUAL,
        ALIKE,
        DIFFERENT,
        MISSING
    }

    private final int[][] given;
    private final int[][] family;
    private final TextMetric metric = new JaroWinkler();

    TwoPartNameLikeness(ComparisonValues values) {
        this.given = texts(values, "given");
        this.family = texts(values, "family");
    }

    private static int[][] texts(ComparisonValues values, String input) {
        int[][] texts = new int[values.count()][];
        texts[0] = NONE;
        for (int value = 1; value < texts.length; value++) {
            String text = values.text(value, input);
            texts[value] = text == null ? NONE : TextMetric.characters(text);
        }
        return texts;
    }

    @Override
    public int compare(int left, int right) {
        Part ofGiven = part(given[left], given[right]);
        Part ofFamily = part(family[left], family[right]);
        int straight = straight(ofGiven, ofFamily);
        if (straight <= 1) {
            return straight;
        }
        int crosswise = crosswise(part(given[left], family[right]), part(family[left], given[right]));
        if (crosswise == MISSING || straight == MISSING) {
            return Math.max(straight, crosswise);
        }
        return Math.min(straight, crosswise);
    }

    /** Levels by their place in the kind's list. */
    private static int straight(Part given, Part family) {
        return switch (family) {
            case EQUAL ->
                switch (given) {
                    case EQUAL -> 0;
                    case ALIKE -> 2;
                    case DIFFERENT, MISSING -> 6;
                };
            case ALIKE ->
                switch (given) {
                    case EQUAL -> 3;
                    case ALIKE -> 4;
                    case DIFFERENT, MISSING -> 8;
                };
            case DIFFERENT ->
                switch (given) {
                    case EQUAL -> 7;
                    case ALIKE -> 8;
                    case DIFFERENT, MISSING -> 9;
                };
            case MISSING ->
                switch (given) {
                    case EQUAL -> 7;
                    case ALIKE -> 8;
                    case DIFFERENT -> 9;
                    case MISSING -> MISSING;
                };
        };
    }

    private static int crosswise(Part one, Part other) {
        if (one == Part.EQUAL && other == Part.EQUAL) {
            return 1;
        }
        boolean alike = (one == Part.EQUAL || one == Part.ALIKE) && (other == Part.EQUAL || other == Part.ALIKE);
        return alike ? 5 : MISSING;
    }

    private Part part(int[] a, int[] b) {
        if (a.length == 0 || b.length == 0) {
            return Part.MISSING;
        }
        if (Arrays.equals(a, b)) {
            return Part.EQUAL;
        }
        return Math.min(metric.of(a, b), metric.of(b, a)) >= ALIKE ? Part.ALIKE : Part.DIFFERENT;
    }
}
