package org.guiyi.pipeline;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts job instances, and restarts those that a dead process left behind. Whoever calls it holds the night's lock. */
@Component
class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobOperator operator;
    private final JobRepository repository;
    private final JdbcClient jdbc;
    private final RunStop stop;

    JobRunner(JobOperator operator, JobRepository repository, JdbcClient jdbc, RunStop stop) {
        this.operator = operator;
        this.repository = repository;
        this.jdbc = jdbc;
        this.stop = stop;
    }

    /**
     * Marks executions as failed that nobody can be running, since we hold the lock: those of a killed process. An instance
     * whose process died before its first execution was written is taken away; Batch would refuse to start it for ever.
     */
    void recover() {
        for (String job : List.of(Jobs.PROCESSING, Jobs.PUBLICATION)) {
            Set<JobExecution> running = repository.findRunningJobExecutions(job);
            running.forEach(execution -> {
                LOG.info(
                        "job execution {} was left {} by a dead process; it is restarted",
                        execution.getId(),
                        execution.getStatus());
                operator.recover(execution);
            });
        }
        jdbc.sql(
                        "update batch.batch_job_execution set status = 'FAILED', exit_code = 'FAILED', end_time = now() where status = 'UNKNOWN'")
                .update();
        jdbc.sql("""
                        update batch.batch_step_execution s set status = 'FAILED', exit_code = 'FAILED', end_time = now()
                        where s.status = 'UNKNOWN'
                           or s.status in ('STARTING', 'STARTED', 'STOPPING')
                              and exists (select 1 from batch.batch_job_execution j
                                          where j.job_execution_id = s.job_execution_id
                                            and j.status not in ('STARTING', 'STARTED', 'STOPPING'))
                        """).update();
        jdbc.sql("""
                        delete from batch.batch_job_instance i where not exists (
                            select 1 from batch.batch_job_execution e where e.job_instance_id = i.job_instance_id)
                        """).update();
    }

    /**
     * Runs an instance to its end, as a restart if it failed or was stopped before.
     *
     * @throws StoppedException if the run was told to end; the instance is restarted by the next one
     */
    void run(Job job, JobParameters parameters) {
        stop.check();
        try {
            JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
            JobExecution execution = last != null && last.getStatus() != BatchStatus.COMPLETED
                    ? operator.restart(last)
                    : operator.start(job, parameters);
            check(job, execution);
        } catch (JobExecutionException e) {
            throw new JobFailedException("job " + job.getName() + " could not be started", e);
        }
    }

    private static void check(Job job, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.STOPPED) {
            throw new StoppedException();
        }
        if (!execution.getExitStatus().getExitCode().equals(ExitStatus.COMPLETED.getExitCode())) {
            Throwable cause = execution.getAllFailureExceptions().stream()
                    .findFirst()
                    .orElseGet(() -> new IllegalStateException("no cause given"));
            throw new JobFailedException("job " + job.getName() + " ended " + execution.getStatus(), cause);
        }
    }

    /** A job that did not end well; it can be started again. */
    static final class JobFailedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        JobFailedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
