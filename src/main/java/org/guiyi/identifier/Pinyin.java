package org.guiyi.identifier;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Toneless pinyin of names: surnames in their own reading, from a table and then from ICU; other characters from ICU,
 * each asked for once.
 */
final class Pinyin {

    static final String UNKNOWN = "?";

    private static final Lazy<Pinyin> TABLES = new Lazy<>(Pinyin::new);
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern U_UMLAUT = Pattern.compile("[üǖǘǚǜ]");
    private static final Pattern SYLLABLE = Pattern.compile("[a-z]+( [a-z]+)*");
    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();

    private final Map<String, String> surnames = new HashMap<>();
    private final Map<Integer, String> given = new ConcurrentHashMap<>();
    private final Map<Integer, String> first = new ConcurrentHashMap<>();
    private final Lazy<Transliterator> plain = new Lazy<>(() -> Transliterator.getInstance("Han-Latin"));
    private final Lazy<Transliterator> ofNames = new Lazy<>(() -> Transliterator.getInstance("Han-Latin/Names"));

    private Pinyin() {
        CodeTable.carried(
                "surname_pinyin.csv", row -> surnames.put(row.getField("surname"), toneless(row.getField("pinyin"))));
        surnames.put("朴", "piao");
    }

    static Pinyin tables() {
        return TABLES.get();
    }

    /** Whether the text is a surname of the table, of one or two characters. */
    boolean isSurname(String text) {
        return surnames.containsKey(text);
    }

    /** The reading of a surname of the table, syllables joined by a blank. */
    String surname(String text) {
        return surnames.getOrDefault(text, UNKNOWN);
    }

    /** The reading of a character at the beginning of a name. */
    String first(int character) {
        String surname = surnames.get(Character.toString(character));
        return surname == null ? first.computeIfAbsent(character, c -> read(ofNames.get(), c)) : surname;
    }

    /** The reading of any other character. */
    String given(int character) {
        return given.computeIfAbsent(character, c -> read(plain.get(), c));
    }

    private static String read(Transliterator transliterator, int character) {
        String sound;
        synchronized (transliterator) {
            sound = toneless(transliterator.transliterate(Character.toString(character)));
        }
        return SYLLABLE.matcher(sound).matches() ? sound : UNKNOWN;
    }

    /** Lower case without tone marks; ü becomes v before its dots would go with them. */
    static String toneless(String pinyin) {
        String lower = NFC.normalize(pinyin.strip().toLowerCase(Locale.ROOT));
        return MARKS.matcher(NFD.normalize(U_UMLAUT.matcher(lower).replaceAll("v")))
                .replaceAll("");
    }
}
