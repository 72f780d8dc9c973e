package org.guiyi.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.guiyi.database.CopyRows;
import org.guiyi.database.CopyStream;
import org.guiyi.database.JsonText;
import org.guiyi.matching.Conflict;
import org.guiyi.matching.Decision;
import org.guiyi.matching.IdAssignment;
import org.guiyi.matching.IdEvent;
import org.guiyi.matching.IdJournal;
import org.guiyi.matching.Link;
import org.guiyi.matching.LinkageResult;
import org.guiyi.matching.Memberships;
import org.guiyi.person.PersonMatching.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Writes what a linkage found about the records in its scope: persons, memberships, links and conflicts. Lines about others
 * stay in force. Runs inside its caller's transaction.
 */
@Component
class PersonLines {

    private static final String LINES = "create temp table %s on commit drop";

    private final JdbcClient jdbc;
    private final DataSource database;
    private final FormerLinkage former;

    PersonLines(JdbcClient jdbc, DataSource database, FormerLinkage former) {
        this.jdbc = jdbc;
        this.database = database;
        this.former = former;
    }

    Outcome write(LinkageResult result, long publication, long linkedAnew) {
        guardAgainstLostScope(result.clusters().size());
        IdAssignment ids = IdJournal.assign(
                former.lastMemberships(), former.mergedAway(), result.clusters(), new Mint(jdbc)::next);
        persons(ids, publication);
        memberships(ids.memberships(), publication);
        links(result, publication);
        conflicts(result.conflicts(), publication);
        jdbc.sql("analyze register.membership, register.link").update();
        return jdbc.sql("""
                        select count(*) as records, count(distinct person_id) as persons,
                               (select count(*) from register.link
                                where to_publication is null and decision = 'auto') as links,
                               (select count(*) from register.link
                                where to_publication is null and decision = 'review') as reviews
                        from register.membership where to_publication is null
                        """)
                .query((row, number) -> new Outcome(
                        row.getLong("records"),
                        row.getLong("persons"),
                        row.getLong("links"),
                        row.getLong("reviews"),
                        linkedAnew))
                .single();
    }

    /** The scope lies in an unlogged table, which a crash of the database empties. */
    private void guardAgainstLostScope(int records) {
        long inScope = jdbc.sql("select count(*) from register.match_scope where not gone")
                .query(Long.class)
                .single();
        if (inScope != records) {
            throw new IllegalStateException("the linkage is of " + records + " records but only " + inScope
                    + " are left in its scope, the database has crashed meanwhile; the next run computes it again");
        }
    }

    private void persons(IdAssignment ids, long publication) {
        CopyRows persons = new CopyRows(1 << 16);
        CopyRows events = new CopyRows(1 << 16);
        for (long minted : ids.minted()) {
            persons.number(minted).number(publication).endRow();
            event(events, publication, "mint", minted, -1);
        }
        for (IdEvent event : ids.events()) {
            if (event instanceof IdEvent.Merged merged) {
                event(events, publication, "merge", merged.from(), merged.into());
            } else if (event instanceof IdEvent.Split split) {
                event(events, publication, "split", split.from(), split.into());
            } else if (event instanceof IdEvent.Ended ended) {
                event(events, publication, "retire", ended.person(), -1);
            }
        }
        copy("register.person (person_id, from_publication)", persons);
        copy("register.person_event (publication, kind, person_id, other_person_id)", events);
    }

    private static void event(CopyRows events, long publication, String kind, long person, long other) {
        events.number(publication).text(kind).number(person);
        if (other < 0) {
            events.absent();
        } else {
            events.number(other);
        }
        events.endRow();
    }

    private void memberships(Memberships memberships, long publication) {
        jdbc.sql(LINES.formatted("assigned (record_id bigint, person_id bigint)"))
                .update();
        CopyRows lines = new CopyRows(1 << 20);
        for (int place = 0; place < memberships.size(); place++) {
            lines.number(memberships.record(place))
                    .number(memberships.person(place))
                    .endRow();
        }
        copy("assigned", lines);
        run(LinkSql.MEMBERSHIPS, publication);
    }

    private void links(LinkageResult result, long publication) {
        jdbc.sql(LINES.formatted("linked (like register.link)")).update();
        CopyRows lines = new CopyRows(1 << 20);
        for (Link link : result.links()) {
            lines.number(link.a())
                    .number(link.b())
                    .decimal(link.weight())
                    .decimal(link.probability())
                    .text(link.decision().name().toLowerCase(Locale.ROOT))
                    .text(reason(result, link))
                    .number(publication)
                    .absent()
                    .endRow();
        }
        copy("linked", lines);
        run(LinkSql.LINKS, publication);
    }

    /** The levels in words for a steward; pairs that joined are explained on demand. */
    private static String reason(LinkageResult result, Link link) {
        JsonText json = new JsonText().beginObject();
        link.constraint().ifPresent(constraint -> json.member("constraint", constraint));
        if (link.decision() != Decision.AUTO) {
            result.explain(link.a(), link.b()).parts().forEach(part -> json.member(part.comparison(), part.level()));
        }
        return json.endObject().toString();
    }

    private void conflicts(List<Conflict> conflicts, long publication) {
        jdbc.sql(LINES.formatted("cut (like register.conflict)")).update();
        CopyRows lines = new CopyRows(1 << 16);
        for (Conflict conflict : conflicts) {
            lines.number(conflict.a()).number(conflict.b());
            conflict.weight().ifPresentOrElse(lines::decimal, lines::absent);
            lines.text(conflict.constraint())
                    .number(conflict.forbiddenA())
                    .number(conflict.forbiddenB())
                    .number(conflict.edges())
                    .number(publication)
                    .absent()
                    .endRow();
        }
        copy("cut", lines);
        run(LinkSql.CONFLICTS, publication);
    }

    private void run(List<String> statements, long publication) {
        statements.forEach(
                sql -> jdbc.sql(sql).param("publication", publication).update());
    }

    private void copy(String target, CopyRows lines) {
        Connection connection = DataSourceUtils.getConnection(database);
        try (CopyStream stream = CopyStream.into(connection, target)) {
            stream.write(lines);
            stream.finish();
        } catch (SQLException e) {
            throw new IllegalStateException("copying into " + target + " failed", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }
}
