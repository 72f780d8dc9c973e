package org.guiyi.identifier;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private static final Pattern JOINT = Pattern.compile("[-_.:、()\\[\\]]+");

    private final String name;
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private final Map<String, Code> texts = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    CodeList(String name) {
        this.name = name;
    }

    /** Adds an entry; a repeated code is a fault of the table. */
    void add(Code code, List<String> aliases) {
        if (codes.putIfAbsent(code.code(), code) != null) {
            throw new IllegalArgumentException("code list " + name + ": the code " + code.code() + " stands twice");
        }
        texts.put(folded(code.code()), code);
        texts.put(folded(code.name()), code);
        aliases.stream().filter(alias -> !alias.isBlank()).forEach(alias -> alias(folded(alias), code));
        alias(folded(code.code() + code.name()), code);
        alias(folded(code.name() + code.code()), code);
    }

    /** Called once all entries are in: a code typed as a number has lost its leading noughts. */
    void complete() {
        for (Code code : List.copyOf(codes.values())) {
            String short0 = code.code().replaceFirst("^0+(?=\\d)", "");
            texts.putIfAbsent(short0, code);
        }
        ambiguous.forEach(texts::remove);
    }

    public String name() {
        return name;
    }

    /** All entries in the order of the table. */
    public Collection<Code> codes() {
        return List.copyOf(codes.values());
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

    /** An alias gives way to a code or name; one that two entries claim means neither. */
    private void alias(String text, Code code) {
        Code before = texts.putIfAbsent(text, code);
        if (before != null && !before.equals(code) && !isNameOrCode(text)) {
            ambiguous.add(text);
        }
    }

    private boolean isNameOrCode(String text) {
        var named = new ArrayList<String>();
        codes.values().forEach(code -> {
            named.add(folded(code.code()));
            named.add(folded(code.name()));
        });
        return named.contains(text);
    }

    private static String folded(String text) {
        return BLANK.matcher(NFKC.normalize(text)).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
