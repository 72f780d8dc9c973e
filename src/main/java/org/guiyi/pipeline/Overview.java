package org.guiyi.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiyi.pipeline.NightSummary.Line;

/**
 * How things stand, in a screenful.
 *
 * @param publication what readers see; absent before the first
 * @param running the run at work, if one is
 * @param runs the latest runs, newest first
 * @param held submissions that wait for an admin, or of which a re-import does
 * @param rejected open rejected rows, by feed
 * @param tasks open tasks of the stewards, by kind
 * @param submissions how many submissions there are
 * @param latest the latest submissions, oldest first
 */
public record Overview(
        Optional<Publication> publication,
        Optional<Running> running,
        List<Run> runs,
        List<Line> held,
        Map<String, Long> rejected,
        Map<String, Long> tasks,
        long submissions,
        List<Line> latest) {

    /** A published state. */
    public record Publication(long number, Instant at, String cause, long records, long persons) {}

    /**
     * A run without an end.
     *
     * @param alive whether its process still holds the run lock; the next run goes on with one that died
     */
    public record Running(long number, String cause, Instant started, boolean alive, Progress progress) {}

    /**
     * A run.
     *
     * @param finished absent while it is at work
     * @param outcome done, partly, failed, died or stopped
     * @param deliveries files it met
     */
    public record Run(
            String cause,
            Instant started,
            Optional<Instant> finished,
            Optional<String> outcome,
            Optional<Integer> deliveries) {}
}
