package org.guiyi.pipeline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.pipeline.NightSummary.Line;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks how things stand. */
@Component
public class Overviews {

    private static final int RUNS = 5;
    private static final int SUBMISSIONS = 5;

    private final SubmissionStore submissions;
    private final ProcessingStore processings;
    private final Summaries summaries;
    private final RunLog runs;
    private final ProgressLog progress;
    private final JdbcClient jdbc;

    Overviews(
            SubmissionStore submissions,
            ProcessingStore processings,
            Summaries summaries,
            RunLog runs,
            ProgressLog progress,
            JdbcClient jdbc) {
        this.submissions = submissions;
        this.processings = processings;
        this.summaries = summaries;
        this.runs = runs;
        this.progress = progress;
        this.jdbc = jdbc;
    }

    public Overview now() {
        List<Submission> all = submissions.all();
        return new Overview(
                publication(),
                running(),
                runs.latest(RUNS),
                lines(waiting()),
                counts("""
                        select coalesce(s.feed, s.bureau), count(*) from intake.rejected_row r
                        join intake.submission s using (submission_id)
                        where r.state = 'open' and s.state = 'published' group by 1 order by 2 desc, 1
                        """),
                counts("""
                        select kind, count(*) from steward.task where to_publication is null group by 1 order by 2 desc, 1
                        """),
                all.size(),
                lines(all.subList(Math.max(0, all.size() - SUBMISSIONS), all.size())));
    }

    /** The run at work and how far it is; empty, if nothing is at work. */
    public Optional<Overview.Running> running() {
        return progress.running();
    }

    /** The last night that has begun, at work or over; empty, before the first. */
    public Optional<Overview.Run> lastNight() {
        return runs.lastNight();
    }

    /** Receipt numbers of what waits for an admin: held submissions, and published ones of which a re-import is held. */
    public List<String> held() {
        return waiting().stream().map(each -> each.receipt().value()).toList();
    }

    private List<Submission> waiting() {
        return Stream.concat(
                        submissions.inState(SubmissionState.HELD).stream(),
                        processings.heldReimports().stream().map(each -> submissions.get(each.submissionId())))
                .sorted(Comparator.comparing(Submission::id))
                .toList();
    }

    private List<Line> lines(List<Submission> some) {
        return some.stream().map(each -> summaries.line(each, false)).toList();
    }

    private Optional<Overview.Publication> publication() {
        return jdbc.sql("""
                        select publication, published_at, cause, records, persons from register.publication
                        order by publication desc limit 1
                        """)
                .query((row, number) -> new Overview.Publication(
                        row.getLong("publication"),
                        row.getTimestamp("published_at").toInstant(),
                        row.getString("cause"),
                        row.getLong("records"),
                        row.getLong("persons")))
                .optional();
    }

    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(sql).query((RowCallbackHandler) row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }
}
