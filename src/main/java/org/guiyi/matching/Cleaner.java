package org.guiyi.matching;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One step of making values of a column comparable; applied once to each distinct value. */
enum Cleaner {
    /** Cuts blanks at both ends and makes every run of blanks one. */
    TRIM {
        @Override
        String clean(String value) {
            String stripped = value.strip();
            return runsOfBlanks(stripped) ? BLANKS.matcher(stripped).replaceAll(" ") : stripped;
        }
    },
    /** Lower case. */
    LOWER {
        @Override
        String clean(String value) {
            return value.toLowerCase(Locale.ROOT);
        }
    },
    /** Any script to plain Latin letters: {@code Müller} to {@code Muller}, {@code 王} to {@code wang}. */
    ASCII {
        @Override
        String clean(String value) {
            return value.chars().allMatch(character -> character < 128) ? value : TO_ASCII.transliterate(value);
        }
    },
    /** Keeps letters and single blanks between them. */
    LETTERS {
        @Override
        String clean(String value) {
            return value.replaceAll("[^\\p{L}\\p{M}]+", " ").strip();
        }
    },
    /** Keeps letters, digits and single blanks between them. */
    WORDS {
        @Override
        String clean(String value) {
            return value.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
        }
    },
    /** Keeps digits. */
    DIGITS {
        @Override
        String clean(String value) {
            return value.replaceAll("[^0-9]", "");
        }
    },
    /** Takes every blank out. */
    NO_BLANKS {
        @Override
        String clean(String value) {
            return value.replaceAll("\\s+", "");
        }
    };

    private static final Transliterator TO_ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Whether there is anything but single blanks between the words; most values have nothing else. */
    private static boolean runsOfBlanks(String value) {
        char before = 'x';
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character < ' ' || character == ' ' && before == ' ') {
                return true;
            }
            before = character;
        }
        return false;
    }

    abstract String clean(String value);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Cleaner> find(String word) {
        for (Cleaner cleaner : values()) {
            if (cleaner.word().equals(word)) {
                return Optional.of(cleaner);
            }
        }
        return Optional.empty();
    }
}
