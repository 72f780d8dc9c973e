package org.guiyi.reply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.feed.Field;
import org.guiyi.feed.Severity;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.ProcessingStore.Processing;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.reply.Receipt.ProblemCount;
import org.guiyi.reply.Receipt.Sample;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes receipts from what is recorded; the same state gives the same receipt. */
@Component
public class Receipts {

    private final SubmissionStore submissions;
    private final ProcessingStore processings;
    private final FeedDefinitions feeds;
    private final JdbcClient jdbc;

    Receipts(SubmissionStore submissions, ProcessingStore processings, FeedDefinitions feeds, JdbcClient jdbc) {
        this.submissions = submissions;
        this.processings = processings;
        this.feeds = feeds;
        this.jdbc = jdbc;
    }

    /** The receipt as of now; empty for an unknown number. */
    public Optional<Receipt> of(ReceiptNumber number) {
        return submissions.find(number).map(this::of);
    }

    private Receipt of(Submission submission) {
        Optional<FeedDefinition> feed = submission.feed().map(FeedId::of).flatMap(feeds::find);
        Optional<Processing> processing = submission.processing().map(processings::get);
        Rejections rejections = rejections(submission.id());
        return new Receipt(
                submission.receipt(),
                submission.bureau(),
                submission.feed(),
                feed.map(definition -> new Bilingual(definition.title(), definition.titleEn())),
                submission.kind(),
                submission.amends().map(submissions::get).map(Submission::receipt),
                submission.scope(),
                submission.period(),
                submission.fileName(),
                submission.deliveredAt(),
                submission.state(),
                submission.rows(),
                processing.flatMap(Processing::records),
                processing.map(each -> problems(each.id(), feed)).orElse(List.of()),
                rejections.open(),
                rejections.answered(),
                submission.reason().or(() -> processing.flatMap(Processing::hold)),
                next(submission, rejections));
    }

    private record Rejections(long open, long answered) {}

    private Rejections rejections(long submission) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'open') as open,
                               count(*) filter (where state = 'answered') as answered
                        from intake.rejected_row where submission_id = ?
                        """)
                .param(submission)
                .query((row, number) -> new Rejections(row.getLong("open"), row.getLong("answered")))
                .single();
    }

    private List<ProblemCount> problems(long processing, Optional<FeedDefinition> feed) {
        List<Counted> counted =
                jdbc.sql("""
                        with numbered as (
                            select code, severity, coalesce(field, '') as field, row_seq, message_zh, message_en,
                                   dense_rank() over (partition by code, severity, field order by row_seq) as place
                            from intake.row_problem where processing_id = ?)
                        select code, severity, field, max(place) as rows, (array_agg(message_zh order by row_seq))[1] as zh,
                               (array_agg(message_en order by row_seq))[1] as en,
                               array_agg(distinct row_seq) filter (where place <= 3) as samples
                        from numbered group by code, severity, field
                        order by array_position(array['reject', 'block', 'notice'], severity), rows desc, code, field
                        """).param(processing).query(Counted::of).list();
        Map<Integer, Sample> places = places(processing, counted);
        return counted.stream().map(each -> each.placed(places, feed)).toList();
    }

    /** A line of the problem count before its samples have places. */
    private record Counted(
            String code, Severity severity, String field, long rows, Bilingual message, List<Integer> samples) {

        static Counted of(ResultSet row, int number) throws SQLException {
            return new Counted(
                    row.getString("code"),
                    Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                    row.getString("field"),
                    row.getLong("rows"),
                    new Bilingual(row.getString("zh"), row.getString("en")),
                    Arrays.asList((Integer[]) row.getArray("samples").getArray()));
        }

        ProblemCount placed(Map<Integer, Sample> places, Optional<FeedDefinition> feed) {
            String title = feed.flatMap(definition -> definition.find(field))
                    .map(Field::title)
                    .orElse(field);
            List<Sample> at = samples.stream().sorted().map(places::get).toList();
            return new ProblemCount(code, severity, field, title, rows, message, at);
        }
    }

    private Map<Integer, Sample> places(long processing, List<Counted> counted) {
        Integer[] rows = counted.stream()
                .flatMap(each -> each.samples().stream())
                .distinct()
                .toArray(Integer[]::new);
        Map<Integer, Sample> places = new HashMap<>();
        jdbc.sql("""
                        select r.row_seq, s.name, r.row_number from intake.row r
                        join intake.sheet s on s.processing_id = r.processing_id and s.sheet = r.sheet
                        where r.processing_id = ? and r.row_seq = any (?)
                        """).param(processing).param(rows).query((ResultSet row) -> {
            places.put(row.getInt("row_seq"), new Sample(row.getString("name"), row.getInt("row_number")));
        });
        return places;
    }

    private static Optional<Bilingual> next(Submission submission, Rejections rejections) {
        String receipt = submission.receipt().value();
        return switch (submission.state()) {
            case RECEIVED, STAGED -> Optional.of(new Bilingual("等待入库，无需操作", "waits for publication; nothing to do"));
            case HELD ->
                Optional.of(new Bilingual(
                        "由管理员核对：guiyi release " + receipt + " 放行，或 guiyi reject " + receipt + " 拒收",
                        "for an admin: guiyi release " + receipt + " lets it in, guiyi reject " + receipt
                                + " turns it down"));
            case REFUSED, REJECTED ->
                Optional.of(new Bilingual("请按原因改正文件后重新报送", "mend the file as the reason says and deliver it again"));
            case FAILED -> Optional.of(new Bilingual("下次运行会自动重新处理", "the next run starts it again by itself"));
            case WITHDRAWING, WITHDRAWN -> Optional.empty();
            case PUBLISHED ->
                rejections.open() == 0
                        ? Optional.empty()
                        : Optional.of(new Bilingual(
                                "用 guiyi errors " + receipt + " --out 文件.xlsx 取退回表，改正标红的单元格后原样报回",
                                "fetch the error workbook with guiyi errors " + receipt
                                        + " --out FILE.xlsx, mend the red cells and send it back as it is"));
        };
    }
}
