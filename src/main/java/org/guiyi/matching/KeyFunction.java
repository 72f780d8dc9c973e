package org.guiyi.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.codec.language.Soundex;
import org.guiyi.identifier.NameFlag;
import org.guiyi.identifier.PersonName;
import org.guiyi.identifier.StandaloneIdentity;
import org.jspecify.annotations.Nullable;

/** The functions that derive a key from a column's value; characters are Unicode code points, places start at 1. */
enum KeyFunction {
    /** The whole value. */
    EXACT(0) {
        @Override
        String derive(String value, int first, int second) {
            return value;
        }
    },
    /** The first n characters; none when there are fewer. */
    PREFIX(1) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return length(value) < first ? null : part(value, 0, first);
        }
    },
    /** The last n characters; none when there are fewer. */
    SUFFIX(1) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            int length = length(value);
            return length < first ? null : part(value, length - first, length);
        }
    },
    /** Everything after the first character. */
    REST(0) {
        @Override
        String derive(String value, int first, int second) {
            return part(value, 1, length(value));
        }
    },
    /** The first letter of every word, such as {@code zxm} of {@code zhang xiao ming}. */
    INITIALS(0) {
        @Override
        String derive(String value, int first, int second) {
            StringBuilder initials = new StringBuilder();
            for (String word : value.split(" ", -1)) {
                if (!word.isEmpty()) {
                    initials.appendCodePoint(word.codePointAt(0));
                }
            }
            return initials.toString();
        }
    },
    /** The year of an ISO date. */
    YEAR(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return isIso(value, 4) ? value.substring(0, 4) : null;
        }
    },
    /** The year and month of an ISO date. */
    MONTH(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return isIso(value, 7) ? value.substring(0, 7) : null;
        }
    },
    /** A whole ISO date; none from one that only knows its month. */
    DAY(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return isIso(value, 10) ? value.substring(0, 10) : null;
        }
    },
    /** The characters from one place to another; none when one of them is a {@code *}. */
    DIGITS(2) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            String part = length(value) < second ? "*" : part(value, first - 1, second);
            return part.indexOf('*') >= 0 ? null : part;
        }
    },
    /** The characters from one place to another; none when there are fewer. */
    PART(2) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return length(value) < second ? null : part(value, first - 1, second);
        }
    },
    /** The month and day of an ISO date, without the year. */
    MONTH_DAY(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return isIso(value, 10) ? value.substring(5, 10) : null;
        }
    },
    /** One word, counted from 1; none when there are fewer. */
    WORD(1) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            List<String> words = words(value);
            return words.size() < first ? null : words.get(first - 1);
        }
    },
    /** The last word. */
    LAST_WORD(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            List<String> words = words(value);
            return words.isEmpty() ? null : words.get(words.size() - 1);
        }
    },
    /** All words in the order of the alphabet. */
    SORTED_WORDS(0) {
        @Override
        String derive(String value, int first, int second) {
            return words(value).stream().sorted().collect(Collectors.joining(" "));
        }
    },
    /** How an English name sounds: American Soundex, such as {@code R163} of {@code Robert}. */
    SOUNDEX(0) {
        @Override
        String derive(String value, int first, int second) {
            return new Soundex().encode(Cleaner.ASCII.clean(value).replaceAll("[^A-Za-z]", ""));
        }
    },
    /** How an English name sounds: the primary code of Double Metaphone. */
    METAPHONE(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return new DoubleMetaphone().doubleMetaphone(Cleaner.ASCII.clean(value));
        }
    },
    /** Each value of a list column in turn. */
    EACH(0) {
        @Override
        String derive(String value, int first, int second) {
            return value;
        }

        @Override
        List<String> all(String value) {
            return split(value, "\\|");
        }
    },
    /** Each word of a text in turn. */
    EACH_WORD(0) {
        @Override
        String derive(String value, int first, int second) {
            return value;
        }

        @Override
        List<String> all(String value) {
            return words(value);
        }
    },
    /** The resident ID inside a student number (G + ID) or a disability certificate (ID + type + level). */
    NUMBER_IN(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return ResidentIdDigits.numberIn(value);
        }
    },
    /** The birth date that a resident ID or its visible digits tell. */
    BIRTH_IN(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return ResidentIdDigits.birthIn(value);
        }
    },
    /** The sex that a resident ID or its visible digits tell: 1 male, 2 female. */
    SEX_IN(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return ResidentIdDigits.sexIn(value);
        }
    },
    /** A resident ID that holds, as 18 characters; of 15 digits the 18. */
    WHOLE_ID(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return StandaloneIdentity.whole(value).orElse(null);
        }
    },
    /** The 18 characters of a resident ID that doesn't hold or of which digits are hidden ({@code *}). */
    MASKED_ID(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            return StandaloneIdentity.known(value).orElse(null);
        }
    },
    /** The match key of a Chinese name: simplified, variants folded, {@code ?} for an unreadable character; none of 未取名. */
    NAME_KEY(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            PersonName name = PersonName.read(value);
            return name.has(NameFlag.WEAK) ? null : name.key();
        }
    },
    /** How a Chinese name sounds: toneless pinyin, surnames in their own reading; none of 未取名. */
    PINYIN(0) {
        @Override
        @Nullable
        String derive(String value, int first, int second) {
            PersonName name = PersonName.read(value);
            return name.has(NameFlag.WEAK) ? null : name.sound();
        }
    };

    private final int arguments;

    KeyFunction(int arguments) {
        this.arguments = arguments;
    }

    /** How many numbers follow the column. */
    int arguments() {
        return arguments;
    }

    /** Whether the numbers that follow the column make sense: places are counted from 1, and go forward. */
    boolean takes(int first, int second) {
        return switch (arguments) {
            case 0 -> true;
            case 1 -> first >= 1;
            default -> first >= 1 && first <= second;
        };
    }

    /** Whether the function reads parts of a date. */
    boolean readsDates() {
        return this == YEAR || this == MONTH || this == MONTH_DAY || this == DAY;
    }

    /** All functions, for a message. */
    static String known() {
        return Stream.of(values()).map(KeyFunction::word).collect(Collectors.joining(", "));
    }

    /** All keys of a value, where a function gives several; empty for the functions that give one. */
    List<String> all(String value) {
        return List.of();
    }

    /** Whether a value gives several keys. */
    boolean many() {
        return this == EACH || this == EACH_WORD;
    }

    abstract @Nullable String derive(String value, int first, int second);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<KeyFunction> find(String word) {
        for (KeyFunction function : values()) {
            if (function.word().equals(word)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    private static List<String> words(String value) {
        return split(value, "\\s+");
    }

    private static List<String> split(String value, String separator) {
        return Stream.of(value.split(separator, -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether a value has the shape of an ISO date for so many characters: what isn't written so is no date. */
    private static boolean isIso(String value, int length) {
        return value.length() >= length
                && (value.length() == 4 || value.charAt(4) == '-')
                && (length < 10 || value.charAt(7) == '-');
    }

    private static int length(String value) {
        return value.codePointCount(0, value.length());
    }

    private static String part(String value, int from, int to) {
        return value.substring(
                value.offsetByCodePoints(0, Math.min(from, length(value))), value.offsetByCodePoints(0, to));
    }
}
