package org.guiyi.pipeline;

import org.guiyi.feed.FeedDefinition;
import org.springframework.stereotype.Component;

/** Finds what the rows of a returned error workbook answer. */
@Component
class AmendmentReader {

    AmendedRows rowsOf(long amended, FeedDefinition feed) {
        throw new UnsupportedOperationException("amendments of " + amended + " " + feed.id());
    }
}
