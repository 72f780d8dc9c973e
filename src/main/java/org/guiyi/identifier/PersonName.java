package org.guiyi.identifier;

import java.util.Set;

/**
 * A person's name as delivered, made comparable.
 *
 * @param display for people: NFKC, private-use characters repaired, one dot {@code ·} (民委发〔2016〕33号), blanks and
 *     notes taken away; characters are not changed
 * @param key for equality: no dots, simplified, variant characters folded, Latin upper case, {@code ?} for each
 *     character that can't be read; empty when there is no name
 * @param sound toneless pinyin, one syllable per character of the key joined by one blank, ü as v, surnames in their own
 *     reading; {@code ?} for a character without one
 */
public record PersonName(String display, String key, String sound, Set<NameFlag> flags) {

    private static final NameCache CACHE = new NameCache(1 << 15);

    public PersonName {
        flags = Set.copyOf(flags);
    }

    /** Reads the text of a name cell. Readings are cached; safe for use by several threads. */
    public static PersonName read(String delivered) {
        return CACHE.get(delivered);
    }

    public boolean has(NameFlag flag) {
        return flags.contains(flag);
    }

    /** Not the name: it must not reach a log. */
    @Override
    public String toString() {
        return "PersonName" + flags;
    }
}
