package org.guiyi.pipeline;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.RowBalance;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together what a run did, from the database. */
@Component
public class Summaries {

    private final SubmissionStore submissions;
    private final ProcessingStore processings;
    private final JdbcClient jdbc;

    Summaries(SubmissionStore submissions, ProcessingStore processings, JdbcClient jdbc) {
        this.submissions = submissions;
        this.processings = processings;
        this.jdbc = jdbc;
    }

    /** A submission met in a run, and whether it was there before. */
    record Met(long submission, boolean before) {}

    NightSummary of(Collection<Met> met, List<Unread> unread) {
        List<Line> lines = Stream.concat(
                        met.stream().map(each -> line(submissions.get(each.submission()), each.before())),
                        unread.stream().map(Summaries::line))
                .toList();
        return new NightSummary(
                lines,
                count("select count(*) from warehouse.person"),
                count("select register.published()"),
                count("select count(*) from register.link where decision = 'auto' and to_publication is null"),
                count(
                        "select count(*) from steward.task where kind = 'possible-same-person' and to_publication is null"),
                count("select count(*) from steward.task where to_publication is null"));
    }

    /** Every submission as it stands. */
    public List<Line> all() {
        return submissions.all().stream().map(each -> line(each, false)).toList();
    }

    /** A file that was left where it lies. */
    static Line line(Unread unread) {
        return new Line(
                NightSummary.NO_RECEIPT,
                unread.file().bureau(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                unread.file().fileName(),
                unread.verdict(),
                RowBalance.NONE,
                Optional.empty(),
                Optional.of(unread.reason()));
    }

    /** One submission as it stands. */
    public Line line(Submission submission, boolean before) {
        Optional<Processing> processing = submission.processing().map(processings::get);
        return new Line(
                submission.receipt().value(),
                submission.bureau(),
                submission.feed(),
                submission.scope(),
                submission.period(),
                submission.fileName(),
                before ? Verdict.DELIVERED_BEFORE : verdict(submission),
                submission.rows(),
                processing.flatMap(Processing::records),
                submission.reason().or(() -> heldReimport(submission)));
    }

    /** Why a re-import of what is published waits for an admin. */
    private Optional<Bilingual> heldReimport(Submission submission) {
        return submission.state() == SubmissionState.PUBLISHED
                ? processings
                        .held(submission.id())
                        .flatMap(Processing::hold)
                        .map(why -> new Bilingual("重新导入暂缓：" + why.zh(), "a re-import is held: " + why.en()))
                : Optional.empty();
    }

    private static Verdict verdict(Submission submission) {
        return switch (submission.state()) {
            case RECEIVED, STAGED, PUBLISHED -> byRows(submission.rows());
            case HELD -> Verdict.HELD;
            case REFUSED -> Verdict.REFUSED;
            case REJECTED -> Verdict.REJECTED;
            case WITHDRAWING, WITHDRAWN -> Verdict.WITHDRAWN;
            case FAILED -> Verdict.FAILED;
        };
    }

    private static Verdict byRows(RowBalance rows) {
        if (rows.rejected() == 0) {
            return Verdict.ACCEPTED;
        }
        return rows.accepted() == 0 ? Verdict.ALL_REJECTED : Verdict.PARTLY_ACCEPTED;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
