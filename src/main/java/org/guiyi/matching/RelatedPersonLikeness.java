package org.guiyi.matching;

/** Compares guardians or parents by number where both have one, else by name. */
final class RelatedPersonLikeness implements Likeness {

    private static final int SAME_NUMBER = 0;
    private static final int SAME_NAME = 1;
    private static final int SIMILAR_NAME = 2;
    private static final int DIFFERENT = 3;

    private final int[][] names;
    private final long[] numbers;

    RelatedPersonLikeness(ComparisonValues values) {
        this.names = new int[values.count()][];
        this.numbers = new long[values.count()];
        for (int value = 1; value < names.length; value++) {
            names[value] = Names.characters(values.text(value, "name"));
            String number = values.text(value, "number");
            numbers[value] = number == null || number.indexOf('*') >= 0 ? 0 : KeyHash.of(number);
        }
    }

    @Override
    public int compare(int left, int right) {
        boolean numbered = numbers[left] != 0 && numbers[right] != 0;
        if (numbered && numbers[left] == numbers[right]) {
            return SAME_NUMBER;
        }
        int[] a = names[left];
        int[] b = names[right];
        if (a.length == 0 || b.length == 0) {
            return numbered ? DIFFERENT : MISSING;
        }
        if (!Names.equalButForWildcards(a, b)) {
            return Names.oneCharacter(a, b) ? SIMILAR_NAME : DIFFERENT;
        }
        return Names.hasWildcard(a) || Names.hasWildcard(b) ? SIMILAR_NAME : SAME_NAME;
    }
}
