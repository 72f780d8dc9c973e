package org.guiyi.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.guiyi.tabular.HeaderCell;
import org.guiyi.tabular.SheetLayout;

/** The headers of one feed, and how they lie on a sheet. */
final class FeedHeaders {

    /** A group header that speaks of somebody beside the subject; its columns are never taken for the subject's own. */
    private static final Pattern SOMEBODY_ELSE = Pattern.compile("父|母|监护|照护|照料|成员|家长|紧急|经办|申领人|申请人");

    private static final int MOST_REPEATS = 9;

    private final FeedDefinition feed;
    private final Map<String, Integer> fieldByHeader = new HashMap<>();

    FeedHeaders(FeedDefinition feed) {
        this.feed = feed;
        for (Field field : feed.fields()) {
            fieldByHeader.put(HeaderText.of(field.title()).key(), field.index());
            field.aliases()
                    .forEach(alias -> fieldByHeader.put(HeaderText.of(alias).key(), field.index()));
        }
    }

    FeedDefinition feed() {
        return feed;
    }

    Set<String> known() {
        return fieldByHeader.keySet();
    }

    SheetMapping map(SheetLayout layout) {
        int[] columns = new int[feed.fields().size()];
        Arrays.fill(columns, -1);
        List<HeaderCell> unknown = new ArrayList<>();
        int width = 0;
        for (HeaderCell cell : layout.columns()) {
            width = Math.max(width, cell.index() + 1);
            int field = field(cell, columns);
            if (field < 0) {
                unknown.add(cell);
            } else {
                columns[field] = cell.index();
            }
        }
        return new SheetMapping(layout.sheet(), width, columns, unknown, missing(columns));
    }

    /** The field of a column, or -1: first with its group, then by its own header, each field once. */
    private int field(HeaderCell cell, int[] columns) {
        String own = HeaderText.normal(cell.text());
        String group = HeaderText.normal(cell.groupText());
        if (group.isEmpty()) {
            return free(own, columns);
        }
        int joined = free(group + "/" + own, columns);
        if (joined < 0) {
            joined = free(group + own, columns);
        }
        return joined < 0 ? underGroup(group, own, columns) : joined;
    }

    /** The field of a header by itself, unless its group says that it isn't the subject's. */
    private int underGroup(String group, String own, int[] columns) {
        int field = free(own, columns);
        boolean subjects = field >= 0 && isSubjects(feed.fields().get(field));
        return subjects && SOMEBODY_ELSE.matcher(group).find() ? -1 : field;
    }

    private static boolean isSubjects(Field field) {
        return switch (field.type()) {
            case NAME, IDENTITY, PHONE, ADDRESS, DATE, CODE, ACCOUNT ->
                field.role().isPresent() && field.related().isEmpty();
            default -> false;
        };
    }

    /** The first field of this header, or of its repetitions, that has no column yet. */
    private int free(String header, int[] columns) {
        for (int occurrence = 1; occurrence <= MOST_REPEATS; occurrence++) {
            Integer field = fieldByHeader.get(new HeaderText(header, occurrence).key());
            if (field != null && columns[field] < 0) {
                return field;
            }
        }
        return -1;
    }

    private List<Field> missing(int[] columns) {
        return feed.fields().stream()
                .filter(field -> field.required() && field.whenEmpty().isEmpty())
                .filter(field -> columns[field.index()] < 0)
                .toList();
    }
}
