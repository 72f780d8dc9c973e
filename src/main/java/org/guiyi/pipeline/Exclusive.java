package org.guiyi.pipeline;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Does an admin's operation while nothing else is at work, from a state that no dead run has left half done. */
@Component
class Exclusive {

    private final RunLocks locks;
    private final CurrentProgress progress;
    private final JobRunner runner;
    private final Processings processings;
    private final RunLog log;

    Exclusive(RunLocks locks, CurrentProgress progress, JobRunner runner, Processings processings, RunLog log) {
        this.locks = locks;
        this.progress = progress;
        this.runner = runner;
        this.processings = processings;
        this.log = log;
    }

    /** Does it and keeps that it ran; the answer is that somebody else is busy, if so. */
    Answer run(String cause, Supplier<Answer> work) {
        return locked(() -> {
            try (RunLog.Entry entry = log.begin(cause)) {
                progress.begin(entry.id(), NightProgress.SILENT);
                Answer answer = work.get();
                entry.ends(answer instanceof Answer.Done done && done.isWhole(), OptionalInt.empty());
                return answer;
            }
        });
    }

    /** Does something that leaves no trace. */
    Answer look(Supplier<Answer> work) {
        return locked(work);
    }

    Answer run(String cause, boolean preview, Supplier<Answer> work) {
        return preview ? look(work) : run(cause, work);
    }

    private Answer locked(Supplier<Answer> work) {
        Optional<RunLocks.Held> lock = locks.tryTake();
        if (lock.isEmpty()) {
            return new Answer.Busy();
        }
        try (RunLocks.Held held = lock.get()) {
            progress.silence();
            runner.recover();
            processings.discardPreviews();
            return work.get();
        }
    }
}
