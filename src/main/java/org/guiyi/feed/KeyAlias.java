package org.guiyi.feed;

import java.util.List;

/** One way to recognise a record again in the next delivery: the fields whose values together name it. */
public record KeyAlias(List<String> fields) {

    public KeyAlias {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("A key needs at least one field");
        }
    }
}
