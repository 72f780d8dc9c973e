package org.guiyi.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiyi.database.Digest;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A fingerprint of the published state, table by table: over canonically ordered rows without surrogate ids and publication
 * numbers. A person stands for the rows its records come from.
 */
@Component
public class Checksum {

    private static final String PERSON = """
            with person_key as materialized (
                select m.person_id, md5(string_agg(u.sha256 || coalesce(u.scope, '') || '/' || r.sheet || '/' || r.row_number
                           || '/' || h.role, ',' order by u.sha256, coalesce(u.scope, ''), r.sheet, r.row_number, h.role)) as person
                from register.membership m
                join register.record_head h on h.record_id = m.record_id and h.to_publication is null
                join intake.processing p on p.processing_id = h.processing_id
                join intake.submission u on u.submission_id = p.submission_id
                join intake.row r on r.processing_id = h.processing_id and r.row_seq = h.row_seq
                where m.to_publication is null group by m.person_id)
            select coalesce(md5(string_agg(line, E'\\n' order by line)), 'empty') as fingerprint, count(*) as lines from (%s) lines
            """;

    private static final Map<String, String> LINES = lines();

    private final JdbcClient jdbc;

    Checksum(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The fingerprints of all tables.
     *
     * @param lines how many lines each of them is taken over
     */
    public record Tables(Map<String, String> fingerprints, Map<String, Long> lines) {

        /** A table whose content differs. */
        public record Difference(String table, String before, String after, long linesBefore, long linesAfter) {}

        /** One fingerprint over all tables. */
        public String whole() {
            return Digest.of(fingerprints.toString()).hex();
        }

        /** The tables whose content differs, this being how they stood before. */
        public List<Difference> differences(Tables after) {
            return fingerprints.keySet().stream()
                    .map(table -> new Difference(
                            table,
                            fingerprints.getOrDefault(table, ""),
                            after.fingerprints.getOrDefault(table, ""),
                            lines.getOrDefault(table, 0L),
                            after.lines.getOrDefault(table, 0L)))
                    .filter(each -> !each.before().equals(each.after()))
                    .toList();
        }

        @Override
        public String toString() {
            return fingerprints.toString();
        }
    }

    public Tables tables() {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        Map<String, Long> counts = new LinkedHashMap<>();
        LINES.forEach((table, lines) -> jdbc.sql(PERSON.formatted(lines)).query((RowCallbackHandler) row -> {
            fingerprints.put(table, row.getString("fingerprint"));
            counts.put(table, row.getLong("lines"));
        }));
        return new Tables(fingerprints, counts);
    }

    private static Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("warehouse.person", """
                select concat_ws('|', k.person, w.name, w.sex, w.birth_date, w.ethnic, w.resident_id, w.registered_address,
                       w.residence, w.phone, w.death_reported_on, w.records, w.valid_from) as line
                from warehouse.person w join person_key k using (person_id)
                """);
        lines.put("warehouse.person_value", """
                select concat_ws('|', k.person, v.field, v.value, v.sheet, v.row_number, v.column_index, v.delivered,
                       v.definition_version, v.reason) as line
                from warehouse.person_value v join person_key k using (person_id)
                """);
        lines.put("warehouse.person_identifier", """
                select concat_ws('|', k.person, i.kind, i.value, i.trusted) as line
                from warehouse.person_identifier i join person_key k using (person_id)
                """);
        lines.put("warehouse.relationship", """
                select concat_ws('|', k.person, x.role, x.relation, rk.person, x.related_name, x.related_phone) as line
                from warehouse.relationship x join person_key k using (person_id)
                left join person_key rk on rk.person_id = x.related_person_id
                """);
        lines.put("warehouse.enrolment", fact("enrolment", """
                programme, f.category, institution_name, institution_code, class_name, grade, form, exit_reason, detail"""));
        lines.put("warehouse.payment", fact("payment", """
                programme, f.category, amount_fen, payment_type, payment_result, pay_month, account"""));
        lines.put("warehouse.assessment", fact("assessment", "scale, level, score, assessor"));
        lines.put("warehouse.health_check", fact("health_check", "programme, institution_name"));
        lines.put("warehouse.death", fact("death", "registered_on, registered_by, state"));
        lines.put("register.record_row", """
                select concat_ws('|', k.person, u.sha256, r.sheet, r.row_number, r.role, r.current, r.outcome) as line
                from register.record_row r join intake.submission u using (submission_id)
                left join person_key k using (person_id)
                """);
        return lines;
    }

    private static String fact(String table, String columns) {
        return "select concat_ws('|', k.person, f.feed, f.scope, f.status, f.valid_from, f.valid_to, f.sheet, f.row_number, "
                + columns
                + ") as line from warehouse." + table + " f join person_key k using (person_id)";
    }
}
