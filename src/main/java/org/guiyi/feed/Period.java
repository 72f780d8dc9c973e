package org.guiyi.feed;

import java.util.List;

/** The time a delivery speaks of: its unit, and the places to look for it, in order. */
public record Period(Unit unit, List<Source> from) {

    public Period {
        from = List.copyOf(from);
    }

    /** The lengths of a period. */
    public enum Unit implements Keyed {
        MONTH("month"),
        TERM("term"),
        YEAR("year");

        private final String key;

        Unit(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
