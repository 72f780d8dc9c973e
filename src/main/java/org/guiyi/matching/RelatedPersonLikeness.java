package org.guiyi.matching;

/** Compares guardians or parents by number where both have one, else by name. */
final class RelatedPersonLikeness implements Likeness {

    private static final int SAME_NUMBER = 0;
    private static final int SAME_NAME = 1;
    private static final int SIMILAR_NAME = 2;
    private static final int DIFFERENT = 3;

    private final WrittenNames names;
    private final long[] numbers;

    RelatedPersonLikeness(ComparisonValues values) {
        this.names = new WrittenNames(values, "name");
        this.numbers = new long[values.count()];
        for (int value = 1; value < numbers.length; value++) {
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
        int[] a = names.characters(left);
        int[] b = names.characters(right);
        if (a.length == 0 || b.length == 0) {
            return numbered ? DIFFERENT : MISSING;
        }
        if (!Names.equalButForWildcards(a, b)) {
            return Names.oneCharacter(a, b) || names.anotherForm(left, right) || names.sameShape(left, right)
                    ? SIMILAR_NAME
                    : DIFFERENT;
        }
        return Names.hasWildcard(a) || Names.hasWildcard(b) ? SIMILAR_NAME : SAME_NAME;
    }
}
