package org.guiyi.feed;

import java.util.List;
import java.util.Optional;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.tabular.TabularFormat;

/**
 * Which column of a file holds which field of a feed, sheet by sheet. A sheet that isn't listed holds no rows of the
 * feed.
 */
public record HeaderMapping(FeedDefinition feed, TabularFormat format, List<SheetMapping> sheets) {

    public HeaderMapping {
        sheets = List.copyOf(sheets);
    }

    /** The mapping of sheets that are known to be of this feed, whatever their headers. */
    public static HeaderMapping of(FeedDefinition feed, TabularFormat format, List<SheetLayout> layouts) {
        FeedHeaders headers = new FeedHeaders(feed);
        return new HeaderMapping(
                feed, format, layouts.stream().map(headers::map).toList());
    }

    public Optional<SheetMapping> sheet(int sheet) {
        return sheets.stream().filter(each -> each.sheet() == sheet).findFirst();
    }

    /** The required fields that at least one sheet doesn't have. */
    public List<Field> missingRequired() {
        return sheets.stream()
                .flatMap(sheet -> sheet.missingRequired().stream())
                .distinct()
                .toList();
    }
}
