package org.guiyi.pipeline;

import java.util.List;
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

    /** Submissions that a dead run published, but did not live to report. */
    List<Long> lastWords() {
        return pending.publishedByTheDead();
    }

    /** Publishes what waits; nothing happens when nothing does. Stays open until it is {@link #close closed}. */
    void publish(String cause) {
        if (station.isDue()) {
            run(cause, false, Watch.NOT);
        }
    }

    /** The same for an operation, which is told what came of it. */
    Optional<Published> publishWatched(String cause) {
        return station.isDue() ? Optional.of(run(cause, false, Watch.CONSEQUENCES)) : Optional.empty();
    }

    /** Closes the publication, once whoever asked for it has said what it did. */
    void close() {
        pending.discard();
    }

    /** Folds everything afresh and publishes the outcome. */
    Published rebuild() {
        return run("rebuild", true, Watch.NOT);
    }

    private Published run(String cause, boolean refold, Watch watch) {
        current.begin(watch);
        PendingPublication.Pending next = pending.begin();
        JobParameters parameters = new JobParametersBuilder()
                .addLong(Jobs.PUBLICATION, next.publication())
                .addLong(Jobs.RUN, next.run())
                .addString(Jobs.CAUSE, cause, false)
                .addString(Jobs.REFOLD, Boolean.toString(refold), false)
                .toJobParameters();
        runner.run(job, parameters);
        return current.published();
    }
}
