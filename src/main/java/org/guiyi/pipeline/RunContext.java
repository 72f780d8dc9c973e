package org.guiyi.pipeline;

import org.guiyi.intake.ReceiptNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * What log lines are marked with while a step is at work, its failure included: the execution, the step, and the processing or
 * publication.
 */
final class RunContext implements StepExecutionListener {

    @Override
    public void beforeStep(StepExecution execution) {
        MDC.put("execution", Long.toString(execution.getJobExecutionId()));
        MDC.put("step", execution.getStepName());
        JobParameters parameters = execution.getJobParameters();
        put(Jobs.PROCESSING, parameters.getLong(Jobs.PROCESSING));
        put(Jobs.PUBLICATION, parameters.getLong(Jobs.PUBLICATION));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        MDC.remove("execution");
        MDC.remove("step");
        MDC.remove(Jobs.PROCESSING);
        MDC.remove(Jobs.PUBLICATION);
        return null;
    }

    /** Until it is closed the lines are about this receipt. */
    static MDC.MDCCloseable receipt(ReceiptNumber number) {
        return MDC.putCloseable("receipt", number.value());
    }

    private static void put(String name, @Nullable Long value) {
        if (value != null) {
            MDC.put(name, Long.toString(value));
        }
    }
}
