package org.guiyi.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiyi.matching.Conflict;
import org.guiyi.matching.Decision;
import org.guiyi.matching.Judgement;
import org.guiyi.matching.Link;
import org.guiyi.matching.LinkageState;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Memberships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the register keeps of the last linkage: judgements, and the pairs, persons and conflicts in the linkage's scope. */
@Component
class FormerLinkage {

    private final JdbcClient jdbc;
    private final EvidenceReader reader;

    FormerLinkage(JdbcClient jdbc, EvidenceReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    List<Judgement> judgements() {
        return judgements("select record_a, record_b, verdict from register.judgement_in_force");
    }

    List<Judgement> judgementsInScope() {
        return judgements("""
                select j.record_a, j.record_b, j.verdict from register.judgement_in_force j
                join register.match_scope a on a.record_id = j.record_a and not a.gone
                join register.match_scope b on b.record_id = j.record_b and not b.gone
                """);
    }

    private List<Judgement> judgements(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> row.getString("verdict").equals("same")
                        ? Judgement.same(row.getLong("record_a"), row.getLong("record_b"))
                        : Judgement.different(row.getLong("record_a"), row.getLong("record_b")))
                .list();
    }

    LinkageState state(MatchingSpec spec) {
        LinkageState.Builder state = LinkageState.builder(spec);
        reader.read("""
                select c.record_id, m.person_id from register.match_scope c
                join register.membership m on m.record_id = c.record_id and m.to_publication is null
                where not exists (select 1 from register.match_touched t where t.record_id = c.record_id)
                """, row -> state.record(row.getLong("record_id"), row.getLong("person_id")));
        reader.read("""
                select l.record_a, l.record_b, l.weight, l.probability, l.decision, l.reason::json ->> 'constraint' as broken
                from register.match_scope a
                join register.link l on l.record_a = a.record_id and l.to_publication is null
                join register.match_scope b on b.record_id = l.record_b
                """, row -> state.link(link(row)));
        reader.read("""
                select f.* from register.match_scope a
                join register.conflict f on f.record_a = a.record_id and f.to_publication is null
                join register.match_scope b on b.record_id = f.record_b
                """, row -> state.conflict(conflict(row)));
        return state.build();
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("record_a"),
                row.getLong("record_b"),
                row.getDouble("weight"),
                row.getDouble("probability"),
                Decision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("broken")));
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        double weight = row.getDouble("weight");
        return new Conflict(
                row.getLong("record_a"),
                row.getLong("record_b"),
                row.wasNull() ? Optional.empty() : Optional.of(weight),
                row.getString("reason"),
                row.getLong("forbidden_a"),
                row.getLong("forbidden_b"),
                row.getInt("edges"));
    }

    /** The last person of every record in the scope: one that comes back finds its person again. */
    Memberships lastMemberships() {
        Memberships.Builder memberships = Memberships.builder();
        reader.read("""
                select distinct on (record_id) record_id, m.person_id
                from register.membership m join register.match_scope using (record_id)
                order by record_id, m.from_publication desc
                """, row -> memberships.add(row.getLong("record_id"), row.getLong("person_id")));
        return memberships.build();
    }

    /** Records in the scope with the person id that they had last before it was merged away, where nobody has it now. */
    Memberships mergedAway() {
        Memberships.Builder memberships = Memberships.builder();
        reader.read("""
                select distinct on (m.record_id) m.record_id, m.person_id
                from register.redirect r
                join register.membership m on m.person_id = r.person_id
                join register.match_scope s on s.record_id = m.record_id
                order by m.record_id, m.from_publication desc
                """, row -> memberships.add(row.getLong("record_id"), row.getLong("person_id")));
        return memberships.build();
    }
}
