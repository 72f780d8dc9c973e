package org.guiyi.feed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a row becomes in the warehouse: a row of {@code table}, its columns set from fields or fixed texts, and fields
 * kept beside them as details. Columns keep the definition's order.
 */
public record Load(LoadTable table, Map<String, FieldValue> set, List<String> detail) {

    public Load {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        detail = List.copyOf(detail);
    }
}
