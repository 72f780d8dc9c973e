package org.guiyi.person;

import java.util.List;

/** Ends links that no longer hold and adds the new ones, from the temporary table {@code linked}. */
final class LinkSql {

    static final List<String> REPLACE = List.of("analyze linked", """
            update register.link l set to_publication = :publication
            where l.to_publication is null
              and not exists (select 1 from linked n where n.record_a = l.record_a and n.record_b = l.record_b
                              and n.decision = l.decision and n.weight = l.weight)
            """, """
            insert into register.link (record_a, record_b, weight, probability, decision, reason, from_publication)
            select n.record_a, n.record_b, n.weight, n.probability, n.decision, n.reason, :publication
            from linked n
            where not exists (select 1 from register.link l
                              where l.record_a = n.record_a and l.record_b = n.record_b and l.to_publication is null)
            """);

    private LinkSql() {}
}
