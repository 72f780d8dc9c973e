package org.guiyi.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiyi.audit.AuditTrail;
import org.guiyi.identifier.PersonName;
import org.guiyi.protection.NumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One file per person (一人一档), as published: current values with their origin, identifiers, relatives, facts, sources. */
@Component
public class PersonFiles {

    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final PersonWords words;
    private final NumberVault vault;

    PersonFiles(JdbcClient jdbc, AuditTrail audit, PersonWords words, NumberVault vault) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.words = words;
        this.vault = vault;
    }

    /** A value and the cell it comes from. */
    public record Value(
            String field,
            String value,
            String receipt,
            String sheet,
            int row,
            Optional<String> header,
            String reason) {}

    /** A relative. */
    public record Relative(String role, Optional<String> relation, String name, Optional<Long> personId) {}

    /**
     * An enrolment, payment, assessment, health check or death.
     *
     * @param kind the table of the warehouse
     * @param what what it says, in words
     */
    public record Fact(
            String kind, String what, String status, String from, String to, String receipt, String sheet, int row) {}

    /** A source row. */
    public record Source(String receipt, String feed, String sheet, int row, boolean current) {}

    /** A person's file. */
    public record PersonFile(
            long personId,
            List<Value> values,
            List<Relative> relatives,
            List<Fact> facts,
            List<Source> sources,
            List<String> openTasks) {}

    /** Persons by number, by person id ({@code #123}), or by name; at most twenty. */
    public List<Long> find(String query) {
        String text = query.strip();
        if (text.startsWith("#")) {
            return text.substring(1).chars().allMatch(Character::isDigit) && text.length() > 1
                    ? living(Long.parseLong(text.substring(1)))
                    : List.of();
        }
        List<Long> byNumber = jdbc.sql(
                        "select distinct person_id from warehouse.person_identifier where value = ? order by 1 limit "
                                + MOST)
                .param(vault.token(text))
                .query(Long.class)
                .list();
        return byNumber.isEmpty() ? byName(PersonName.read(text).display()) : byNumber;
    }

    /** The file of a person; looking at it unmasked is noted with its reason. */
    public PersonFile open(long personId, Optional<String> unmaskReason) {
        unmaskReason.ifPresent(reason -> audit.note("unmask", "person " + personId, reason));
        return new PersonFile(
                personId, values(personId), relatives(personId), facts(personId), sources(personId), tasks(personId));
    }

    /** The person, or whom an id that was merged away leads to. */
    private List<Long> living(long personId) {
        return jdbc.sql("""
                        with recursive way as (
                            select cast(? as bigint) as person_id
                            union
                            select r.other_person_id from way w join register.redirect r using (person_id))
                        select w.person_id from way w join warehouse.person using (person_id)
                        """).param(personId).query(Long.class).list();
    }

    private List<Long> byName(String name) {
        return jdbc.sql("select person_id from warehouse.person where name = ? order by person_id limit " + MOST)
                .param(name)
                .query(Long.class)
                .list();
    }

    private List<Value> values(long personId) {
        return jdbc.sql("""
                        select v.field, v.value, s.receipt_no, v.sheet, v.row_number, v.header, v.reason
                        from warehouse.person_value v join intake.submission s using (submission_id)
                        where v.person_id = ? order by v.field
                        """)
                .param(personId)
                .query((row, number) -> new Value(
                        row.getString(1),
                        vault.reveal(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        Optional.ofNullable(row.getString(6)),
                        row.getString(7)))
                .list();
    }

    private List<Relative> relatives(long personId) {
        return jdbc.sql("""
                        select distinct role, relation, related_name, related_person_id from warehouse.relationship
                        where person_id = ? order by role, related_name
                        """)
                .param(personId)
                .query((row, number) -> new Relative(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)),
                        vault.reveal(row.getString(3)),
                        Optional.ofNullable(row.getObject(4, Long.class))))
                .list();
    }

    /** Of each table of facts the columns that say what it is about. */
    private static final Map<String, List<String>> FACTS = Map.of(
            "enrolment", List.of("programme", "category", "institution_name", "grade", "class_name"),
            "payment", List.of("category", "amount_fen", "payment_type", "payment_result"),
            "assessment", List.of("scale", "level", "score"),
            "health_check", List.of("programme", "institution_name"),
            "death", List.of("registered_by", "state"));

    private List<Fact> facts(long personId) {
        return FACTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(kind -> facts(kind.getKey(), kind.getValue(), personId).stream())
                .toList();
    }

    private List<Fact> facts(String table, List<String> columns, long personId) {
        return jdbc.sql("select f.feed, f.status, f.valid_from, f.valid_to, s.receipt_no, f.sheet, f.row_number, f."
                        + String.join(", f.", columns) + """

                        from warehouse.%s f join intake.submission s using (submission_id)
                        where f.person_id = ? order by f.valid_from, s.receipt_no, f.sheet, f.row_number
                        """.formatted(table))
                .param(personId)
                .query((row, number) -> new Fact(
                        table,
                        what(table, columns, row),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)).orElse(""),
                        Optional.ofNullable(row.getString(4)).orElse(""),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7)))
                .list();
    }

    private String what(String table, List<String> columns, ResultSet row) throws SQLException {
        List<String> said = new ArrayList<>();
        for (String column : columns) {
            String value = row.getString(column);
            if (value != null) {
                said.add(words.fact(row.getString("feed"), table, column, vault.reveal(value)));
            }
        }
        return String.join(" · ", said);
    }

    private List<Source> sources(long personId) {
        return jdbc.sql("""
                        select s.receipt_no, s.feed, r.sheet, r.row_number, r.current
                        from register.membership m
                        join register.record_row r on r.record_id = m.record_id
                        join intake.submission s using (submission_id)
                        where m.person_id = ? and m.to_publication is null order by 1, 3, 4
                        """)
                .param(personId)
                .query((row, number) -> new Source(
                        row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getBoolean(5)))
                .list();
    }

    private List<String> tasks(long personId) {
        return jdbc.sql("""
                        select distinct t.kind from steward.task t
                        join register.membership m on m.person_id = ? and m.to_publication is null
                         and m.record_id::text = any (string_to_array(t.subject, ':'))
                        where t.to_publication is null order by 1
                        """).param(personId).query(String.class).list();
    }
}
