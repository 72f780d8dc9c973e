package org.guiyi.identifier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Mongolian names in Chinese characters, of which one name has many spellings: 其其格 and 琪琪格 are the same word.
 */
public final class MongolianSpelling {

    private static final Lazy<MongolianSpelling> TABLE = new Lazy<>(MongolianSpelling::new);

    private final NameTrie<String> words = new NameTrie<>();
    private final Map<String, String> latin = new HashMap<>();

    private MongolianSpelling() {
        CodeTable.carried("mongolian_spellings.csv", row -> {
            for (String spelling : row.getField("variants").split("\\|", -1)) {
                latin.putIfAbsent(spelling, row.getField("latin_key"));
            }
        });
        latin.forEach(words::add);
    }

    /**
     * The key of a name with every known word in its Latin form and the other characters as they are; equal for two
     * spellings of one name. {@code 乌云其其格} gives {@code uyun cecek}.
     */
    public static String folded(String key) {
        return TABLE.get().fold(key);
    }

    /** Whether a name holds a word that is spelled in several ways. */
    public static boolean knows(String key) {
        return !folded(key).equals(key);
    }

    private String fold(String key) {
        var folded = new StringBuilder(key.length() + 8);
        for (int i = 0; i < key.length(); ) {
            List<NameTrie.Match<String>> found = words.at(key, i);
            if (found.isEmpty()) {
                folded.append(key.charAt(i++));
            } else {
                NameTrie.Match<String> longest = found.get(0);
                folded.append(folded.isEmpty() ? "" : " ")
                        .append(longest.values().get(0));
                i = longest.end();
            }
        }
        return folded.toString();
    }
}
