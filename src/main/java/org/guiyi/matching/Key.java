package org.guiyi.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value derived from one column, such as {@code prefix(region 6)}.
 *
 * @param column the column's place
 * @param text as written in the spec
 */
record Key(KeyFunction function, int column, int first, int second, String text) {

    /** The key of a value; null when the value gives none. */
    @Nullable
    String of(String value) {
        String key = function.derive(value, first, second);
        return key == null || key.isEmpty() ? null : key;
    }

    /** All keys of a value, for a function that gives several. */
    List<String> all(String value) {
        return function.all(value);
    }

    boolean many() {
        return function.many();
    }
}
