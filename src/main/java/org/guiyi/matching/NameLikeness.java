package org.guiyi.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Compares names by characters, then by toneless pinyin, then by dialect-tolerant pinyin, then by the shape of characters.
 */
final class NameLikeness implements Likeness {

    private static final int EQUAL = 0;
    private static final int WILDCARD = 1;
    private static final int PART = 2;
    private static final int ANOTHER_FORM = 3;
    private static final int SAME_SOUND = 4;
    private static final int LIKE_SOUND = 5;
    private static final int SAME_SHAPE = 6;
    private static final int GIVEN_NAME = 7;
    private static final int ONE_CHARACTER = 8;
    private static final int SURNAME = 9;
    private static final int SOMETHING_SHARED = 10;
    private static final int NOTHING_IN_COMMON = 11;
    private static final int[] NONE = {};

    private final WrittenNames names;
    private final int[][] sounds;
    private final int[][] likeSounds;

    NameLikeness(ComparisonValues values) {
        this.names = new WrittenNames(values, "key");
        this.sounds = new int[values.count()][];
        this.likeSounds = new int[values.count()][];
        Dictionary syllables = new Dictionary();
        for (int value = 1; value < sounds.length; value++) {
            sounds[value] = syllables(values.text(value, "sound"), syllables);
        }
        int[] like = likeSounds(syllables);
        for (int value = 1; value < sounds.length; value++) {
            likeSounds[value] = Arrays.stream(sounds[value])
                    .map(syllable -> syllable == Names.WILDCARD ? syllable : -like[-syllable])
                    .toArray();
        }
    }

    /** Negative numbers, so that a syllable is never taken for the wildcard, which stands for an unreadable one. */
    private static int[] syllables(@Nullable String sound, Dictionary syllables) {
        return sound == null
                ? NONE
                : Arrays.stream(sound.strip().split(" +", -1))
                        .mapToInt(syllable -> syllable.equals("?") ? Names.WILDCARD : -syllables.encode(syllable))
                        .toArray();
    }

    /** For each syllable the number of its dialect-tolerant spelling. */
    private static int[] likeSounds(Dictionary syllables) {
        Dictionary merged = new Dictionary();
        int[] like = new int[syllables.size()];
        for (int syllable = 1; syllable < like.length; syllable++) {
            like[syllable] = merged.encode(likeSound(syllables.value(syllable)));
        }
        return like;
    }

    /** Merges what dialects merge: zh z, ch c, sh s, n l, f h; ing in, eng en, ang an. */
    static String likeSound(String syllable) {
        return syllable.replaceAll("^([zcs])h", "$1")
                .replaceAll("^n", "l")
                .replaceAll("^f", "h")
                .replaceAll("([iea])ng$", "$1n");
    }

    @Override
    public int compare(int left, int right) {
        int[] a = names.characters(left);
        int[] b = names.characters(right);
        if (a.length == 0 || b.length == 0) {
            return MISSING;
        }
        if (Names.equalButForWildcards(a, b)) {
            return Names.hasWildcard(a) || Names.hasWildcard(b) ? WILDCARD : EQUAL;
        }
        if (Names.part(a, b)) {
            return PART;
        }
        return names.anotherForm(left, right) ? ANOTHER_FORM : bySound(left, right);
    }

    private int bySound(int left, int right) {
        if (sameSound(sounds[left], sounds[right])) {
            return SAME_SOUND;
        }
        if (sameSound(likeSounds[left], likeSounds[right])) {
            return LIKE_SOUND;
        }
        return names.sameShape(left, right) ? SAME_SHAPE : byPart(left, right);
    }

    private static boolean sameSound(int[] a, int[] b) {
        return a.length >= 2 && Arrays.equals(a, b) && !Names.hasWildcard(a);
    }

    private int byPart(int left, int right) {
        int[] a = names.characters(left);
        int[] b = names.characters(right);
        boolean surnames = !names.surnameless(left) && !names.surnameless(right);
        if (surnames && Names.sameGivenName(a, b)) {
            return GIVEN_NAME;
        }
        if (Names.oneCharacter(a, b)) {
            return ONE_CHARACTER;
        }
        if (surnames && (Names.sameFirst(a, b) || Names.sameFirst(sounds[left], sounds[right]))) {
            return SURNAME;
        }
        boolean shared = Names.somethingShared(a, b) || Names.somethingShared(sounds[left], sounds[right]);
        return shared ? SOMETHING_SHARED : NOTHING_IN_COMMON;
    }
}
