package org.guiyi.pipeline;

import org.guiyi.intake.Bilingual;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.pipeline.NightSummary.Verdict;

/** A delivered file that this run left to the next one; it has no receipt. */
record Unread(DeliveredFile file, Cause cause) {

    /** Why it was left. */
    enum Cause {
        NOT_OPENED(
                Verdict.FAILED,
                new Bilingual(
                        "文件打不开：已移走或没有读取权限。下次运行会再取",
                        "the file cannot be opened: moved away, or no right to read it; the next run tries again")),
        STILL_WRITTEN(
                Verdict.STILL_WRITTEN,
                new Bilingual(
                        "文件还在写入，本次没有取。下次运行会再取",
                        "the file is still being written and was not taken; the next run takes it"));

        private final Verdict verdict;
        private final Bilingual reason;

        Cause(Verdict verdict, Bilingual reason) {
            this.verdict = verdict;
            this.reason = reason;
        }

        Verdict verdict() {
            return verdict;
        }

        Bilingual reason() {
            return reason;
        }
    }
}
