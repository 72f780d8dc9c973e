package org.guiyi.watch;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tries again, under {@code serve}, to send a report that did not get there: more and more rarely, for a day. */
@Configuration(proxyBeanMethods = false)
class SendingTask {

    static final String NAME = "report";
    static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(SendingTask.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int TRIES = 28;
    private static final int LONGEST_AFTER = 6;

    @Bean
    @ConditionalOnMissingBean
    SendingSettings sendingSettings() {
        return SendingSettings.NONE;
    }

    @Bean(NAME)
    OneTimeTask<Void> report(ObjectProvider<ReportSending> sending, Clock clock) {
        return Tasks.oneTime(NAME)
                .onFailure((failed, operations) -> {
                    int before = failed.getExecution().consecutiveFailures;
                    if (before >= TRIES) {
                        LOG.error(
                                "report {} could not be sent for a day; it lies in reports, nothing more is tried",
                                failed.getExecution().getId());
                        operations.stop();
                    } else {
                        operations.reschedule(failed, clock.instant().plus(pause(before)));
                    }
                })
                .execute((instance, context) -> {
                    String[] words = instance.getId().split("/", 2);
                    sending.getObject().send(Channel.of(words[0]), words[1]);
                });
    }

    private static Duration pause(int failures) {
        return failures >= LONGEST_AFTER ? LONGEST_PAUSE : FIRST_PAUSE.multipliedBy(1L << failures);
    }
}
