package org.guiyi.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "delete from warehouse.person_origin where person_id in (select person_id from register.touched_person)",
            """
            insert into warehouse.person_origin
                (person_id, record_id, processing_id, row_seq, reason, fields, source_fields, publication)
            select person_id, record_id, processing_id, row_seq, reason, fields, source_fields, :publication
            from register.pending_origin order by person_id
            """);

    /** Numbers of related persons, who are persons through them. */
    static final String RELATED_IDENTIFIERS = """
            insert into warehouse.person_identifier (person_id, kind, value, trusted, record_id, publication)
            select s.person_id, 'resident_id', s.fields ->> 'resident_id', true, s.record_id, :publication
            from fact_source s where s.role <> 'subject' and s.role !~ '^[0-9]+$'
            """;

    private static final Map<FieldRole, String> NUMBERS = Map.of(
            FieldRole.STUDENT_NUMBER, "student_number",
            FieldRole.DISABILITY_CERTIFICATE, "disability_certificate",
            FieldRole.BIRTH_CERTIFICATE, "birth_certificate");

    private PersonSql() {}

    /** The statement that writes the identifiers which the touched records of a feed show; none if it has no such field. */
    static Optional<String> identifiers(FeedDefinition feed) {
        List<String> kinds = new ArrayList<>();
        feed.find(FieldRole.RESIDENT_ID).ifPresent(field -> {
            kinds.add(identifier("resident_id", field.name(), said(field.name() + "~trusted") + " is not null"));
            kinds.add(identifier("resident_id_pattern", field.name() + "~pattern", "false"));
        });
        NUMBERS.forEach((role, kind) ->
                feed.find(role).ifPresent(field -> kinds.add(identifier(kind, field.name(), "true"))));
        return kinds.isEmpty()
                ? Optional.empty()
                : Optional.of("""
            insert into warehouse.person_identifier (person_id, kind, value, trusted, record_id, publication)
            select s.person_id, i.kind, i.value, i.trusted, s.record_id, :publication
            from fact_source s cross join lateral (values %s) i (kind, value, trusted)
            where s.feed = %s and s.role = 'subject' and i.value is not null
            """.formatted(
                        String.join(", ", kinds), FactSql.literal(feed.id().value())));
    }

    private static String identifier(String kind, String member, String trusted) {
        return "(" + FactSql.literal(kind) + ", " + said(member) + ", " + trusted + ")";
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
            select s.person_id, %1$s, %2$s, rm.person_id, %3$s, %4$s, s.record_id, :publication
            from fact_source s
            left join register.record_version rv on rv.processing_id = s.processing_id and rv.row_seq = s.row_seq
                 and rv.role = %1$s and rv.to_publication is null
            left join register.membership rm on rm.record_id = rv.record_id and rm.to_publication is null
            where s.feed = %5$s and s.role = 'subject' and %3$s is not null
            """.formatted(
                        FactSql.literal(related.role().key()),
                        field(related.relation()),
                        said(related.name()),
                        field(related.phone()),
                        FactSql.literal(feed.id().value()));
    }

    private static String said(String member) {
        return "(s.fields ->> " + FactSql.literal(member) + ")";
    }

    private static String field(Optional<String> name) {
        return name.map(PersonSql::said).orElse("null");
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
