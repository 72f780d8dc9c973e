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
 * @param runs the latest runs, newest first
 * @param held submissions that wait for an admin
 * @param rejected open rejected rows, by feed
 * @param tasks open tasks of the stewards, by kind
 * @param submissions how many submissions there are
 * @param latest the latest submissions, oldest first
 */
public record Overview(
        Optional<Publication> publication,
        List<Run> runs,
        List<Line> held,
        Map<String, Long> rejected,
        Map<String, Long> tasks,
        long submissions,
        List<Line> latest) {

    /** A published state. */
    public record Publication(long number, Instant at, String cause, long records, long persons) {}

    /**
     * A run.
     *
     * @param finished absent while it is at work
     * @param outcome done, partly, failed or died
     * @param deliveries files it met
     */
    public record Run(
            String cause,
            Instant started,
            Optional<Instant> finished,
            Optional<String> outcome,
            Optional<Integer> deliveries) {}
}
