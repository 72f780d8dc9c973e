package org.guiyi.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * A submission as it stands.
 *
 * @param id its number in the database
 * @param receipt its receipt number
 * @param feed the feed's id, absent when the file was not recognised
 * @param kind snapshot, changes, amendment or unknown
 * @param scope what it covers, several scopes joined by commas
 * @param period {@code yyyy-MM}
 * @param reason why it is held or refused
 * @param amends the submission that an amendment answers
 * @param replaces the submission that this one takes the place of
 * @param processing the processing whose figures stand here
 */
public record Submission(
        long id,
        ReceiptNumber receipt,
        String bureau,
        Optional<String> feed,
        String kind,
        Optional<String> scope,
        Optional<String> period,
        Instant deliveredAt,
        String fileName,
        String sha256,
        SubmissionState state,
        Optional<Bilingual> reason,
        Optional<Long> amends,
        Optional<Long> replaces,
        Optional<Long> processing,
        RowBalance rows) {}
