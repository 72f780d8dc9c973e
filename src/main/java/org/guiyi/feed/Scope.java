package org.guiyi.feed;

import java.util.List;

/**
 * What one snapshot covers. {@code levels} are the widths a file of this feed may have, widest first; {@code from} the
 * places to look, in order; {@code batch} the places that tell two files of one scope and period apart, often none.
 */
public record Scope(List<Level> levels, List<Source> from, List<Source> batch) {

    public Scope {
        levels = List.copyOf(levels);
        from = List.copyOf(from);
        batch = List.copyOf(batch);
    }

    /** The widths of a scope. */
    public enum Level implements Keyed {
        COUNTY("county"),
        TOWNSHIP("township"),
        INSTITUTION("institution"),
        SCHOOL("school");

        private final String key;

        Level(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
