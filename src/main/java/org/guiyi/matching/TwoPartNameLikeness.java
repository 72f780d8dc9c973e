package org.guiyi.matching;

/**
 * Compares given and family name together, also crosswise; alike is a Jaro–Winkler of 0.85. Where only one of the two can be
 * compared, the level tells of that one alone.
 */
final class TwoPartNameLikeness implements Likeness {

    private static final double ALIKE = 0.85;

    /** How two parts stand to each other. */
    private enum Part {
        EQUAL,
        ALIKE,
        DIFFERENT,
        MISSING
    }

    private final TextPool given;
    private final TextPool family;
    private final TextMetric metric = new JaroWinkler();

    TwoPartNameLikeness(ComparisonValues values) {
        this.given = new TextPool(values, "given");
        this.family = new TextPool(values, "family");
    }

    @Override
    public int compare(int left, int right) {
        Part ofGiven = part(given.text(left), given.text(right));
        Part ofFamily = part(family.text(left), family.text(right));
        int straight = straight(ofGiven, ofFamily);
        if (straight <= 1) {
            return straight;
        }
        int crosswise =
                crosswise(part(given.text(left), family.text(right)), part(family.text(left), given.text(right)));
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
                    case MISSING -> 6;
                    case DIFFERENT -> 7;
                };
            case ALIKE ->
                switch (given) {
                    case EQUAL -> 3;
                    case ALIKE -> 4;
                    case MISSING -> 10;
                    case DIFFERENT -> 11;
                };
            case DIFFERENT ->
                switch (given) {
                    case EQUAL -> 9;
                    case ALIKE -> 11;
                    case MISSING -> 12;
                    case DIFFERENT -> 13;
                };
            case MISSING ->
                switch (given) {
                    case EQUAL -> 8;
                    case ALIKE -> 10;
                    case MISSING -> MISSING;
                    case DIFFERENT -> 12;
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

    private Part part(Text a, Text b) {
        if (a.length() == 0 || b.length() == 0) {
            return Part.MISSING;
        }
        if (a.same(b)) {
            return Part.EQUAL;
        }
        return Math.min(metric.of(a, b), metric.of(b, a)) >= ALIKE ? Part.ALIKE : Part.DIFFERENT;
    }
}
