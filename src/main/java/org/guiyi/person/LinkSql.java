package org.guiyi.person;

import java.util.List;

/**
 * Ends lines about the linkage's scope that no longer hold and adds the new ones. A line is about the scope when all its
 * records are in it, and when one of them is touched or gone.
 */
final class LinkSql {

    /** From the temporary table {@code assigned}. */
    static final List<String> MEMBERSHIPS = List.of("analyze assigned", """
            update register.membership m set to_publication = :publication
            from register.match_scope c
            where c.record_id = m.record_id and m.to_publication is null
              and not exists (select 1 from assigned a where a.record_id = m.record_id and a.person_id = m.person_id)
            """, """
            insert into register.membership (record_id, person_id, from_publication)
            select a.record_id, a.person_id, :publication from assigned a
            where not exists (select 1 from register.membership m
                              where m.record_id = a.record_id and m.to_publication is null)
            order by a.record_id
            """);

    /** From the temporary table {@code linked}. */
    static final List<String> LINKS = List.of("analyze linked", """
            with former as (
                select l.record_a, l.record_b, l.from_publication
                from register.match_scope a
                join register.link l on l.record_a = a.record_id and l.to_publication is null
                join register.match_scope b on b.record_id = l.record_b
                union
                select l.record_a, l.record_b, l.from_publication
                from register.match_touched t join register.link l on l.record_a = t.record_id and l.to_publication is null
                union
                select l.record_a, l.record_b, l.from_publication
                from register.match_touched t join register.link l on l.record_b = t.record_id and l.to_publication is null)
            update register.link l set to_publication = :publication
            from former f
            where l.record_a = f.record_a and l.record_b = f.record_b and l.from_publication = f.from_publication
              and not exists (select 1 from linked n where n.record_a = l.record_a and n.record_b = l.record_b
                              and n.decision = l.decision and n.weight = l.weight)
            """, """
            insert into register.link (record_a, record_b, weight, probability, decision, reason, from_publication)
            select n.record_a, n.record_b, n.weight, n.probability, n.decision, n.reason, :publication
            from linked n
            where not exists (select 1 from register.link l
                              where l.record_a = n.record_a and l.record_b = n.record_b and l.to_publication is null)
            """);

    /** From the temporary table {@code cut}. */
    static final List<String> CONFLICTS = List.of("""
            update register.conflict f set to_publication = :publication
            where f.to_publication is null
              and (exists (select 1 from register.match_touched t where t.record_id in (f.record_a, f.record_b))
                   or exists (select 1 from register.match_scope a where a.record_id = f.record_a)
                      and exists (select 1 from register.match_scope b where b.record_id = f.record_b))
              and not exists (select 1 from cut n
                              where (n.record_a, n.record_b, n.reason, n.forbidden_a, n.forbidden_b, n.edges)
                                    = (f.record_a, f.record_b, f.reason, f.forbidden_a, f.forbidden_b, f.edges)
                                and n.weight is not distinct from f.weight)
            """, """
            insert into register.conflict
                (record_a, record_b, weight, reason, forbidden_a, forbidden_b, edges, from_publication)
            select n.record_a, n.record_b, n.weight, n.reason, n.forbidden_a, n.forbidden_b, n.edges, :publication
            from cut n
            where not exists (select 1 from register.conflict f
                              where f.record_a = n.record_a and f.record_b = n.record_b and f.to_publication is null)
            """);

    private LinkSql() {}
}
