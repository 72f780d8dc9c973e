package org.guiyi.watch;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import org.guiyi.pipeline.Settings;
import org.guiyi.schedule.NightlyPlan.ReportTo;
import org.guiyi.schedule.Schedule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Sends written reports by the ways that the plan names. */
@Component
class ReportSending {

    private final Schedule schedule;
    private final Settings settings;
    private final SendingSettings with;
    private final ObjectProvider<OneTimeTask<Void>> task;
    private final Clock clock;

    ReportSending(
            Schedule schedule,
            Settings settings,
            SendingSettings with,
            @Qualifier(SendingTask.NAME) ObjectProvider<OneTimeTask<Void>> task,
            Clock clock) {
        this.schedule = schedule;
        this.settings = settings;
        this.with = with;
        this.task = task;
        this.clock = clock;
    }

    /** @throws NotSentException if it did not get there */
    void send(Channel channel, String name) {
        ReportTo to = schedule.reportTo();
        Path folder = settings.home().resolve("reports");
        try {
            String json = Files.readString(folder.resolve(name + ".json"));
            switch (channel) {
                case MAIL ->
                    new ReportMail(with.smtp()
                                    .orElseThrow(() ->
                                            new NotSentException("没有设置 GUIYI_SMTP_HOST GUIYI_SMTP_HOST is not set")))
                            .send(to.mail(), folder, name, json);
                case WEBHOOK ->
                    new ReportWebhook(with.webhookSecret(), clock)
                            .post(
                                    to.webhook().orElseThrow(() -> new NotSentException("no webhook is named")),
                                    name,
                                    json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + name + " cannot be read", e);
        }
    }

    /** Has an instance that serves try again. */
    void later(Channel channel, String name, Instant now) {
        schedule.queue(task.getObject(), channel.word() + "/" + name, now.plus(SendingTask.FIRST_PAUSE));
    }
}
