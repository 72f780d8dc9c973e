package org.guiyi.intake;

/** What came of a delivered file. */
public sealed interface Registration {

    /** A submission that is new and has to be processed. */
    record New(Submission submission) implements Registration {}

    /**
     * The same delivery came before; nothing is done.
     *
     * @param content its digest; another one than the submission's, if a file was only saved again
     */
    record DeliveredBefore(Submission submission, String content) implements Registration {}

    /** A withdrawn submission that somebody delivers again on purpose; it is processed under its old receipt. */
    record Returned(Submission submission) implements Registration {}

    /** Kept, but not to be processed: unreadable, or no feed fits. */
    record Refused(Submission submission) implements Registration {}

    Submission submission();

    /** The digest of what was read. */
    default String content() {
        return submission().sha256();
    }
}
