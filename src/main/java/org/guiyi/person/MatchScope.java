package org.guiyi.person;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works out, in the tables {@code register.match_touched} and {@code register.match_scope}, which records the pending publication
 * links anew and whose clusters that may change. Everything else stays as it was published.
 */
@Component
class MatchScope {

    /** Every record that stands, and those that stood and are gone. */
    private static final List<String> EVERYTHING = List.of(
            "truncate register.match_touched, register.match_scope",
            """
            insert into register.match_touched
            select m.record_id, true from register.membership m
            where m.to_publication is null
              and not exists (select 1 from register.record_head h
                              where h.record_id = m.record_id and h.to_publication is null)
            """,
            "insert into register.match_scope select record_id, false from register.record_head where to_publication is null",
            "insert into register.match_scope select record_id, gone from register.match_touched",
            "analyze register.match_touched, register.match_scope");

    /** A record is touched when what it says differs from what was linked, when it is gone, and when it was judged anew. */
    private static final List<String> TOUCHED = List.of(
            "truncate register.match_touched, register.match_scope", """
            insert into register.match_touched
            select n.record_id, false
            from register.record_head n
            join register.staged_record s
              on s.processing_id = n.processing_id and s.row_seq = n.row_seq and s.role = n.role
            left join register.record_head o on o.record_id = n.record_id and o.to_publication = n.from_publication
            left join register.staged_record t
              on t.processing_id = o.processing_id and t.row_seq = o.row_seq and t.role = o.role
            where n.to_publication is null and n.from_publication = :publication
              and (n.scope, s.name_key, s.name_sound, s.fields::text)
                  is distinct from (o.scope, t.name_key, t.name_sound, t.fields::text)
            """, """
            insert into register.match_touched
            select o.record_id, true from register.record_head o
            where o.to_publication = :publication
              and not exists (select 1 from register.record_head n
                              where n.record_id = o.record_id and n.to_publication is null)
            """, """
            insert into register.match_touched
            select distinct h.record_id, false
            from register.judgement_unheard j
            join register.record_head h on h.record_id in (j.record_a, j.record_b) and h.to_publication is null
            on conflict do nothing
            """, "analyze register.match_touched");

    private static final List<String> CANDIDATES =
            List.of("analyze register.match_sought_key", """
            insert into register.match_key
            select distinct s.key, s.record_id from register.match_sought_key s
            where not exists (select 1 from register.match_key k where k.key = s.key and k.record_id = s.record_id)
            """, """
            insert into register.match_scope
            select distinct k.record_id, false
            from register.match_sought_key s
            join register.match_key k using (key)
            join register.record_head h on h.record_id = k.record_id and h.to_publication is null
            where not exists (select 1 from register.match_touched t where t.record_id = k.record_id)
            """, "analyze register.match_scope");

    /**
     * The touched, the records judged together with them, all of the persons they belonged to, and everything that was joined to
     * any of these: whole clusters, so that they can be computed again.
     */
    private static final List<String> CLOSURE = List.of(
            "insert into register.match_scope select record_id, gone from register.match_touched on conflict do nothing",
            """
            insert into register.match_scope
            select h.record_id, false
            from register.match_touched t
            join register.judgement_in_force j on t.record_id in (j.record_a, j.record_b)
            join register.record_head h on h.record_id in (j.record_a, j.record_b) and h.to_publication is null
            on conflict do nothing
            """,
            """
            insert into register.match_scope
            select m.record_id, false from register.membership m
            where m.to_publication is null
              and m.person_id in (select distinct on (record_id) last.person_id
                                  from register.membership last join register.match_touched using (record_id)
                                  order by record_id, last.from_publication desc)
            on conflict do nothing
            """,
            """
            with recursive component as (
                select record_id from register.match_scope
                union
                select joined.record_id
                from component c
                cross join lateral (
                    select l.record_b as record_id from register.link l
                    where l.record_a = c.record_id and l.to_publication is null and l.decision in ('auto', 'judged_same')
                    union all
                    select l.record_a from register.link l
                    where l.record_b = c.record_id and l.to_publication is null
                      and l.decision in ('auto', 'judged_same')) joined)
            insert into register.match_scope select record_id, false from component on conflict do nothing
            """,
            "analyze register.match_scope");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    MatchScope(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** How many records stand. */
    long records() {
        return count("register.record_head where to_publication is null");
    }

    void everything() {
        run(EVERYTHING);
    }

    /** @return how many records are touched */
    long touch(long publication) {
        transaction.executeWithoutResult(status -> TOUCHED.forEach(
                sql -> jdbc.sql(sql).param("publication", publication).update()));
        return count("register.match_touched");
    }

    /** Notes the sought keys and puts the records that share one into the scope, the touched ones apart. */
    void candidates() {
        run(CANDIDATES);
    }

    /** Replaces the scope: the touched records, some others, and all whose clusters they may change. */
    void close(List<Long> others) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("truncate register.match_scope").update();
            jdbc.sql("insert into register.match_scope select unnest(cast(:others as bigint[])), false")
                    .param("others", others.toArray(Long[]::new))
                    .update();
            CLOSURE.forEach(sql -> jdbc.sql(sql).update());
        });
    }

    /** Whether a steward has judged since the records were last linked. */
    boolean judgedSince() {
        return jdbc.sql("select exists (select 1 from register.judgement_unheard)")
                .query(Boolean.class)
                .single();
    }

    private void run(List<String> statements) {
        transaction.executeWithoutResult(
                status -> statements.forEach(sql -> jdbc.sql(sql).update()));
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
