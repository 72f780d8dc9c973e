package org.guiyi.person;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works out what only a steward may decide, as it stands with the pending publication. */
@Component
public class Tasks {

    /**
     * What is open: possible same persons, one question for each two persons; evidence that a constraint cut; judgements whose
     * evidence has changed; damaged numbers another row shows whole; unconfirmed absences; conflicting rows; deaths.
     * Two trusted numbers under two names are two people, twins as a rule: that is no question, nor are a brother and a sister
     * of one birth.
     */
    private static final List<String> WANTED = List.of(
            "create temp table wanted (kind text, subject text, detail json) on commit drop",
            """
            insert into wanted
            select distinct on (least(a.person_id, b.person_id), greatest(a.person_id, b.person_id))
                   'possible-same-person', l.record_a || ':' || l.record_b,
                   json_build_object('decision', l.decision, 'weight', l.weight, 'levels', l.reason::json)
            from register.link l
            join register.membership a on a.record_id = l.record_a and a.to_publication is null
            join register.membership b on b.record_id = l.record_b and b.to_publication is null
            where l.to_publication is null and l.decision in ('review', 'refused') and a.person_id <> b.person_id
              and not (l.decision = 'refused' and l.reason::json ->> 'constraint' = 'trusted-numbers-differ'
                       and l.reason::json ->> 'name' not in ('equal', 'same_sound'))
              and not (l.decision = 'refused' and l.reason::json ->> 'constraint' = 'twins-of-two-sexes')
            order by least(a.person_id, b.person_id), greatest(a.person_id, b.person_id), l.weight desc, l.record_a, l.record_b
            """,
            """
            insert into wanted
            select 'conflicting-evidence', f.record_a || ':' || f.record_b,
                   json_build_object('constraint', f.reason, 'weight', f.weight, 'forbidden_a', f.forbidden_a,
                                     'forbidden_b', f.forbidden_b, 'pairs', f.edges)
            from register.conflict f
            join register.membership a on a.record_id = f.record_a and a.to_publication is null
            join register.membership b on b.record_id = f.record_b and b.to_publication is null
            where f.to_publication is null and a.person_id <> b.person_id
              and f.reason not in ('judged-different', 'trusted-numbers-differ')
              and not exists (
                  select 1 from wanted w
                  join register.membership x on x.record_id = split_part(w.subject, ':', 1)::bigint and x.to_publication is null
                  join register.membership y on y.record_id = split_part(w.subject, ':', 2)::bigint and y.to_publication is null
                  where w.kind = 'possible-same-person'
                    and least(x.person_id, y.person_id) = least(a.person_id, b.person_id)
                    and greatest(x.person_id, y.person_id) = greatest(a.person_id, b.person_id))
            """,
            """
            insert into wanted
            select 'judgement-to-confirm', j.record_a || ':' || j.record_b,
                   json_build_object('judgement', j.judgement_id, 'verdict', j.verdict)
            from register.judgement_in_force j
            where j.evidence_a <> register.identity_evidence(j.record_a)
               or j.evidence_b <> register.identity_evidence(j.record_b)
            """,
            """
            insert into wanted
            select 'unconfirmed-absence', h.record_id::text, json_build_object('feed', h.feed, 'scope', h.scope)
            from register.record_head h where h.to_publication is null and h.status = 'unconfirmed'
            """,
            """
            insert into wanted
            select 'conflicting-rows', v.record_id || ':' || v.processing_id || ':' || v.row_seq,
                   json_build_object('record', v.record_id, 'processing', v.processing_id, 'row', v.row_seq)
            from register.record_version v where v.to_publication is null and v.outcome = 'conflicting'
            """,
            """
            insert into wanted
            select 'death-to-confirm', h.record_id || ':' || m.person_id,
                   json_build_object('record', h.record_id, 'person', m.person_id)
            from register.record_head h
            join register.membership m on m.record_id = h.record_id and m.to_publication is null
            where h.to_publication is null and h.feed = any (:deathFeeds)
              and exists (select 1 from register.membership o
                          join register.record_head oh on oh.record_id = o.record_id and oh.to_publication is null
                          where o.person_id = m.person_id and o.to_publication is null
                            and oh.status = 'present' and oh.feed <> h.feed)
            """);

    private static final List<String> REPLACE = List.of("""
            update steward.task t set to_publication = :publication
            where t.to_publication is null
              and not exists (select 1 from wanted w where w.kind = t.kind and w.subject = t.subject)
            """, """
            insert into steward.task (kind, subject, detail, from_publication)
            select w.kind, w.subject, w.detail, :publication from wanted w
            where not exists (select 1 from steward.task t
                              where t.kind = w.kind and t.subject = w.subject and t.to_publication is null)
            """);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final NumberSuggestions suggestions;

    Tasks(JdbcClient jdbc, TransactionTemplate transaction, NumberSuggestions suggestions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.suggestions = suggestions;
    }

    /**
     * @param deathFeeds feeds whose rows are deaths
     * @return how many tasks are open with this publication
     */
    public long workOut(long publication, List<String> deathFeeds) {
        return transaction.execute(status -> {
            WANTED.forEach(sql -> jdbc.sql(sql)
                    .param("deathFeeds", deathFeeds.toArray(String[]::new))
                    .update());
            suggestions.addTo("wanted");
            REPLACE.forEach(
                    sql -> jdbc.sql(sql).param("publication", publication).update());
            return jdbc.sql("select count(*) from steward.task where to_publication is null")
                    .query(Long.class)
                    .single();
        });
    }
}
