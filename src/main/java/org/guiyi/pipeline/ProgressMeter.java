package org.guiyi.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Measures a run: rows for each second, and the time left. What is left of the files goes by their bytes at the speed so far;
 * what comes after them goes by what the last publication took.
 */
final class ProgressMeter {

    private static final long QUIET_NANOS = 200_000_000L;
    private static final double LITTLE = 0.05;

    private final LongSupplier nanos;
    private final NightProgress listener;
    private final Past past;
    private final long begun;
    private long told;
    private RunStep step = RunStep.STAGING;
    private long stepBegun;
    private int file;
    private int files;
    private Bytes bytes = new Bytes(0, 0, 0);
    private double rowsPerByte;
    private long rowsBefore;
    private long rowsOfFile;
    private long filesNanos;
    private double shareOfStep;

    /** @param nanos a clock that only goes forward, in nanoseconds */
    ProgressMeter(LongSupplier nanos, Past past, NightProgress listener) {
        this.nanos = nanos;
        this.past = past;
        this.listener = listener;
        this.begun = nanos.getAsLong();
        this.stepBegun = begun;
        this.told = begun - QUIET_NANOS;
    }

    /**
     * What earlier runs took.
     *
     * @param rowsPerByte rows for each byte of the files that were delivered so far, 0 if there are none
     * @param publicationSeconds what the last publication took from records to the end, 0 if there was none
     * @param matchingSeconds what its matching took of that
     */
    record Past(double rowsPerByte, double publicationSeconds, double matchingSeconds) {

        static final Past NONE = new Past(0, 0, 0);
    }

    /** The size of the file at work, of those behind and of all. */
    private record Bytes(long file, long behind, long all) {

        Bytes next(long size, long ofAll) {
            return new Bytes(size, behind + file, ofAll);
        }
    }

    /** A file is about to be read: its size and that of all files, in bytes. */
    void file(int number, int of, long size, long ofAll) {
        rowsBefore += rowsOfFile;
        rowsOfFile = 0;
        file = number;
        files = of;
        bytes = bytes.next(size, ofAll);
        rowsPerByte = rowsBefore > 0 && bytes.behind() > 0 ? rowsBefore / (double) bytes.behind() : past.rowsPerByte();
        tell(true);
    }

    /** Rows of the file at work so far. */
    void rows(long rows) {
        rowsOfFile = rows;
        tell(false);
    }

    /** The files are behind; a step that concerns all of them begins. */
    void step(RunStep next) {
        if (step == RunStep.STAGING) {
            filesNanos = nanos.getAsLong() - begun;
        }
        step = next;
        stepBegun = nanos.getAsLong();
        shareOfStep = 0;
        tell(true);
    }

    /** How much of the step is done. */
    void share(long done, long total) {
        shareOfStep = total == 0 ? 0 : Math.min(1, done / (double) total);
        tell(false);
    }

    private void tell(boolean now) {
        long time = nanos.getAsLong();
        if (now || time - told >= QUIET_NANOS) {
            told = time;
            listener.at(progress(time));
        }
    }

    private Progress progress(long time) {
        long onFiles = step == RunStep.STAGING ? time - begun : filesNanos;
        long rows = rowsBefore + rowsOfFile;
        double perSecond = onFiles <= 0 ? 0 : rows / (onFiles / 1e9);
        Optional<Duration> left = left(time).map(seconds -> Duration.ofMillis(Math.round(seconds * 1_000)));
        return new Progress(step, file, files, rows, perSecond, left);
    }

    private Optional<Double> left(long time) {
        double inStep = (time - stepBegun) / 1e9;
        return switch (step) {
            case STAGING ->
                leftOfFiles(inStep)
                        .filter(some -> past.publicationSeconds() > 0)
                        .map(some -> some + past.publicationSeconds());
            case RECORDS -> past(past.publicationSeconds() - inStep);
            case MATCHING -> leftOfMatching(inStep);
            case GOLDEN_VALUES, PUBLICATION -> past((past.publicationSeconds() - past.matchingSeconds()) / 2 - inStep);
        };
    }

    private Optional<Double> leftOfFiles(double seconds) {
        double behind = bytes.behind() + bytes.file() * shareOfFile();
        if (bytes.all() <= 0 || behind < LITTLE * bytes.all()) {
            return Optional.empty();
        }
        return Optional.of(seconds * Math.max(0, bytes.all() - behind) / behind);
    }

    private double shareOfFile() {
        double expected = bytes.file() * rowsPerByte;
        return expected <= 0 ? 0 : Math.min(1 - LITTLE, rowsOfFile / expected);
    }

    /** The pairs tell better than the past how far matching is, once some are scored. */
    private Optional<Double> leftOfMatching(double seconds) {
        double after = Math.max(0, past.publicationSeconds() - past.matchingSeconds()) / 2;
        if (shareOfStep > LITTLE) {
            return Optional.of(seconds * (1 - shareOfStep) / shareOfStep + after);
        }
        return past(past.matchingSeconds() + after - seconds);
    }

    private Optional<Double> past(double seconds) {
        return past.publicationSeconds() > 0 ? Optional.of(Math.max(0, seconds)) : Optional.empty();
    }
}
