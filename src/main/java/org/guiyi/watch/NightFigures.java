package org.guiyi.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.feed.Field;
import org.guiyi.feed.Severity;
import org.guiyi.intake.Bilingual;
import org.guiyi.person.PersonWords;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.guiyi.reply.NightReport;
import org.guiyi.schedule.Schedule;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what the report of a night tells: what the run says of itself, and the rest from the database. */
@Component
class NightFigures {

    private static final int MOST_PROBLEMS = 20;
    private static final Bilingual ROWS = new Bilingual("行", "rows");
    private static final Bilingual RECORDS = new Bilingual("记录", "records");
    private static final Bilingual PERSONS = new Bilingual("人", "persons");

    private final JdbcClient jdbc;
    private final Schedule schedule;
    private final FeedDefinitions feeds;
    private final PersonWords words;

    NightFigures(JdbcClient jdbc, Schedule schedule, FeedDefinitions feeds, PersonWords words) {
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.feeds = feeds;
        this.words = words;
    }

    private record Run(long number, Instant started, Instant finished, String outcome) {}

    /** The report of the night that has just ended; without a summary it failed. */
    NightReport of(LocalDate date, Optional<NightSummary> summary) {
        Run run = lastNight();
        Optional<Long> published = published(run);
        List<NightSummary.Line> lines = summary.map(NightSummary::submissions).orElse(List.of());
        Map<String, Double> seconds = secondsByReceipt(run);
        List<NightReport.Delivery> deliveries = lines.stream()
                .filter(line -> line.verdict() != Verdict.DELIVERED_BEFORE)
                .map(line -> delivery(line, seconds))
                .toList();
        return new NightReport(
                date,
                run.number(),
                run.started(),
                run.finished(),
                run.outcome(),
                published,
                deliveries,
                lines.size() - (long) deliveries.size(),
                problems(deliveries),
                late(date),
                persons(published),
                matches(published),
                tasks(),
                steps(run, published));
    }

    private Run lastNight() {
        return jdbc.sql("""
                        select run_id, started_at, coalesce(finished_at, started_at) as ended, coalesce(outcome, 'died') as outcome
                        from batch.run where cause = 'nightly' order by run_id desc limit 1
                        """)
                .query((row, number) -> new Run(
                        row.getLong("run_id"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("ended").toInstant(),
                        row.getString("outcome")))
                .single();
    }

    private Optional<Long> published(Run run) {
        return jdbc.sql("""
                        select publication from register.publication
                        where published_at >= ?::timestamptz and publication = register.published()
                        """).param(run.started().toString()).query(Long.class).optional();
    }

    private static NightReport.Delivery delivery(NightSummary.Line line, Map<String, Double> seconds) {
        return new NightReport.Delivery(
                line.receipt(),
                line.bureau(),
                line.feed(),
                line.scope(),
                line.period(),
                new Bilingual(line.verdict().zh(), line.verdict().en()),
                wanting(line.verdict()),
                line.rows(),
                line.records(),
                line.reason(),
                Optional.ofNullable(seconds.get(line.receipt())));
    }

    private static boolean wanting(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED, PARTLY_ACCEPTED, DELIVERED_BEFORE -> false;
            case ALL_REJECTED, HELD, REFUSED, WITHDRAWN, REJECTED, FAILED, STILL_WRITTEN, NOT_MOVED -> true;
        };
    }

