package org.guiyi.pipeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Severity;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.pipeline.AmendableRow.Answered;
import org.guiyi.protection.NumberTexts;
import org.guiyi.protection.NumberVault;
import org.guiyi.reply.DeliveredRow.DeliveredProblem;
import org.guiyi.reply.DeliveredRows;
import org.guiyi.reply.RowKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what the rows of a returned error workbook answer. Only what was received before the amendment counts, so that
 * processing it again gives the same answer.
 */
@Component
class AmendmentReader {

    private final SubmissionStore submissions;
    private final DeliveredRows delivered;
    private final RowKeys keys;
    private final OriginalArchive archive;
    private final JdbcClient jdbc;
    private final NumberVault vault;

    AmendmentReader(
            SubmissionStore submissions,
            DeliveredRows delivered,
            RowKeys keys,
            OriginalArchive archive,
            JdbcClient jdbc,
            NumberVault vault) {
        this.submissions = submissions;
        this.delivered = delivered;
        this.keys = keys;
        this.archive = archive;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @param amendment a submission that amends another one, of this feed */
    AmendedRows rowsOf(Submission amendment, FeedDefinition feed) {
        Submission parent = submissions.get(amendment.amends().orElseThrow());
        long processing = parent.processing()
                .orElseThrow(() -> new IllegalStateException("submission " + parent.receipt() + " has no rows yet that "
                        + amendment.receipt() + " could answer; it is processed first"));
        AmendmentKeys returned = AmendmentKeys.of(archive.path(amendment.sha256()), keys.of(parent.receipt()));
        AmendableRows rows = new AmendableRows(delivered.sheets(processing), answers(amendment));
        delivered.read(processing, rows::add);
        AmendmentFallback fallback = new AmendmentFallback(rows, feed, each -> delivered.read(processing, each));
        return new AmendmentRows(returned, rows, superseded(amendment, processing), fallback);
    }

    /** What earlier amendments of the same submission made of its rows; the latest counts. */
    private Map<Integer, Answered> answers(Submission amendment) {
        record Line(int answered, long processing, int rowSeq, List<String> cells) {}
        List<Line> lines = jdbc.sql("""
                        select distinct on (r.answers_row) r.answers_row, r.processing_id, r.row_seq, r.cells
                        from intake.submission s
                        join intake.row r on r.processing_id = s.current_processing_id
                        where s.amends_submission_id = :parent and s.submission_id < :amendment
                          and s.state in ('staged', 'published') and r.verdict = 'accepted' and r.answers_row is not null
                        order by r.answers_row, s.delivered_at desc, s.submission_id desc, r.row_seq desc
                        """)
                .param("parent", amendment.amends().orElseThrow())
                .param("amendment", amendment.id())
                .query((row, number) -> new Line(
                        row.getInt("answers_row"),
                        row.getLong("processing_id"),
                        row.getInt("row_seq"),
                        DeliveredRows.cells(row.getString("cells"))))
                .list();
        NumberTexts numbers = vault.numbersOf(
                lines.stream().flatMap(line -> line.cells().stream()).toList());
        Map<Long, Map<Integer, List<DeliveredProblem>>> problems = new HashMap<>();
        lines.stream().map(Line::processing).distinct().forEach(each -> problems.put(each, problems(each)));
        return lines.stream()
                .collect(Collectors.toMap(
                        Line::answered,
                        line -> new Answered(
                                line.cells().stream().map(numbers::reveal).toList(),
                                Optional.ofNullable(problems.get(line.processing()))
                                        .map(of -> of.get(line.rowSeq()))
                                        .orElse(List.of()))));
    }

    private Map<Integer, List<DeliveredProblem>> problems(long processing) {
        record Line(int rowSeq, DeliveredProblem problem) {}
        List<Line> lines = jdbc.sql("""
                        select row_seq, code, severity, field, column_index, message_zh, suggestion
                        from intake.row_problem where processing_id = ?
                        """)
                .param(processing)
                .query((row, number) -> new Line(
                        row.getInt("row_seq"),
                        new DeliveredProblem(
                                row.getString("code"),
                                Severity.valueOf(row.getString("severity").toUpperCase(Locale.ROOT)),
                                row.getString("field"),
                                row.getInt("column_index"),
                                row.getString("message_zh"),
                                row.getString("suggestion"))))
                .list();
        NumberTexts numbers = vault.numbersOf(lines.stream()
                .map(line -> line.problem().suggestion())
                .filter(Objects::nonNull)
                .toList());
        return lines.stream()
                .collect(Collectors.groupingBy(
                        Line::rowSeq,
                        Collectors.mapping(line -> line.problem().revealed(numbers), Collectors.toList())));
    }

    /**
     * Rows of the amended processing whose record another submission, received before the amendment, has said something later
     * about; amendments of the same submission are not others. A rejected row has no record: it is known by number, or by name
     * and birth date, within its scope.
     */
    private Set<Integer> superseded(Submission amendment, long processing) {
        return new HashSet<>(jdbc.sql("""
                        with parent as (
                            select p.processing_id, s.submission_id, s.feed, coalesce(s.period, '') as period,
                                   s.delivered_at
                            from intake.processing p join intake.submission s using (submission_id)
                            where p.processing_id = :processing),
                        others as materialized (
                            select p.processing_id, s.submission_id, coalesce(s.period, '') as period, s.delivered_at
                            from intake.processing p join intake.submission s using (submission_id), parent
                            where p.state in ('staged', 'effective') and s.feed = parent.feed
                              and s.submission_id <> parent.submission_id and s.submission_id < :amendment
                              and s.amends_submission_id is distinct from parent.submission_id
                              and (coalesce(s.period, ''), s.delivered_at, s.submission_id)
                                  > (parent.period, parent.delivered_at, parent.submission_id)),
                        rejected as materialized (
                            select b.row_seq, b.scope, b.id_digits, b.id_whole, b.name_key, b.birth
                            from register.staged_record b
                            where b.processing_id = :processing and not b.usable and b.role = 'subject'),
                        later as materialized (
                            select l.scope, l.id_digits, l.name_key, l.birth
                            from register.staged_record l join others using (processing_id)
                            where l.usable and l.role = 'subject')
                        select v.row_seq from register.record_version v
                        join register.record_version l on l.record_id = v.record_id and l.version_id > v.version_id
                             and l.outcome <> 'unconfirmed'
                             and (l.to_publication is null or l.to_publication > register.published())
                             and l.from_publication <= register.published()
                        join others on others.processing_id = l.processing_id
                        where v.processing_id = :processing and v.row_seq is not null
                        union
                        select rejected.row_seq from rejected
                        join later on later.scope = rejected.scope and later.id_digits = rejected.id_digits
                        where rejected.id_whole
                        union
                        select rejected.row_seq from rejected
                        join later on later.scope = rejected.scope and later.name_key = rejected.name_key
                                  and later.birth = rejected.birth
                        """)
                .param("processing", processing)
                .param("amendment", amendment.id())
                .query(Integer.class)
                .list());
    }
}
