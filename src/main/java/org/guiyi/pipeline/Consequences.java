package org.guiyi.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a publication does to persons and facts of the warehouse, counted within its transaction: the lines of what it touches
 * are compared before and after. An operation asks for it; a night, which touches most of them, does not.
 */
@Component
class Consequences {

    private static final List<String> FACTS =
            List.of("enrolment", "payment", "assessment", "health_check", "death", "relationship");

    private static final String PERSONS = """
            create temp table %s on commit drop as
            select w.person_id, to_jsonb(w) - 'publication' as line
            from warehouse.person w join register.touched_person using (person_id)
            """;

    private static final String PEOPLE = """
            select count(*) filter (where b.person_id is null) as created,
                   count(*) filter (where a.person_id is null) as ended,
                   count(*) filter (where a.line is distinct from b.line and a.person_id is not null
                                          and b.person_id is not null) as changed,
                   (select count(*) from register.person_event where publication = :publication and kind = 'merge') as joined,
                   (select count(*) from register.person_event where publication = :publication and kind = 'split') as parted
            from persons_before b full join persons_after a using (person_id)
            """;

    private static final String NAMED = """
            select person_id,
                   case when b.person_id is null then 'created' when a.person_id is null then 'ended' else 'changed' end as how
            from persons_before b full join persons_after a using (person_id)
            where a.line is distinct from b.line order by person_id limit """ + " ";

    private static final String FACT_CHANGES = """
            with b as (select place, record_id, line, count(*) as n from facts_before group by 1, 2, 3),
            a as (select place, record_id, line, count(*) as n from facts_after group by 1, 2, 3),
            moved as (
                select place, record_id, sum(greatest(coalesce(b.n, 0) - coalesce(a.n, 0), 0)) as gone,
                       sum(greatest(coalesce(a.n, 0) - coalesce(b.n, 0), 0)) as come
                from b full join a using (place, record_id, line)
                where b.n is distinct from a.n group by 1, 2)
            select place, sum(greatest(come - gone, 0)) as added, sum(least(come, gone)) as changed,
                   sum(greatest(gone - come, 0)) as removed
            from moved group by place order by place
            """;

    private static final String OTHER_FACTS = """
            with b as (select place, record_id, line, count(*) as n from facts_before group by 1, 2, 3),
            a as (select place, record_id, line, count(*) as n from facts_after group by 1, 2, 3)
            select distinct p.person_id
            from b full join a using (place, record_id, line)
            join persons_before p on p.person_id in ((b.line ->> 'person_id')::bigint, (a.line ->> 'person_id')::bigint)
            where b.n is distinct from a.n order by 1 limit """ + " ";

    private final JdbcClient jdbc;

    Consequences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was found. */
    record Found(PersonChanges persons, NamedPersons named, List<FactChanges> facts) {

        static final Found NOTHING = new Found(PersonChanges.NONE, NamedPersons.NOBODY, List.of());

        /** What is only tried out gives new persons numbers that nobody will have. */
        Found triedOut() {
            return new Found(persons, named.withoutCreated(), facts);
        }
    }

    /** Remembers how things stand; within the publication's transaction, before it writes. */
    void before() {
        remember("before");
    }

    /** Compares; within the same transaction, once everything is written. */
    Found after(long publication) {
        remember("after");
        PersonChanges persons = jdbc.sql(PEOPLE)
                .param("publication", publication)
                .query((row, number) -> new PersonChanges(
                        row.getLong("created"),
                        row.getLong("joined"),
                        row.getLong("parted"),
                        row.getLong("ended"),
                        row.getLong("changed"),
                        turns(publication)))
                .single();
        List<FactChanges> facts = jdbc.sql(FACT_CHANGES)
                .query((row, number) -> new FactChanges(
                        row.getString("place"), row.getLong("added"), row.getLong("changed"), row.getLong("removed")))
                .list();
        return new Found(persons, named(), facts);
    }

    private NamedPersons named() {
        Map<String, List<Long>> persons = new HashMap<>();
        jdbc.sql(NAMED + NamedPersons.MOST).query((RowCallbackHandler)
                row -> persons.computeIfAbsent(row.getString("how"), how -> new ArrayList<>())
                        .add(row.getLong("person_id")));
        return new NamedPersons(
                persons.getOrDefault("created", List.of()),
                persons.getOrDefault("ended", List.of()),
                persons.getOrDefault("changed", List.of()),
                jdbc.sql(OTHER_FACTS + NamedPersons.MOST).query(Long.class).list());
    }

    private List<PersonChanges.Turn> turns(long publication) {
        return jdbc.sql("""
                        select kind, person_id, other_person_id from register.person_event
                        where publication = ? and kind in ('merge', 'split') order by event_id limit ?
                        """)
                .params(publication, PersonChanges.MOST_TURNS)
                .query((row, number) -> new PersonChanges.Turn(
                        row.getString("kind"), row.getLong("person_id"), row.getLong("other_person_id")))
                .list();
    }

    private void remember(String when) {
        jdbc.sql(PERSONS.formatted("persons_" + when)).update();
        jdbc.sql(FACTS.stream()
                        .map(Consequences::facts)
                        .collect(Collectors.joining(
                                " union all ", "create temp table facts_" + when + " on commit drop as ", "")))
                .update();
    }

    /** A fact is what it says, not where it was read: the same fact out of another file is the same. */
    private static String facts(String table) {
        return """
            select '%1$s' as place, f.record_id,
                   to_jsonb(f) - 'publication' - 'submission_id' - 'sheet' - 'row_number' as line
            from warehouse.%1$s f join register.touched_record using (record_id)
            """.formatted(table);
    }
}
