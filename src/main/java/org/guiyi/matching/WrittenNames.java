package org.guiyi.matching;

import org.guiyi.identifier.MongolianSpelling;
import org.guiyi.identifier.NameVariants;
import org.jspecify.annotations.Nullable;

/** The names of a comparison's values as they are written. */
final class WrittenNames {

    private static final int SHORTEST_OF_PARTS = 4;
    private static final int SHORTEST_PART = 2;

    private final int[][] characters;
    private final int[] spellings;
    private final boolean[] surnameless;

    WrittenNames(ComparisonValues values, String input) {
        this.characters = new int[values.count()][];
        this.spellings = new int[values.count()];
        this.surnameless = new boolean[values.count()];
        Dictionary spelled = new Dictionary();
        for (int value = 1; value < characters.length; value++) {
            String name = values.text(value, input);
            characters[value] = Names.characters(name);
            spell(value, name, spelled);
        }
    }

    private void spell(int value, @Nullable String name, Dictionary spelled) {
        String folded = name == null ? "" : MongolianSpelling.folded(name);
        if (!folded.isEmpty() && !folded.equals(name)) {
            spellings[value] = spelled.encode(folded);
            surnameless[value] = Character.isLowerCase(folded.charAt(0));
        }
    }

    /** Code points; none where the name is missing. */
    int[] characters(int value) {
        return characters[value];
    }

    /** Whether a name begins with a word that is no surname, as Mongol names do. */
    boolean surnameless(int value) {
        return surnameless[value];
    }

    /** Whether two names are the same but for how a word is spelled in Chinese, or for the order of their parts. */
    boolean anotherForm(int left, int right) {
        return spellings[left] != 0 && spellings[left] == spellings[right]
                || turned(characters[left], characters[right]);
    }

    /** Given·father and father·given: one name is the other, begun at another of its parts. */
    private static boolean turned(int[] a, int[] b) {
        if (a.length != b.length || a.length < SHORTEST_OF_PARTS) {
            return false;
        }
        for (int from = SHORTEST_PART; from <= a.length - SHORTEST_PART; from++) {
            if (turnedAt(from, a, b)) {
                return true;
            }
        }
        return false;
    }

    private static boolean turnedAt(int from, int[] a, int[] b) {
        for (int i = 0; i < a.length; i++) {
            if (a[i] == Names.WILDCARD || a[i] != b[(i + from) % b.length]) {
                return false;
            }
        }
        return true;
    }

    /** Whether two names differ in one character only, and that one is easily taken for the other. */
    boolean sameShape(int left, int right) {
        int[] a = characters[left];
        int[] b = characters[right];
        int differing = a.length < 2 ? -1 : Names.onlyDifference(a, b);
        return differing >= 0 && NameVariants.alike(a[differing], b[differing]);
    }
}
