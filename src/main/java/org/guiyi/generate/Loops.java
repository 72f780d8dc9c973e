package org.guiyi.generate;

import java.util.stream.Stream;

/** A stream as something to loop over, for loops that write files. */
final class Loops {

    private Loops() {}

    static <T> Iterable<T> over(Stream<T> stream) {
        return stream::iterator;
    }
}
