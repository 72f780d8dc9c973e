package org.guiyi.matching;

import java.util.List;

/**
 * A column of the records: given by the caller, or derived as the first of some keys that has a value.
 *
 * @param firstOf empty for a given column
 */
record Column(String name, ColumnType type, List<Key> firstOf) {

    Column {
        firstOf = List.copyOf(firstOf);
    }

    boolean derived() {
        return !firstOf.isEmpty();
    }
}
