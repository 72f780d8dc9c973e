package org.guiyi.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Compares names by characters, then by toneless pinyin, then by dialect-tolerant pinyin. */
final class NameLikeness implements Likeness {

    private static final int EQUAL = 0;
    private static final int WILDCARD = 1;
    private static final int PART = 2;
    private static final int SAME_SOUND = 3;
    private static final int LIKE_SOUND = 4;
    private static final int GIVEN_NAME = 5;
    private static final int ONE_CHARACTER = 6;
    private static final int SURNAME = 7;
    private static final int SOMETHING_SHARED = 8;
    private static final int NOTHING_IN_COMMON = 9;
    private static final int[] NONE = {};

    private final int[][] characters;
    private final int[][] sounds;
    private final int[][] likeSounds;

    NameLikeness(ComparisonValues values) {
        this.characters = new int[values.count()][];
        this.sounds = new int[values.count()][];
        this.likeSounds = new int[values.count()][];
        Dictionary syllables = new Dictionary();
        for (int value = 1; value < characters.length; value++) {
            characters[value] = Names.characters(values.text(value, "key"));
            String sound = values.text(value, "sound");
            sounds[value] = syllables(sound, syllables);
            likeSounds[value] = syllables(sound == null ? null : likeSound(sound), syllables);
        }
    }

    private static int[] syllables(@Nullable String sound, Dictionary syllables) {
        return sound == null
                ? NONE
                : Arrays.stream(sound.strip().split(" +", -1))
                        .mapToInt(syllables::encode)
                        .toArray();
    }

    /** Merges what dialects merge: zh z, ch c, sh s, n l, f h; ing in, eng en, ang an. */
    static String likeSound(String sound) {
        return sound.replaceAll("\\b([zcs])h", "$1")
                .replaceAll("\\bn", "l")
                .replaceAll("\\bf", "h")
                .replaceAll("([iea])ng\\b", "$1n");
    }

    @Override
    public int compare(int left, int right) {
        int[] a = characters[left];
        int[] b = characters[right];
        if (a.length == 0 || b.length == 0) {
            return MISSING;
        }
        if (Names.equalButForWildcards(a, b)) {
            return Names.hasWildcard(a) || Names.hasWildcard(b) ? WILDCARD : EQUAL;
        }
        if (Names.part(a, b)) {
            return PART;
        }
        return bySound(left, right);
    }

    private int bySound(int left, int right) {
        if (sounds[left].length >= 2 && Arrays.equals(sounds[left], sounds[right])) {
            return SAME_SOUND;
        }
        if (sounds[left].length >= 2 && Arrays.equals(likeSounds[left], likeSounds[right])) {
            return LIKE_SOUND;
        }
        return byPart(left, right);
    }

    private int byPart(int left, int right) {
        int[] a = characters[left];
        int[] b = characters[right];
        if (Names.sameGivenName(a, b)) {
            return GIVEN_NAME;
        }
        if (Names.oneCharacter(a, b)) {
            return ONE_CHARACTER;
        }
        if (Names.sameFirst(a, b) || Names.sameFirst(sounds[left], sounds[right])) {
            return SURNAME;
        }
        boolean shared = Names.somethingShared(a, b) || Names.somethingShared(sounds[left], sounds[right]);
        return shared ? SOMETHING_SHARED : NOTHING_IN_COMMON;
    }
}
