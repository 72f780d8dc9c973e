package org.guiyi.pipeline;

import java.util.Optional;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.springframework.stereotype.Component;

/** Tells what became of submissions that were read again. */
@Component
class Redoings {

    private static final Bilingual STANDS = new Bilingual(
            "没有读成，原来的处理仍然有效；原因见日志", "could not be read again; the former processing stays effective, the log says why");

    private static final Bilingual AGAIN =
            new Bilingual("没有读成，下次运行会重新开始；原因见日志", "could not be read; the next run starts it again, the log says why");

    private final ProcessingStore processings;
    private final RowComparison rows;

    Redoings(ProcessingStore processings, RowComparison rows) {
        this.processings = processings;
        this.rows = rows;
    }

    /**
     * What became of a submission.
     *
     * @param submission as it stood before
     * @param earlier the processing that it stood upon
     */
    Redone tell(Submission submission, long earlier, long later) {
        Processing before = processings.get(earlier);
        Processing now = processings.get(later);
        Redone.Outcome outcome = switch (now.state()) {
            case "staged" -> Redone.Outcome.STAGED;
            case "held" -> Redone.Outcome.HELD;
            default -> Redone.Outcome.FAILED;
        };
        boolean failed = outcome == Redone.Outcome.FAILED;
        Bilingual why = submission.state() == SubmissionState.PUBLISHED ? STANDS : AGAIN;
        return new Redone(
                submission.receipt().value(),
                submission.feed().orElse(""),
                submission.period(),
                before.definitionVersion(),
                now.definitionVersion(),
                outcome,
                failed ? Optional.of(why) : now.hold(),
                failed ? RowChanges.NONE : rows.between(before.id(), now.id()));
    }
}
