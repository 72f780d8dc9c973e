package org.guiyi.intake;

import java.time.Instant;
import java.util.Optional;

/** A submission about to be registered. */
record NewSubmission(
        long id,
        ReceiptNumber receipt,
        String deliveryKey,
        String bureau,
        Optional<String> feed,
        String kind,
        Optional<Found> scope,
        Optional<Found> period,
        Instant deliveredAt,
        Instant receivedAt,
        String fileName,
        String sha256,
        long size,
        SubmissionState state,
        Optional<Bilingual> reason,
        Optional<Long> amends,
        Optional<Long> rowsAnnounced,
        Optional<Long> replaces) {}
