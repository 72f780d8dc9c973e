package org.guiyi.tabular;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.guiyi.tabular.FilledCells.Filled;

/**
 * Finds the header of a sheet among title rows, be it one row or two.
 *
 * <p>The caller says which header texts it knows; it is asked about cleaned texts (see {@link HeaderCell#text()}), alone
 * and joined with their group ({@code 监护人/姓名}). Without any known text the widest early row of short, distinct texts is
 * taken, so that an unknown table can be reported by its columns.
 *
 * <p>Merged cells are told by the blanks they leave: a group's text stands above the first of its columns, and a header
 * that is merged downwards leaves a blank in the second row.
 */
public final class HeaderFinder {

    /** How many rows of a sheet are worth handing over: a header is not looked for further down. */
    public static final int ROWS = 30;

    private static final int LONGEST_HEADER = 60;
    private static final int LONGEST_GROUP = 30;
    private static final Pattern LABEL = Pattern.compile(".*[:：].*");
    private static final Pattern DIGITS = Pattern.compile("[-\\d.,/年月日:]+[Xx]?");

    private final Predicate<String> known;

    public HeaderFinder(Predicate<String> known) {
        this.known = known;
    }

    /** The layout that the first rows of one sheet show; empty if no row looks like a header. */
    public Optional<SheetLayout> find(List<Row> firstRows) {
        List<Row> rows = firstRows.size() > ROWS ? firstRows.subList(0, ROWS) : firstRows;
        int best = best(rows);
        if (best < 0) {
            return Optional.empty();
        }
        if (best + 1 < rows.size() && isSecondRow(rows.get(best), rows.get(best + 1))) {
            return Optional.of(layout(rows, best, best + 1));
        }
        if (best > 0 && isGroupRow(rows.get(best - 1), rows.get(best))) {
            return Optional.of(layout(rows, best - 1, best));
        }
        return Optional.of(layout(rows, best, best));
    }

    /** The position of the row with most known texts, the first of equals; else of the likeliest row; -1 if none. */
    private int best(List<Row> rows) {
        int best = -1;
        int most = 0;
        for (int i = 0; i < rows.size(); i++) {
            int hits = hits(FilledCells.of(rows.get(i)));
            if (hits > most) {
                best = i;
                most = hits;
            }
        }
        return best >= 0 ? best : likeliest(rows);
    }

    private int hits(FilledCells cells) {
        int hits = (int) cells.all().stream()
                .filter(cell -> isHeaderText(cell) && known.test(cell.text()))
                .count();
        return hits >= 2 || hits == cells.count() ? hits : 0;
    }

    /** The first row that is about as wide as any and holds distinct short texts only. */
    private static int likeliest(List<Row> rows) {
        int widest =
                rows.stream().mapToInt(row -> FilledCells.of(row).count()).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            FilledCells cells = FilledCells.of(rows.get(i));
            if (cells.count() >= 2 && cells.count() * 5 >= widest * 4 && looksLikeHeader(cells)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean looksLikeHeader(FilledCells cells) {
        Set<String> texts = new HashSet<>();
        return cells.all().stream()
                .allMatch(cell ->
                        isHeaderText(cell) && !DIGITS.matcher(cell.text()).matches() && texts.add(cell.text()));
    }

    private static boolean isHeaderText(Filled cell) {
        return cell.kind() == CellKind.TEXT && cell.text().length() <= LONGEST_HEADER;
    }

    /**
     * Whether a row below the header's first row belongs to the header: it stands under groups, leaves blank what is merged
     * downwards, and knows what it says.
     */
    private boolean isSecondRow(Row header, Row below) {
        FilledCells upper = FilledCells.of(header);
        FilledCells lower = FilledCells.of(below);
        if (below.number() != header.number() + 1 || lower.count() == 0 || repeats(upper, below)) {
            return false;
        }
        boolean textsOnly = lower.all().stream()
                .allMatch(cell ->
                        isHeaderText(cell) && !LABEL.matcher(cell.text()).matches());
        boolean underGroups = lower.all().stream()
                .anyMatch(cell -> !upper.has(cell.column())
                        && cell.column() > upper.first().column());
        return textsOnly && underGroups && knownBelow(header, lower) * 2 >= lower.count();
    }

    private static boolean repeats(FilledCells upper, Row below) {
        return upper.all().stream().anyMatch(cell -> cell.text().equals(HeaderText.clean(below.text(cell.column()))));
    }

    private int knownBelow(Row header, FilledCells lower) {
        return (int) lower.all().stream()
                .filter(cell -> known.test(cell.text()) || known.test(group(header, cell.column()) + "/" + cell.text()))
                .count();
    }

    /** Whether a row above the row with most known texts holds the groups of some of its columns. */
    private boolean isGroupRow(Row above, Row header) {
        FilledCells upper = FilledCells.of(above);
        FilledCells lower = FilledCells.of(header);
        boolean plain = above.number() == header.number() - 1
                && upper.all().stream()
                        .allMatch(cell -> isHeaderText(cell)
                                && cell.text().length() <= LONGEST_GROUP
                                && !LABEL.matcher(cell.text()).matches());
        if (!plain || upper.count() == 0) {
            return false;
        }
        boolean mergedDown =
                upper.all().stream().anyMatch(cell -> !lower.has(cell.column()) && known.test(cell.text()));
        boolean knownJoined =
                lower.all().stream().anyMatch(cell -> known.test(group(above, cell.column()) + "/" + cell.text()));
        return mergedDown || knownJoined || (upper.count() >= 2 && hasRepeatedText(lower));
    }

    private static boolean hasRepeatedText(FilledCells cells) {
        return cells.all().stream().map(Filled::text).distinct().count() < cells.count();
    }

    private static SheetLayout layout(List<Row> rows, int upper, int lower) {
        List<String> titles = new ArrayList<>();
        for (Row row : rows.subList(0, upper)) {
            for (int column = 0; column < row.size(); column++) {
                if (!HeaderText.isBlank(row.text(column))) {
                    titles.add(row.text(column));
                }
            }
        }
        Row first = rows.get(upper);
        Row last = rows.get(lower);
        return new SheetLayout(
                first.sheet(),
                titles,
                upper == lower ? columns(first) : columns(first, last),
                first.number(),
                last.number() + 1);
    }

    private static List<HeaderCell> columns(Row header) {
        return FilledCells.of(header).all().stream()
                .map(cell -> new HeaderCell(cell.column(), cell.text(), ""))
                .toList();
    }

    private static List<HeaderCell> columns(Row upper, Row lower) {
        List<HeaderCell> columns = new ArrayList<>();
        for (int column = 0; column < Math.max(upper.size(), lower.size()); column++) {
            String below = HeaderText.clean(lower.text(column));
            String text = below.isEmpty() ? HeaderText.clean(upper.text(column)) : below;
            if (!text.isEmpty()) {
                columns.add(new HeaderCell(column, text, below.isEmpty() ? "" : group(upper, column)));
            }
        }
        return columns;
    }

    /** The nearest text above a column or to the left of it, which a merged cell would show there. */
    private static String group(Row upper, int column) {
        for (int at = Math.min(column, upper.size() - 1); at >= 0; at--) {
            String text = HeaderText.clean(upper.text(at));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
