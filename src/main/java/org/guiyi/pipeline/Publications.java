package org.guiyi.pipeline;

import java.util.Optional;
import org.guiyi.pipeline.PublicationStation.Published;
import org.guiyi.pipeline.PublicationStation.Watch;
import org.guiyi.record.PendingPublication;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Runs the publication job when something waits to be published. */
@Component
class Publications {

    private final PublicationStation station;
    private final CurrentPublication current;
    private final PendingPublication pending;
    private final JobRunner runner;
    private final Job job;

    Publications(
            PublicationStation station,
            CurrentPublication current,
            PendingPublication pending,
            JobRunner runner,
            @Qualifier("publicationJob") Job job) {
        this.station = station;
        this.current = current;
        this.pending = pending;
        this.runner = runner;
        this.job = job;
    }

    /** Publishes what waits; nothing happens when nothing does. Stays open until it is {@link #close closed}. */
    void publish(String cause) {
        if (station.isDue()) {
            run(cause, Optional.empty(), Watch.NOT);
        }
    }

    /**
     * Publishes what an operation asks for and tells what came of it. What an interrupted run has staged waits for the next
     * run, so that a preview tells the same.
     */
    Optional<Published> publishWatched(String cause, ChangeSet change) {
        return station.isDue(change)
                ? Optional.of(run(cause, Optional.of(change), Watch.CONSEQUENCES))
                : Optional.empty();
    }

    /** Closes the publication, once whoever asked for it has said what it did. */
    void close() {
        pending.discard();
    }

    /** Folds everything afresh and publishes the outcome. */
    Published rebuild(Watch watch) {
        return run("rebuild", Optional.of(ChangeSet.REFOLD), watch);
    }

    private Published run(String cause, Optional<ChangeSet> asked, Watch watch) {
        current.begin(asked, watch);
        PendingPublication.Pending next = pending.begin();
        JobParameters parameters = new JobParametersBuilder()
                .addLong(Jobs.PUBLICATION, next.publication())
                .addLong(Jobs.RUN, next.run())
                .addString(Jobs.CAUSE, cause, false)
                .addString(
                        Jobs.REFOLD,
                        Boolean.toString(asked.map(ChangeSet::refold).orElse(false)),
                        false)
                .toJobParameters();
        runner.run(job, parameters);
        return current.published();
    }
}
