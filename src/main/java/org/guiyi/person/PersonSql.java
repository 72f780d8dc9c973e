package org.guiyi.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FieldRole;
import org.guiyi.feed.Related;

/** The statements that write persons, their history, the origin of their values, identifiers and relationships. */
final class PersonSql {

    private static final String VALUES =
            "name, sex, birth_date, ethnic, resident_id, registered_address, residence, phone, death_reported_on, records, valid_from";

    /** What changed or ended goes to history first; then the new lines; then the origins. */
    static final List<String> PERSONS = List.of(
            """
            insert into warehouse.person_history (person_id, %1$s, from_publication, to_publication)
            select person_id, %2$s, w.publication, :publication
            from warehouse.person w join register.touched_person t using (person_id)
            left join register.pending_person n using (person_id)
            where n.person_id is null or (%2$s) is distinct from (%3$s)
            """.formatted(VALUES, prefixed("w"), prefixed("n")),
            """
            delete from warehouse.person w using register.touched_person t
            where w.person_id = t.person_id
              and not exists (select 1 from register.pending_person n where n.person_id = w.person_id)
            """,
            """
            merge into warehouse.person w using register.pending_person n on w.person_id = n.person_id
            when matched and (%2$s) is distinct from (%3$s) then
                update set %4$s, publication = :publication
            when not matched then
                insert (person_id, %1$s, publication) values (n.person_id, %3$s, :publication)
            """.formatted(VALUES, prefixed("w"), prefixed("n"), assignments()),
            "delete from warehouse.person_value where person_id in (select person_id from register.touched_person)",
            """
            insert into warehouse.person_value (person_id, field, value, record_id, submission_id, processing_id, row_seq,
                sheet, row_number, column_index, header, delivered, definition_version, reason, publication)
            select v.person_id, v.field, v.value, v.record_id, p.submission_id, v.processing_id, v.row_seq, sh.name,
                   r.row_number, c.place, c.header, r.cells ->> c.place, p.definition_version, v.reason, :publication
            from register.pending_value v
            join intake.processing p on p.processing_id = v.processing_id
            join intake.row r on r.processing_id = v.processing_id and r.row_seq = v.row_seq
            join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet
            left join (select processing_id, sheet, (x ->> 'column')::int as place, x ->> 'header' as header,
                              x ->> 'field' as field
                       from intake.sheet cross join lateral json_array_elements(columns) x) c
              on c.processing_id = r.processing_id and c.sheet = r.sheet and c.field = v.source_field
            """);

    /** Numbers of related persons, who are persons through them. */
    static final String RELATED_IDENTIFIERS = """
            insert into warehouse.person_identifier (person_id, kind, value, trusted, record_id, publication)
            select m.person_id, 'resident_id', s.fields ->> 'resident_id', true, h.record_id, :publication
            %s where h.to_publication is null and h.role <> 'subject' and h.role !~ '^[0-9]+$'
            """.formatted(FactSql.FROM_TOUCHED);

    private static final Map<FieldRole, String> NUMBERS = Map.of(
            FieldRole.STUDENT_NUMBER, "student_number",
            FieldRole.DISABILITY_CERTIFICATE, "disability_certificate",
            FieldRole.BIRTH_CERTIFICATE, "birth_certificate");

    private PersonSql() {}

    /** By kind, the statement that writes the identifiers which the touched records of a feed show. */
    static Map<String, String> identifiers(FeedDefinition feed) {
        Map<String, String> statements = new LinkedHashMap<>();
        feed.find(FieldRole.RESIDENT_ID).ifPresent(field -> {
            String trusted = "s.fields ->> " + FactSql.literal(field.name() + "~trusted") + " is not null";
            statements.put("resident_id", identifier(feed, "resident_id", field.name(), trusted));
            statements.put(
                    "resident_id_pattern", identifier(feed, "resident_id_pattern", field.name() + "~pattern", "false"));
        });
        NUMBERS.forEach((role, kind) ->
                feed.find(role).ifPresent(field -> statements.put(kind, identifier(feed, kind, field.name(), "true"))));
        return statements;
    }

    private static String identifier(FeedDefinition feed, String kind, String member, String trusted) {
        return """
            insert into warehouse.person_identifier (person_id, kind, value, trusted, record_id, publication)
            select m.person_id, %s, s.fields ->> %s, %s, h.record_id, :publication
            %s where h.feed = %s and h.role = 'subject' and h.to_publication is null and s.fields ->> %2$s is not null
            """.formatted(
                        FactSql.literal(kind),
                        FactSql.literal(member),
                        trusted,
                        FactSql.FROM_TOUCHED,
                        FactSql.literal(feed.id().value()));
    }

    /** The statements that write who a feed's subjects are related to. */
    static List<String> relationships(FeedDefinition feed) {
        return feed.related().stream()
                .map(related -> relationship(feed, related))
                .toList();
    }

    private static String relationship(FeedDefinition feed, Related related) {
        return """
            insert into warehouse.relationship (person_id, role, relation, related_person_id, related_name, related_phone,
                record_id, publication)
            select m.person_id, %1$s, %2$s, rm.person_id, s.fields ->> %3$s, %4$s, h.record_id, :publication
            %5$s
            left join register.record_version rv on rv.processing_id = h.processing_id and rv.row_seq = h.row_seq
                 and rv.role = %1$s and rv.to_publication is null
            left join register.membership rm on rm.record_id = rv.record_id and rm.to_publication is null
            where h.feed = %6$s and h.role = 'subject' and h.to_publication is null and s.fields ->> %3$s is not null
            """.formatted(
                        FactSql.literal(related.role().key()),
                        field(related.relation()),
                        FactSql.literal(related.name()),
                        field(related.phone()),
                        FactSql.FROM_TOUCHED,
                        FactSql.literal(feed.id().value()));
    }

    private static String field(java.util.Optional<String> name) {
        return name.map(field -> "s.fields ->> " + FactSql.literal(field)).orElse("null");
    }

    private static String prefixed(String alias) {
        return alias + "." + VALUES.replace(", ", ", " + alias + ".");
    }

    private static String assignments() {
        return java.util.Arrays.stream(VALUES.split(", "))
                .map(column -> column + " = n." + column)
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
