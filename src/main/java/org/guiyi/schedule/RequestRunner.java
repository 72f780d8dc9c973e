package org.guiyi.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.DiscreetException;
import org.guiyi.pipeline.Night;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Rebuilds;
import org.guiyi.pipeline.Reimports;
import org.guiyi.pipeline.Selection;
import org.guiyi.pipeline.Settings;
import org.guiyi.pipeline.StoppedException;
import org.guiyi.schedule.Request.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries requests out. */
@Component
class RequestRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RequestRunner.class);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final RequestStore requests;
    private final Night night;
    private final Rebuilds rebuilds;
    private final Reimports reimports;
    private final RequestedFiles files;
    private final Clock clock;

    RequestRunner(
            RequestStore requests,
            Night night,
            Rebuilds rebuilds,
            Reimports reimports,
            Settings settings,
            Clock clock) {
        this.requests = requests;
        this.night = night;
        this.rebuilds = rebuilds;
        this.reimports = reimports;
        this.files = new RequestedFiles(settings.home());
        this.clock = clock;
    }

    /**
     * Carries a request out, unless it was cancelled; one whose process died is carried out again.
     *
     * @throws BusyException when another run is at work; the request stays in the queue
     * @throws StoppedException when this process was told to end; the request stays in the queue
     */
    void run(long number) {
        if (!requests.move(number, State.RUNNING, State.QUEUED, State.RUNNING)) {
            return;
        }
        Request request = requests.find(number).orElseThrow();
        try {
            requests.end(number, State.DONE, carryOut(request));
            files.drop(number);
        } catch (BusyException | StoppedException e) {
            requests.move(number, State.QUEUED, State.RUNNING);
            throw e;
        } catch (RuntimeException e) {
            DiscreetException discreet = DiscreetException.of(e);
            LOG.error("request {} failed; it can be asked for again", number, discreet);
            requests.end(number, State.FAILED, discreet.story());
        }
    }

    private String carryOut(Request request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        return switch (request.kind()) {
            case IMPORT -> {
                Optional<NightSummary> summary = night.take(
                        files.of(request.number()), Repetition.RETURN_WITHDRAWN, today, NightProgress.SILENT);
                yield summary.map(RequestRunner::told).orElseThrow(BusyException::new);
            }
            case REIMPORT -> told(reimports.reimport(Selection.ofWords(request.words()), today, false));
            case REBUILD -> told(rebuilds.rebuild().answer());
        };
    }

    private static String told(NightSummary summary) {
        return summary.submissions().stream()
                .map(line -> line.receipt() + " " + line.verdict().zh() + " "
                        + line.verdict().en())
                .reduce((one, other) -> one + "；" + other)
                .orElse("没有文件 no files");
    }

    private static String told(Answer answer) {
        if (answer instanceof Answer.Busy) {
            throw new BusyException();
        }
        if (answer instanceof Answer.Refused refused) {
            return refused.why().zh() + " / " + refused.why().en();
        }
        return "涉及人员 persons touched " + ((Answer.Done) answer).impact().touched();
    }
}
