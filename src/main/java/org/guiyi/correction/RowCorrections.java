package org.guiyi.correction;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The corrections of one row, by field. */
public record RowCorrections(Map<String, String> texts) {

    public static final RowCorrections NONE = new RowCorrections(Map.of());

    public RowCorrections {
        texts = Map.copyOf(texts);
    }

    /** The corrected text of a field, or null where nothing was decided. */
    public @Nullable String find(String field) {
        return texts.get(field);
    }
}
