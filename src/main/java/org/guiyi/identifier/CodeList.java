package org.guiyi.identifier;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A small code table. A text is found by code, by name, by alias, or by code and name written together; full-width
 * letters, blanks and case make no difference. An unknown text is never given a default.
 */
public final class CodeList {

    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern LEADING_NOUGHTS = Pattern.compile("^0+(?=\\d)");
    private static final Pattern JOINT = Pattern.compile("[-_.:、()\\[\\]]+");

    private final String name;
    private final List<Code> codes;
    private final Map<String, Code> texts = new HashMap<>();

    /** Codes and names come before aliases; an alias that two entries claim means neither. */
    CodeList(String name, Map<Code, List<String>> entries) {
        this.name = name;
        this.codes = List.copyOf(entries.keySet());
        codes.forEach(code -> own(code.code(), code));
        codes.forEach(code -> own(code.name(), code));
        var aliases = new HashMap<String, Set<Code>>();
        entries.forEach((code, words) -> aliases(code, words)
                .forEach(alias -> aliases.computeIfAbsent(folded(alias), any -> new HashSet<>())
                        .add(code)));
        aliases.forEach((alias, claimed) -> {
            if (claimed.size() == 1) {
                texts.putIfAbsent(alias, claimed.iterator().next());
            }
        });
    }

    private void own(String text, Code code) {
        Code before = texts.putIfAbsent(folded(text), code);
        if (before != null && !before.equals(code)) {
            throw new IllegalArgumentException("code list " + name + ": " + text + " stands for two entries");
        }
    }

    /** The words of the table; a code typed as a number, without its leading noughts; and code and word together. */
    private static List<String> aliases(Code code, List<String> words) {
        var aliases = new ArrayList<String>(words);
        aliases.add(code.name());
        for (String word : List.copyOf(aliases)) {
            aliases.add(code.code() + word);
            aliases.add(word + code.code());
        }
        aliases.add(LEADING_NOUGHTS.matcher(code.code()).replaceAll(""));
        return aliases;
    }

    public String name() {
        return name;
    }

    /** All entries in the order of the table. */
    public List<Code> codes() {
        return codes;
    }

    /** The entry a text means; empty for a blank, an unknown or an ambiguous one. */
    public Optional<Code> find(String text) {
        Code exact = texts.get(text);
        if (exact != null) {
            return Optional.of(exact);
        }
        String folded = folded(text);
        Code found = texts.get(folded);
        return Optional.ofNullable(
                found == null ? texts.get(JOINT.matcher(folded).replaceAll("")) : found);
    }

    private static String folded(String text) {
        return BLANK.matcher(NFKC.normalize(text)).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
