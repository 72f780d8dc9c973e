package org.guiyi.intake;

import java.util.Optional;
import org.guiyi.database.Digest;

/**
 * What makes a delivery the same as another: bureau, feed, content, and what was said of scope and period outside of the
 * content. What is read from the content itself follows from the content.
 */
record Identity(String bureau, String feed, Optional<Found> scope, Optional<Found> period, String sha256) {

    String key() {
        return Digest.of(bureau, feed, outside(scope), outside(period), sha256).hex();
    }

    private static String outside(Optional<Found> found) {
        return found.filter(
                        each -> each.source().equals("marker") || each.source().equals("file"))
                .map(Found::value)
                .orElse("");
    }
}
