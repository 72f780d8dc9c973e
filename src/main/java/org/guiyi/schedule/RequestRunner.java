package org.guiyi.schedule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.DiscreetException;
import org.guiyi.pipeline.Night;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Rebuilds;
import org.guiyi.pipeline.Redone;
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

    /** @param archived whether nothing is lost by taking its copies away */
    private record Outcome(State state, String told, boolean archived) {}

    /**
     * Carries a request out, unless it was cancelled; one whose process died is carried out again.
     *
     * @throws BusyException when another run is at work, or an older request waits; the request stays where it stands
     * @throws StoppedException when this process was told to end; the request stays in the queue
     */
    void run(long number) {
        if (requests.olderWaits(number)) {
            throw new BusyException();
        }
        boolean fresh = requests.move(number, State.RUNNING, State.QUEUED);
        if (fresh || requests.move(number, State.RUNNING, State.RUNNING)) {
            run(requests.find(number).orElseThrow(), fresh);
        }
    }

    /** @param fresh whether it comes out of the queue; else another instance began it, and may be at it still */
    private void run(Request request, boolean fresh) {
        try {
            end(request, carryOut(request));
        } catch (BusyException e) {
            if (fresh) {
                requests.move(request.number(), State.QUEUED, State.RUNNING);
            }
            throw e;
        } catch (StoppedException e) {
            requests.move(request.number(), State.QUEUED, State.RUNNING);
            throw e;
        } catch (RuntimeException e) {
            DiscreetException discreet = DiscreetException.of(e);
            LOG.error("request {} failed; it can be asked for again", request.number(), discreet);
            requests.end(request.number(), State.FAILED, discreet.story());
        }
    }

    private void end(Request request, Outcome outcome) {
        requests.end(request.number(), outcome.state(), outcome.told());
        if (outcome.archived()) {
            files.drop(request.number());
        }
    }

    private Outcome carryOut(Request request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), CHINA);
        return switch (request.kind()) {
            case IMPORT -> take(request, today);
            case REIMPORT -> outcome(reimports.reimport(Selection.ofWords(request.words()), today, false));
            case REBUILD -> outcome(rebuilds.rebuild().answer());
        };
    }

    private Outcome take(Request request, LocalDate today) {
        List<DeliveredFile> copies = files.of(request.number());
        if (copies.isEmpty()) {
            return new Outcome(
                    State.FAILED,
                    "文件副本不在本实例的 GUIYI_HOME 中，各实例须共用它 / the copies are not in the GUIYI_HOME of this instance; all must share it",
                    false);
        }
        return night.take(copies, Repetition.RETURN_WITHDRAWN, today, NightProgress.SILENT)
                .map(summary -> outcome(request, summary))
                .orElseThrow(BusyException::new);
    }

    /** A file without a receipt is not in the archive: its copy is the only one that is left. */
    private static Outcome outcome(Request request, NightSummary summary) {
        boolean archived =
                summary.submissions().stream().noneMatch(line -> line.receipt().equals(NightSummary.NO_RECEIPT));
        String told = summary.submissions().stream()
                .map(RequestRunner::told)
                .reduce((one, other) -> one + "；" + other)
                .orElse("");
        return new Outcome(
                State.ofExitCode(summary.exitCode()),
                archived ? told : told + "；副本仍在 the copies stay in requests/" + request.number(),
                archived);
    }

    private static String told(NightSummary.Line line) {
        String verdict = (line.receipt() + " " + line.verdict().zh() + " "
                        + line.verdict().en())
                .strip();
        return line.receipt().equals(NightSummary.NO_RECEIPT)
                ? verdict
                        + line.reason()
                                .map(why -> "：" + why.zh() + " / " + why.en())
                                .orElse("")
                : verdict;
    }

    private static Outcome outcome(Answer answer) {
        if (answer instanceof Answer.Busy) {
            throw new BusyException();
        }
        if (answer instanceof Answer.Refused refused) {
            return new Outcome(
                    State.REFUSED, refused.why().zh() + " / " + refused.why().en(), true);
        }
        Answer.Done done = (Answer.Done) answer;
        return new Outcome(
                state(done),
                "涉及人员 persons touched " + done.impact().touched() + " · 暂缓 held "
                        + done.impact().held(),
                true);
    }

    private static State state(Answer.Done done) {
        boolean failed = done.redone().stream().anyMatch(each -> each.outcome() == Redone.Outcome.FAILED);
        return failed ? State.FAILED : done.isWhole() ? State.DONE : State.PARTLY;
    }
}
