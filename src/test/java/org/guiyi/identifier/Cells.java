package org.guiyi.identifier;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The cells of the vectors: a missing one is an empty text. */
final class Cells {

    private Cells() {}

    static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    static <T> List<T> words(@Nullable String cell, Function<String, T> meaning) {
        return text(cell).isEmpty()
                ? List.of()
                : Arrays.stream(text(cell).split(" ")).map(meaning).toList();
    }
}
