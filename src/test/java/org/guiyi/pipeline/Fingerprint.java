package org.guiyi.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that a run leaves in the database, table by table, without surrogate ids, wall-clock columns and the day in
 * receipt numbers: the published state as {@link Checksum} sees it, and beside it the deliveries, the rows as staged, the
 * records with their versions, the links and the tasks.
 */
public record Fingerprint(Map<String, String> tables) {

    private static final String NAMED = """
            with effective as materialized (
                select p.*, u.sha256, u.feed, u.period, coalesce(u.scope, '') as scope, p.state as processing_state
                from intake.processing p join intake.submission u using (submission_id)),
            last_said as materialized (
                select h.record_id, h.role, h.scope, h.status, h.from_publication, e.sha256, r.sheet, r.row_number,
                       e.sha256 || '/' || r.sheet || '/' || r.row_number || '/' || h.role as name
                from register.record_head h
                join effective e on e.processing_id = h.processing_id
                join intake.row r on r.processing_id = h.processing_id and r.row_seq = h.row_seq
                where h.to_publication is null)
            select count(*) || ' ' || coalesce(md5(string_agg(line, E'\\n' order by line)), 'empty') from (%s) lines
            """;

    private static final Map<String, String> LINES = lines();

    public static Fingerprint of(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        Map<String, String> tables =
                new LinkedHashMap<>(new Checksum(jdbc).tables().fingerprints());
        LINES.forEach((table, lines) -> tables.put(
                table, jdbc.sql(NAMED.formatted(lines)).query(String.class).single()));
        return new Fingerprint(tables);
    }

    /** The published state alone, which must not depend on how often a submission was processed. */
    public static Fingerprint published(DataSource database) {
        return new Fingerprint(
                new Checksum(JdbcClient.create(database)).tables().fingerprints());
    }

    /** The names of tables whose content differs. */
    public List<String> differences(Fingerprint other) {
        return tables.keySet().stream()
                .filter(table -> !Objects.equals(tables.get(table), other.tables.get(table)))
                .toList();
    }

    private static Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("intake.submission", """
                select concat_ws('|', sha256, bureau, feed, kind, scope, period, state,
                       regexp_replace(reason_zh, 'GY\\d{8}-', 'GY-', 'g'),
                       rows_read, rows_accepted, rows_rejected, rows_duplicate, rows_not_data,
                       (select string_agg(c.scope, ',' order by c.scope) from intake.submission_scope c
                        where c.submission_id = s.submission_id)) as line
                from intake.submission s
                """);
        lines.put("intake.processing", """
                select concat_ws('|', sha256, number, reason, processing_state, definition_version, business_date, format,
                       encoding, regexp_replace(hold_zh, 'GY\\d{8}-', 'GY-', 'g'), released,
                       rows_read, rows_accepted, rows_rejected, rows_duplicate, rows_not_data,
                       records_produced, records_new, records_changed, records_unchanged, records_conflicting, records_left,
                       records_unconfirmed) as line
                from effective
                """);
        lines.put("intake.sheet", """
                select concat_ws('|', e.sha256, e.number, s.sheet, s.name, s.hidden, s.columns) as line
                from intake.sheet s join effective e using (processing_id)
                """);
        lines.put("intake.row", """
                select concat_ws('|', e.sha256, e.number, r.row_seq, r.sheet, r.row_number, r.hidden, r.verdict, r.cells) as line
                from intake.row r left join effective e using (processing_id)
                """);
        lines.put("intake.row_problem", """
                select concat_ws('|', e.sha256, e.number, p.row_seq, p.code, p.severity, p.field, p.column_index, p.delivered,
                       p.message_zh, p.suggestion) as line
                from intake.row_problem p left join effective e using (processing_id)
                """);
        lines.put("register.staged_record", """
                select concat_ws('|', e.sha256, e.number, s.row_seq, s.role, s.usable, s.scope, s.content, s.fields) as line
                from register.staged_record s left join effective e using (processing_id)
                """);
        lines.put("register.record_head", """
                select concat_ws('|', name, scope, status) as line from last_said
                """);
        lines.put("register.record_version", """
                select concat_ws('|', l.name, e.sha256, e.number, v.row_seq, v.role, v.outcome, v.status) as line
                from register.record_version v
                join last_said l using (record_id)
                join effective e on e.processing_id = v.processing_id
                where v.to_publication is null
                """);
        lines.put("register.record_key", """
                select concat_ws('|', l.name, k.strength, k.key) as line
                from register.record_key k join last_said l using (record_id) where k.to_publication is null
                """);
        lines.put("register.link", """
                select concat_ws('|', least(a.name, b.name), greatest(a.name, b.name), l.weight, l.probability, l.decision) as line
                from register.link l
                join last_said a on a.record_id = l.record_a join last_said b on b.record_id = l.record_b
                where l.to_publication is null
                """);
        lines.put("steward.task", """
                select t.kind as line from steward.task t where t.to_publication is null
                """);
        lines.put("register.publication", """
                select concat_ws('|', publication, computed_from, records, persons) as line from register.publication
                """);
        lines.put("register.pending", "select publication::text as line from register.pending");
        lines.put("audit.event", """
                select concat_ws('|', action, (select sha256 from intake.submission where receipt_no = object)) as line
                from audit.event where action not in ('deliver again', 'stage', 'receive', 'begin', 'end', 'ask to reimport')
                """);
        return lines;
    }
}
