package org.guiyi.intake;

import java.util.List;
import java.util.Optional;
import org.guiyi.feed.FeedDefinition;

/** What a look at the head of a file tells: which feed, which scope and period as far as they stand outside of the rows. */
public sealed interface Identification {

    /**
     * The file is of this feed.
     *
     * @param scope absent when the rows have to tell it, or nobody does
     * @param period likewise
     */
    record Recognised(FeedDefinition feed, Optional<Found> scope, Optional<Found> period) implements Identification {}

    /** An error workbook that came back for this receipt. */
    record Amendment(ReceiptNumber answers) implements Identification {}

    /** The file can't be read, or no feed or several fit. */
    record Refused(Bilingual reason) implements Identification {}

    /** The texts above the header and the names of the sheets, where scopes and periods may stand. */
    record Surroundings(List<String> titles, List<String> sheetNames, String fileName, Said said) {}
}
