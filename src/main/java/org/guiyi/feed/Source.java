package org.guiyi.feed;

import java.util.List;

/** Where a delivery's scope, period or batch may be read; the fields are named only for {@link Kind#FIELD}. */
public record Source(Kind kind, List<String> fields) {

    public Source {
        fields = List.copyOf(fields);
    }

    /** The places, as the definitions name them. */
    public enum Kind implements Keyed {
        MARKER("marker"),
        TITLE("title"),
        SHEET("sheet"),
        FILE("file"),
        FIELD("field");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
