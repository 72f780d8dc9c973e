package org.guiyi.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FieldValue;
import org.guiyi.feed.Load;
import org.guiyi.feed.LoadTable;

/** The statements that turn touched records into enrolments, payments, assessments, health checks and deaths. */
final class FactSql {

    /** Facts of touched records are taken away and written anew. */
    static final List<String> CLEAR = List.of(
            "delete from warehouse.enrolment where record_id in (select record_id from register.touched_record)",
            "delete from warehouse.payment where record_id in (select record_id from register.touched_record)",
            "delete from warehouse.assessment where record_id in (select record_id from register.touched_record)",
            "delete from warehouse.health_check where record_id in (select record_id from register.touched_record)",
            "delete from warehouse.death where record_id in (select record_id from register.touched_record)",
            "delete from warehouse.relationship where record_id in (select record_id from register.touched_record)",
            "delete from warehouse.person_identifier where record_id in (select record_id from register.touched_record)");

    /** The touched records with their persons and the places of their rows, once for every statement that needs them. */
    static final List<String> GATHER = List.of("""
            create temp table fact_source on commit drop as
            select h.record_id, h.role, h.feed, h.scope, h.status, h.processing_id, h.row_seq, m.person_id,
                   s.fields::jsonb as fields,
                   p.submission_id, sh.name as sheet, r.row_number, su.period
            from register.touched_record t
            join register.record_head h on h.record_id = t.record_id and h.to_publication is null
            join register.membership m on m.record_id = h.record_id and m.to_publication is null
            join register.staged_record s
              on s.processing_id = h.processing_id and s.row_seq = h.row_seq and s.role = h.role
            join intake.processing p on p.processing_id = h.processing_id
            join intake.row r on r.processing_id = h.processing_id and r.row_seq = h.row_seq
            join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet
            join intake.processing sp on sp.processing_id = h.since_processing_id
            join intake.submission su on su.submission_id = sp.submission_id
            """, "analyze fact_source");

    static final String FORGET_LOADS = "delete from register.publication_load where publication = :publication";

    /** Notes what is expected of every record of a feed that this publication writes. */
    static final String NOTE_LOAD = """
            insert into register.publication_load (publication, feed, place, facts) values (?, ?, ?, 1)
            on conflict (publication, feed, place) do update set facts = publication_load.facts + 1
            """;

    static final List<String> INSTITUTIONS =
            List.of("delete from warehouse.institution where exists (select 1 from register.touched_record)", """
            insert into warehouse.institution (institution_id, name, code, feed, records, publication)
            select coalesce(institution_code, institution_name), max(coalesce(institution_name, institution_code)),
                   max(institution_code), max(feed), count(*), :publication
            from warehouse.enrolment
            where coalesce(institution_code, institution_name) is not null
              and exists (select 1 from register.touched_record)
            group by coalesce(institution_code, institution_name)
            """);

    /** The columns of a load that the warehouse names by its own words for valid time. */
    private static final Map<String, String> VALID_TIME = Map.of(
            "from_date", "valid_from",
            "to_date", "valid_to",
            "period_from", "valid_from",
            "period_to", "valid_to",
            "assessed_on", "valid_from",
            "checked_on", "valid_from",
            "died_on", "valid_from");

    private FactSql() {}

    /** Writes the facts that the touched records of one feed give by one of its loads. */
    static String insert(FeedDefinition feed, Load load) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("valid_from", "null::date");
        columns.put("valid_to", "null::date");
        load.set()
                .forEach((column, value) ->
                        columns.put(VALID_TIME.getOrDefault(column, column), expression(column, value)));
        columns.put("valid_to", lastDay(load.table(), columns));
        if (load.table() == LoadTable.ENROLMENT && !load.detail().isEmpty()) {
            columns.put("detail", detail(load.detail()));
        }
        List<String> values = new ArrayList<>(columns.values());
        return """
            insert into warehouse.%s (record_id, person_id, feed, scope, status, submission_id, sheet, row_number,
                publication, %s)
            select s.record_id, s.person_id, s.feed, s.scope, s.status, s.submission_id, s.sheet, s.row_number,
                   :publication, %s
            from fact_source s where s.feed = %s and (s.role = 'subject' or s.role ~ '^[0-9]+$')
            """.formatted(
                        load.table().key(),
                        String.join(", ", columns.keySet()),
                        String.join(", ", values),
                        literal(feed.id().value()));
    }

    /** Who left without a date left before the period of the roster that no longer names him. */
    private static String lastDay(LoadTable table, Map<String, String> columns) {
        String said = columns.getOrDefault("valid_to", "null::date");
        String known = table == LoadTable.PAYMENT
                ? "coalesce(" + said + ", "
                        + columns.getOrDefault("valid_from", "null::date").replace("first_day", "last_day") + ")"
                : said;
        return table == LoadTable.ENROLMENT
                ? "coalesce(" + known + ", case when s.status = 'left' then warehouse.first_day(s.period) end)"
                : known;
    }

    private static String expression(String column, FieldValue value) {
        String text = value instanceof FieldValue.Of of
                ? "(s.fields ->> " + literal(of.field()) + ")"
                : literal(((FieldValue.Fixed) value).text());
        if (column.equals("amount_fen")) {
            return text + "::bigint";
        }
        if (column.equals("to_date") || column.equals("period_to")) {
            return "warehouse.last_day(" + text + ")";
        }
        return VALID_TIME.containsKey(column) || column.equals("registered_on")
                ? "warehouse.first_day(" + text + ")"
                : text;
    }

    private static String detail(List<String> fields) {
        return fields.stream()
                .map(field -> literal(field) + ", s.fields ->> " + literal(field))
                .collect(Collectors.joining(", ", "json_strip_nulls(json_build_object(", "))::text"));
    }

    /** A text as a literal of SQL; definitions are ours, yet a quote in one must not end the literal. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
