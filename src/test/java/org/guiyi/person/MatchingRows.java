package org.guiyi.person;

import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.identifier.Regions;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.protection.NumberVault;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** What the night gives the linkage, for tests and benchmarks of other packages. */
public final class MatchingRows {

    private MatchingRows() {}

    /** Hands out the columns of every record that stands in a database, with the record's id. */
    public static void read(
            DataSource database,
            TransactionTemplate transaction,
            FeedDefinitions definitions,
            NumberVault vault,
            Regions regions,
            MatchingSpec spec,
            BiConsumer<Long, @Nullable String[]> taker) {
        MatchingColumns columns = new MatchingColumns(spec, regions);
        new EvidenceReader(database, transaction, definitions, vault)
                .all(evidence -> taker.accept(evidence.recordId(), columns.of(evidence)));
    }
}
