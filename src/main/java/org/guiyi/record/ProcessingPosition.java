package org.guiyi.record;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/**
 * An effective processing and its place in the canonical order of its feed: period, then delivered-at, then submission. The
 * published records are the fold of the effective processings in this order, whatever the order in which they were run.
 *
 * @param processingId the processing
 * @param submissionId its submission
 * @param feed the feed's id
 * @param coverage whether rows that are missing mean absence
 * @param period the reporting period, sortable as text ({@code 2026-10})
 * @param deliveredAt when the bureau delivered it
 * @param scopes what it covers; processings that share no scope never touch each other's records
 */
public record ProcessingPosition(
        long processingId,
        long submissionId,
        String feed,
        Coverage coverage,
        String period,
        Instant deliveredAt,
        Set<String> scopes)
        implements Comparable<ProcessingPosition> {

    private static final Comparator<ProcessingPosition> CANONICAL = Comparator.comparing(ProcessingPosition::period)
            .thenComparing(ProcessingPosition::deliveredAt)
            .thenComparing(ProcessingPosition::submissionId)
            .thenComparing(ProcessingPosition::processingId);

    /** What a missing row means. */
    public enum Coverage {
        /** The whole roster of its scopes: who is missing has left, or is to be confirmed. */
        WHOLE_SCOPE,
        /** Only what is in it. */
        NAMED_ROWS
    }

    public ProcessingPosition {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public int compareTo(ProcessingPosition other) {
        return CANONICAL.compare(this, other);
    }
}
