package org.guiyi.watch;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.intake.Bilingual;
import org.guiyi.pipeline.DiscreetException;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Settings;
import org.guiyi.reply.NightReport;
import org.guiyi.reply.NightReports;
import org.guiyi.schedule.NightlyPlan.ReportTo;
import org.guiyi.schedule.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** After a night: writes its report and sends it to whom the plan names. Whatever goes wrong here, the night has been. */
@Component
public class NightReporter {

    private static final Logger LOG = LoggerFactory.getLogger(NightReporter.class);

    private final NightFigures figures;
    private final NightReports reports;
    private final ReportSending sending;
    private final Schedule schedule;
    private final Settings settings;
    private final Clock clock;

    NightReporter(
            NightFigures figures,
            NightReports reports,
            ReportSending sending,
            Schedule schedule,
            Settings settings,
            Clock clock) {
        this.figures = figures;
        this.reports = reports;
        this.sending = sending;
        this.schedule = schedule;
        this.settings = settings;
        this.clock = clock;
    }

    /** What becomes of a report that cannot be sent. */
    public enum Retry {
        /** It is only named: this process is about to end. */
        NEVER,
        /** Instances that serve try again for a day. */
        LATER
    }

    /**
     * What came of the report.
     *
     * @param page where it lies; empty, if it could not be written
     * @param troubles what could not be done, and what happens next
     */
    public record Reported(Optional<Path> page, List<Bilingual> troubles) {

        public Reported {
            troubles = List.copyOf(troubles);
        }
    }

    /** @param summary what the night says of itself; empty, if it failed */
    public Reported afterNight(LocalDate date, Optional<NightSummary> summary, Retry retry) {
        List<Bilingual> troubles = new ArrayList<>();
        Optional<Path> page = Optional.empty();
        try {
            NightReport report = figures.of(date, summary);
            page = Optional.of(reports.write(settings.home(), report));
            for (Channel channel : wanted(report)) {
                send(channel, report.name(), retry, troubles);
            }
        } catch (DefinitionFaultsException e) {
            troubles.add(
                    new Bilingual("没有发出，jobs/nightly.yaml 有误：" + e.faults(), "not sent, jobs/nightly.yaml is faulty"));
        } catch (DataAccessException | UncheckedIOException e) {
            DiscreetException discreet = DiscreetException.of(e);
            LOG.warn("the report of the night is not whole; the night itself is not touched", discreet);
            troubles.add(new Bilingual("没有完成：" + discreet.story(), "not whole: " + discreet.story()));
        }
        return new Reported(page, troubles);
    }

    private List<Channel> wanted(NightReport report) {
        ReportTo to = schedule.reportTo();
        List<Channel> wanted = new ArrayList<>();
        if (to.when() == ReportTo.When.ALWAYS || report.wantsAttention()) {
            if (!to.mail().isEmpty()) {
                wanted.add(Channel.MAIL);
            }
            if (to.webhook().isPresent()) {
                wanted.add(Channel.WEBHOOK);
            }
        }
        return wanted;
    }

    private void send(Channel channel, String name, Retry retry, List<Bilingual> troubles) {
        try {
            sending.send(channel, name);
        } catch (NotSentException e) {
            LOG.warn("report {} is not sent by {}: {}", name, channel.word(), e.getMessage());
            switch (retry) {
                case NEVER ->
                    troubles.add(new Bilingual(
                            channel.zh() + "没有发出：" + e.getMessage(),
                            "not sent by " + channel.word() + ": " + e.getMessage()));
                case LATER -> {
                    sending.later(channel, name, clock.instant());
                    troubles.add(new Bilingual(
                            channel.zh() + "没有发出，稍后再试：" + e.getMessage(),
                            "not sent by " + channel.word() + ", tried again later: " + e.getMessage()));
                }
            }
        }
    }
}
