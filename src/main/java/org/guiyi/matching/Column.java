package org.guiyi.matching;

import java.util.List;

/**
 * A column of the records: given by the caller, or derived from other columns.
 *
 * @param header what a file calls it
 * @param firstOf the first of these keys that gives a value; empty for a given or a joined column
 * @param join the values of these keys with a blank between them, as far as they have one; empty for another column
 */
record Column(String name, ColumnType type, String header, Cleaning cleaning, List<Key> firstOf, List<Key> join) {

    Column {
        firstOf = List.copyOf(firstOf);
        join = List.copyOf(join);
    }

    boolean derived() {
        return !firstOf.isEmpty() || !join.isEmpty();
    }
}
