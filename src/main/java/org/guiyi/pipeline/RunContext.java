package org.guiyi.pipeline;

import org.guiyi.intake.ReceiptNumber;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;

/** What log lines are marked with while a step is at work: the execution, the step, and the processing or publication. */
final class RunContext implements AutoCloseable {

    private RunContext() {}

    static RunContext of(StepExecution execution) {
        MDC.put("execution", Long.toString(execution.getJobExecutionId()));
        MDC.put("step", execution.getStepName());
        JobParameters parameters = execution.getJobParameters();
        put(Jobs.PROCESSING, parameters.getLong(Jobs.PROCESSING));
        put(Jobs.PUBLICATION, parameters.getLong(Jobs.PUBLICATION));
        return new RunContext();
    }

    @Override
    public void close() {
        MDC.remove("execution");
        MDC.remove("step");
        MDC.remove(Jobs.PROCESSING);
        MDC.remove(Jobs.PUBLICATION);
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
