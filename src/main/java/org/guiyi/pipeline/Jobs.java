package org.guiyi.pipeline;

import org.guiyi.person.ModelMisfitException;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * The two jobs of a night. A run that was told to stop leaves before a step that takes long, or in it; what is staged is
 * still checked, what is matched still published. {@code processing} stages one submission, one instance per processing; {@code publication} makes
 * everything that is staged visible. Their steps manage their own transactions: a COPY stream has its own connection.
 */
@Configuration(proxyBeanMethods = false)
class Jobs {

    static final String PROCESSING = "processing";
    static final String PUBLICATION = "publication";
    static final String RUN = "run";
    static final String CAUSE = "cause";
    static final String REFOLD = "refold";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final RunStop stop;

    Jobs(JobRepository repository, PlatformTransactionManager transactions, RunStop stop) {
        this.repository = repository;
        this.transactions = transactions;
        this.stop = stop;
    }

    @Bean
    Job processingJob(StagingStation staging, CheckStation check) {
        return new JobBuilder(PROCESSING, repository)
                .start(step("stage", job -> {
                    stop.check();
                    staging.stage(job.number(PROCESSING));
                }))
                .next(step("check", job -> check.check(job.number(PROCESSING))))
                .build();
    }

    @Bean
    Job publicationJob(PublicationStation station, CurrentPublication current) {
        return new JobBuilder(PUBLICATION, repository)
                .start(step("fold", job -> {
                    stop.check();
                    current.set(station.fold(
                            job.number(PUBLICATION),
                            current.asked(),
                            job.text(REFOLD).equals("true")));
                }))
                .next(step("match", job -> {
                    stop.check();
                    if (station.isToMatch(current.folding())) {
                        current.set(station.match(job.number(PUBLICATION), current.folding()));
                    }
                }))
                .next(step("publish", job -> {
                    PublicationStation.Computed computed = current.computed();
                    if (computed != null) {
                        current.set(
                                station.publish(job.number(PUBLICATION), computed, job.text(CAUSE), current.watch()));
                    }
                    station.hold(current.folding().folded().holds());
                    if (computed == null) {
                        station.publishNothing();
                    }
                }))
                .build();
    }

    /** The parameters of a running job. */
    private record Parameters(org.springframework.batch.core.job.parameters.JobParameters values) {

        long number(String name) {
            Long value = values.getLong(name);
            if (value == null) {
                throw new IllegalStateException("the job has no parameter " + name);
            }
            return value;
        }

        String text(String name) {
            String value = values.getString(name);
            return value == null ? "" : value;
        }
    }

    private interface Work {
        void run(Parameters parameters) throws Exception;
    }

    /** Every step can be done again from its beginning, and is when the job is restarted. */
    private Step step(String name, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            FaultPoint.reach(name + ":begin");
                            run(
                                    work,
                                    new Parameters(
                                            contribution.getStepExecution().getJobParameters()));
                            FaultPoint.reach(name + ":end");
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .transactionAttribute(new OwnTransactions())
                .listener(new RunContext())
                .allowStartIfComplete(true)
                .build();
    }

    /** What a step throws is logged and kept in {@code BATCH_*} tables: without the words that may quote a cell. */
    private static void run(Work work, Parameters parameters) throws JobInterruptedException {
        try {
            work.run(parameters);
        } catch (StoppedException e) {
            throw new JobInterruptedException("told to stop");
        } catch (ModelMisfitException e) {
            throw e;
        } catch (Exception | StackOverflowError e) {
            throw DiscreetException.of(e);
        }
    }

    /**
     * No transaction around the step, and every exception ends it. By default only unchecked ones do: a step that throws a
     * checked one, as a broken COPY does, would be called again for ever.
     */
    private static final class OwnTransactions extends DefaultTransactionAttribute {
        private static final long serialVersionUID = 1L;

        OwnTransactions() {
            super(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        }

        @Override
        public boolean rollbackOn(Throwable problem) {
            return true;
        }
    }
}
