package org.guiyi.pipeline;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.FileFailure;
import org.guiyi.pipeline.NightSummary.Verdict;

/** A delivered file that this run left where it lies, and why; it has no receipt. */
record Unread(DeliveredFile file, Verdict verdict, Bilingual reason) {

    private static final Bilingual NOT_OPENED = new Bilingual(
            "文件打不开：已移走或没有读取权限。下次运行会再取",
            "the file cannot be opened: moved away, or no right to read it; the next run tries again");
    private static final Bilingual NOT_AS_MARKED = new Bilingual(
            "文件与标记文件写明的 sha-256 不符：没有传完，或换了内容。本次没有取，下次运行会再看",
            "the file does not have the sha-256 that its marker tells: not whole, or other content; not taken,"
                    + " the next run looks again");
    private static final Bilingual MARKER_NOT_UNDERSTOOD = new Bilingual(
            "标记文件里有不认识的行，可能是写错的核对项，本次没有取。可用的有 feed、scope、kind、sha-256、rows、period、delivered-at",
            "its marker has a line that is not known and may be a check that is misspelt; not taken. What is known: feed,"
                    + " scope, kind, sha-256, rows, period, delivered-at");
    private static final Bilingual STILL_WRITTEN = new Bilingual(
            "文件还在写入，本次没有取。下次运行会再取", "the file is still being written and was not taken; the next run takes it");
    private static final Bilingual LATER =
            new Bilingual("本次运行解压的内容已到上限，下次运行会再取", "this run has unpacked as much as a run may; the next run takes it");

    static Unread stillWritten(DeliveredFile file) {
        return new Unread(file, Verdict.STILL_WRITTEN, STILL_WRITTEN);
    }

    static Unread notAsMarked(DeliveredFile file) {
        return new Unread(file, Verdict.STILL_WRITTEN, NOT_AS_MARKED);
    }

    static Unread markerNotUnderstood(DeliveredFile file) {
        return new Unread(file, Verdict.STILL_WRITTEN, MARKER_NOT_UNDERSTOOD);
    }

    static Unread later(DeliveredFile file) {
        return new Unread(file, Verdict.STILL_WRITTEN, LATER);
    }

    /** Something of it was read, and it is not where it was. */
    static Unread notMoved(DeliveredFile file, Bilingual reason) {
        return new Unread(file, Verdict.NOT_MOVED, reason);
    }

    static Unread failed(DeliveredFile file, UncheckedIOException e) {
        if (e.getCause() instanceof NoSuchFileException || e.getCause() instanceof AccessDeniedException) {
            return new Unread(file, Verdict.FAILED, NOT_OPENED);
        }
        String why = FileFailure.of(e);
        return new Unread(
                file,
                Verdict.FAILED,
                new Bilingual(
                        "文件没能存档：" + why + "。下次运行会再取",
                        "the file cannot be archived: " + why + "; the next run tries again"));
    }
}