    /** The job repository keeps the machine's local time. */
    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneId.systemDefault());
    }

    private Map<String, Double> secondsByReceipt(Run run) {
        Map<String, Double> seconds = new HashMap<>();
        jdbc.sql("""
                        select s.receipt_no, sum(extract(epoch from t.end_time - t.start_time)) as seconds
                        from batch.batch_job_execution e
                        join batch.batch_job_execution_params n
                          on n.job_execution_id = e.job_execution_id and n.parameter_name = 'processing'
                        join batch.batch_step_execution t on t.job_execution_id = e.job_execution_id
                        join intake.processing p on p.processing_id = n.parameter_value::bigint
                        join intake.submission s using (submission_id)
                        where e.create_time >= ? and t.end_time is not null group by 1
                        """).param(local(run.started())).query((RowCallbackHandler)
                row -> seconds.put(row.getString(1), row.getDouble(2)));
        return seconds;
    }

    private List<NightReport.ProblemLine> problems(List<NightReport.Delivery> deliveries) {
        String[] receipts =
                deliveries.stream().map(NightReport.Delivery::receipt).toArray(String[]::new);
        return jdbc.sql("""
                        select s.feed, p.code, p.severity, coalesce(p.field, '') as field, count(distinct (s.submission_id, p.row_seq)) as rows,
                               (array_agg(p.message_zh order by p.processing_id, p.row_seq))[1] as zh,
                               (array_agg(p.message_en order by p.processing_id, p.row_seq))[1] as en
                        from intake.submission s join intake.row_problem p on p.processing_id = s.current_processing_id
                        where s.receipt_no = any (?) group by 1, 2, 3, 4
                        order by array_position(array['reject', 'block', 'notice'], p.severity), rows desc, 1, 2 limit ?
                        """)
                .param(receipts)
                .param(MOST_PROBLEMS)
                .query((row, number) -> new NightReport.ProblemLine(
                        row.getString("feed"),
                        row.getString("code"),
                        Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                        title(row.getString("feed"), row.getString("field")),
                        row.getLong("rows"),
                        new Bilingual(row.getString("zh"), row.getString("en"))))
                .list();
    }

    private String title(String feed, String field) {
        return feeds.find(FeedId.of(feed))
                .flatMap(definition -> definition.find(field))
                .map(Field::title)
                .orElse(field);
    }

    /** What is late by a plan that can be read; a faulty one is told when the report is to be sent. */
    private List<NightReport.LateLine> late(LocalDate date) {
        try {
            return schedule.lateOn(date).stream()
                    .map(each -> new NightReport.LateLine(each.feed(), each.scope(), each.period(), each.due()))
                    .toList();
        } catch (DefinitionFaultsException e) {
            return List.of();
        }
    }

    private NightReport.Persons persons(Optional<Long> published) {
        Map<String, Long> events = new HashMap<>();
        published.ifPresent(publication -> jdbc.sql(
                        "select kind, count(*) from register.person_event where publication = ? group by 1")
                .param(publication)
                .query((RowCallbackHandler) row -> events.put(row.getString(1), row.getLong(2))));
        return new NightReport.Persons(
                count("select count(*) from warehouse.person"),
                events.getOrDefault("mint", 0L),
                events.getOrDefault("merge", 0L),
                events.getOrDefault("split", 0L),
                events.getOrDefault("retire", 0L));
    }

    private NightReport.Matches matches(Optional<Long> published) {
        return new NightReport.Matches(
                count("select count(*) from register.link where decision = 'auto' and to_publication is null"),
                count(
                        "select count(*) from steward.task where kind = 'possible-same-person' and to_publication is null"),
                published
                        .map(publication -> jdbc.sql("""
                                        select count(*) from steward.task
                                        where kind = 'possible-same-person' and to_publication is null and from_publication = ?
                                        """)
                                .param(publication)
                                .query(Long.class)
                                .single())
                        .orElse(0L));
    }

    private Map<String, Long> tasks() {
        Map<String, Long> tasks = new LinkedHashMap<>();
        jdbc.sql("select kind, count(*) from steward.task where to_publication is null group by 1 order by 2 desc, 1")
                .query((RowCallbackHandler) row -> tasks.put(words.task(row.getString(1)), row.getLong(2)));
        return tasks;
    }

    private List<NightReport.StepLine> steps(Run run, Optional<Long> published) {
        return jdbc.sql("""
                        select t.step_name, count(*) as runs, sum(extract(epoch from t.end_time - t.start_time)) as seconds,
                               coalesce(sum(p.rows_read), 0) as rows
                        from batch.batch_job_execution e
                        join batch.batch_step_execution t on t.job_execution_id = e.job_execution_id
                        left join batch.batch_job_execution_params n
                          on n.job_execution_id = e.job_execution_id and n.parameter_name = 'processing'
                        left join intake.processing p on p.processing_id = n.parameter_value::bigint
                        where e.create_time >= ? and t.end_time is not null
                        group by 1 order by min(t.step_execution_id)
                        """)
                .param(local(run.started()))
                .query((row, number) -> step(
                        row.getString("step_name"),
                        row.getLong("runs"),
                        row.getDouble("seconds"),
                        row.getLong("rows"),
                        published))
                .list();
    }

    private NightReport.StepLine step(String name, long runs, double seconds, long rows, Optional<Long> published) {
        return switch (name) {
            case "stage" -> new NightReport.StepLine(name, new Bilingual("读取校验", "stage"), runs, seconds, rows, ROWS);
            case "check" -> new NightReport.StepLine(name, new Bilingual("核对", "check"), runs, seconds, rows, ROWS);
            case "fold" ->
                new NightReport.StepLine(
                        name, new Bilingual("登记", "fold"), runs, seconds, of(published, "records"), RECORDS);
            case "match" ->
                new NightReport.StepLine(
                        name, new Bilingual("比对采信", "match"), runs, seconds, of(published, "records"), RECORDS);
            default ->
                new NightReport.StepLine(
                        name, new Bilingual("发布", name), runs, seconds, of(published, "persons"), PERSONS);
        };
    }

    private long of(Optional<Long> published, String column) {
        return published
                .map(publication -> jdbc.sql("select " + column + " from register.publication where publication = ?")
                        .param(publication)
                        .query(Long.class)
                        .single())
                .orElse(0L);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
