package org.guiyi.identifier;

import com.ibm.icu.text.Transliterator;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Characters that stand for each other in names: private use, traditional, variant, look-alike. */
public final class NameVariants {

    private static final Set<String> ANYWHERE =
            Set.of("variant", "trad", "trad-merge", "simp-ext", "trad-simp-ext", "second-scheme", "surname-variant");
    private static final Set<String> SURNAME = Set.of("variant-surname", "surname-second-scheme", "surname");
    private static final Lazy<NameVariants> TABLES = new Lazy<>(NameVariants::new);

    private final Map<Integer, Integer> privateUse = new HashMap<>();
    private final Map<Integer, Integer> anywhere = new HashMap<>();
    private final Map<Integer, Integer> surname = new HashMap<>();
    private final Map<Integer, Integer> sounding = new HashMap<>();
    private final Set<Long> lookAlikes = new HashSet<>();
    private final Map<Integer, Integer> simplified = new ConcurrentHashMap<>();
    private final Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");

    private NameVariants() {
        CodeTable.carried("gbk_private_use.csv", row -> privateUse(row.getField("gbk"), row.getField("character")));
        CodeTable.carried(
                "gbk_private_use.csv", row -> privateUse(row.getField("windows936"), row.getField("character")));
        CodeTable.carried("name_variants.csv", row -> pair(row, ANYWHERE));
        CodeTable.carried("name_variants.csv", row -> pair(row, SURNAME));
        CodeTable.carried("name_variants.csv", this::soundOrLook);
    }

    /**
     * Whether two characters are taken for each other by eye or by ear, or one is a guess at the other: 佘 and 余, 昱 and
     * 煜. Takes characters as they stand in a {@link PersonName#key()}; the order makes no difference.
     */
    public static boolean alike(int first, int second) {
        return TABLES.get().lookAlikes.contains(unordered(first, second));
    }

    static NameVariants tables() {
        return TABLES.get();
    }

    /** The standard character of a private-use one of GBK, else the same. */
    int standard(int character) {
        return privateUse.getOrDefault(character, character);
    }

    /** Simplified and folded: equal for characters that are written for each other in this place of a name. */
    int folded(int character, boolean first) {
        int simple = simplified(character);
        int common = anywhere.getOrDefault(simple, simple);
        return first ? surname.getOrDefault(common, common) : common;
    }

    /** The character whose reading is known, for an extension-B one; else the same. */
    int sounding(int character) {
        return sounding.getOrDefault(character, character);
    }

    int simplified(int character) {
        return simplified.computeIfAbsent(character, traditional -> {
            String simple = toSimplified.transliterate(Character.toString(traditional));
            return simple.codePointCount(0, simple.length()) == 1 ? simple.codePointAt(0) : traditional;
        });
    }

    private void privateUse(String from, String character) {
        int code = Integer.parseInt(from.substring(2), 16);
        if (code >= 0xE000 && code <= 0xF8FF) {
            privateUse.put(code, character.codePointAt(0));
        }
    }

    private void pair(NamedCsvRecord row, Set<String> kinds) {
        if (kinds.contains(row.getField("kind"))) {
            Map<Integer, Integer> groups = kinds.equals(ANYWHERE) ? anywhere : surname;
            join(groups, common(row.getField("a")), common(row.getField("b")));
        }
    }

    private void soundOrLook(NamedCsvRecord row) {
        if (row.getField("kind").equals("simp-ext")) {
            sounding.put(row.getField("a").codePointAt(0), row.getField("b").codePointAt(0));
        }
        if (!ANYWHERE.contains(row.getField("kind")) && !SURNAME.contains(row.getField("kind"))) {
            lookAlikes.add(unordered(common(row.getField("a")), common(row.getField("b"))));
        }
    }

    private int common(String character) {
        return folded(character.codePointAt(0), false);
    }

    /** Puts both under one character, and whatever stood under either of them. */
    private static void join(Map<Integer, Integer> groups, int first, int second) {
        int one = groups.getOrDefault(first, first);
        int other = groups.getOrDefault(second, second);
        int kept = Math.min(one, other);
        groups.put(first, kept);
        groups.put(second, kept);
        groups.replaceAll((character, group) -> group == one || group == other ? kept : group);
    }

    private static long unordered(int first, int second) {
        return ((long) Math.min(first, second) << 32) | Math.max(first, second);
    }
}
