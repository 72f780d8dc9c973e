package org.guiyi.feed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A choice of the definition vocabulary: an enum constant and the word that stands for it in YAML. */
interface Keyed {

    String key();

    static <E extends Enum<E> & Keyed> Optional<E> find(Class<E> choices, String key) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.key().equals(key)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    static <E extends Enum<E> & Keyed> List<String> keys(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(Keyed::key).toList();
    }
}
