package org.guiyi.person;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.guiyi.database.CopyRows;
import org.guiyi.database.CopyStream;
import org.guiyi.database.JsonText;
import org.guiyi.identifier.Regions;
import org.guiyi.matching.IdAssignment;
import org.guiyi.matching.IdEvent;
import org.guiyi.matching.IdJournal;
import org.guiyi.matching.Judgement;
import org.guiyi.matching.Link;
import org.guiyi.matching.Linkage;
import org.guiyi.matching.LinkageProgress;
import org.guiyi.matching.LinkageResult;
import org.guiyi.matching.MatchingSpec;
import org.guiyi.matching.Memberships;
import org.guiyi.matching.Records;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out which records are one person and gives the persons their ids, pending under the number of the next publication.
 * The linkage runs outside of any transaction.
 */
@Component
public class PersonMatching {

    private final JdbcClient jdbc;
    private final DataSource database;
    private final TransactionTemplate transaction;
    private final EvidenceReader evidence;
    private final MatchingSpec spec;
    private final MatchingColumns columns;

    PersonMatching(
            JdbcClient jdbc,
            DataSource database,
            TransactionTemplate transaction,
            EvidenceReader evidence,
            MatchingSpec spec,
            Regions regions) {
        this.jdbc = jdbc;
        this.database = database;
        this.transaction = transaction;
        this.evidence = evidence;
        this.spec = spec;
        this.columns = new MatchingColumns(spec, regions);
    }

    /**
     * What the linkage came to.
     *
     * @param records records linked
     * @param persons persons they are
     * @param links pairs joined automatically
     * @param reviews pairs left to a steward
     */
    public record Outcome(long records, long persons, long links, long reviews) {}

    /** Links every record that stands, departed ones included, and writes memberships, links and events. */
    public Outcome match(long publication, LinkageProgress progress) {
        Records.Builder builder = Records.builder(spec);
        evidence.all(each -> builder.add(each.recordId(), columns.of(each)));
        Records records = builder.build();
        LinkageResult result = Linkage.of(spec).link(records, judgements(), progress);
        IdAssignment ids = IdJournal.assign(lastMemberships(), result.clusters(), new Mint(jdbc)::next);
        transaction.executeWithoutResult(status -> {
            writePersons(ids, publication);
            writeMemberships(ids.memberships(), publication);
            writeLinks(result, publication);
            jdbc.sql("analyze register.membership, register.link").update();
        });
        long automatic = result.links().stream().filter(Links::automatic).count();
        long reviews = result.links().stream().filter(Links::toReview).count();
        return new Outcome(records.size(), result.clusters().count(), automatic, reviews);
    }

    /** New person ids from the database's sequence, fetched a thousand at a time. */
    private static final class Mint {
        private static final int BATCH = 1_000;

        private final JdbcClient jdbc;
        private final AtomicLong left = new AtomicLong();
        private List<Long> fetched = List.of();

        Mint(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        long next() {
            if (left.get() == 0) {
                fetched = jdbc.sql("select nextval('register.person_id') from generate_series(1, ?)")
                        .param(BATCH)
                        .query(Long.class)
                        .list();
                left.set(fetched.size());
            }
            return fetched.get(fetched.size() - (int) left.getAndDecrement());
        }
    }

    private List<Judgement> judgements() {
        return jdbc.sql("""
                        select distinct on (least(record_a, record_b), greatest(record_a, record_b))
                               record_a, record_b, verdict
                        from register.judgement where undone_at is null
                        order by least(record_a, record_b), greatest(record_a, record_b), judgement_id desc
                        """)
                .query((row, number) -> row.getString("verdict").equals("same")
                        ? Judgement.same(row.getLong("record_a"), row.getLong("record_b"))
                        : Judgement.different(row.getLong("record_a"), row.getLong("record_b")))
                .list();
    }

    /** The last person of every record ever a member: a record that comes back finds its person again. */
    private Memberships lastMemberships() {
        Memberships.Builder memberships = Memberships.builder();
        evidence.read("""
                select distinct on (record_id) record_id, person_id from register.membership
                order by record_id, from_publication desc
                """, row -> memberships.add(row.getLong("record_id"), row.getLong("person_id")));
        return memberships.build();
    }

    private void writePersons(IdAssignment ids, long publication) {
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
            } else if (event instanceof IdEvent.Ended ended && !endedBefore(ended.person())) {
                event(events, publication, "retire", ended.person(), -1);
            }
        }
        copy("register.person (person_id, from_publication)", persons);
        copy("register.person_event (publication, kind, person_id, other_person_id)", events);
    }

    private boolean endedBefore(long person) {
        return jdbc.sql("""
                        select not exists (select 1 from register.membership where person_id = ? and to_publication is null)
                        """).param(person).query(Boolean.class).single();
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

    private void writeMemberships(Memberships memberships, long publication) {
        jdbc.sql("create temp table assigned (record_id bigint, person_id bigint) on commit drop")
                .update();
        CopyRows lines = new CopyRows(1 << 20);
        for (int place = 0; place < memberships.size(); place++) {
            lines.number(memberships.record(place))
                    .number(memberships.person(place))
                    .endRow();
        }
        copy("assigned", lines);
        jdbc.sql("analyze assigned").update();
        jdbc.sql("""
                        update register.membership m set to_publication = ?
                        where m.to_publication is null
                          and not exists (select 1 from assigned a
                                          where a.record_id = m.record_id and a.person_id = m.person_id)
                        """).param(publication).update();
        jdbc.sql("""
                        insert into register.membership (record_id, person_id, from_publication)
                        select a.record_id, a.person_id, ? from assigned a
                        where not exists (select 1 from register.membership m
                                          where m.record_id = a.record_id and m.to_publication is null)
                        order by a.record_id
                        """).param(publication).update();
    }

    private void writeLinks(LinkageResult result, long publication) {
        jdbc.sql("create temp table linked (like register.link) on commit drop").update();
        CopyRows lines = new CopyRows(1 << 20);
        for (Link link : result.links()) {
            lines.number(link.a())
                    .number(link.b())
                    .decimal(link.weight())
                    .decimal(link.probability())
                    .text(Links.decision(link))
                    .text(Links.reason(result, link))
                    .number(publication)
                    .absent()
                    .endRow();
        }
        copy("linked", lines);
        LinkSql.REPLACE.forEach(
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

    /** How a link is kept in the database. */
    private static final class Links {

        static boolean automatic(Link link) {
            return decision(link).equals("auto");
        }

        static boolean toReview(Link link) {
            return decision(link).equals("review");
        }

        static String decision(Link link) {
            return link.decision().name().toLowerCase(java.util.Locale.ROOT);
        }

        /** The levels in words for a steward; pairs that joined are explained on demand. */
        static String reason(LinkageResult result, Link link) {
            JsonText json = new JsonText().beginObject();
            link.constraint().ifPresent(constraint -> json.member("constraint", constraint));
            if (!automatic(link)) {
                result.explain(link.a(), link.b())
                        .parts()
                        .forEach(part -> json.member(part.comparison(), part.level()));
            }
            return json.endObject().toString();
        }
    }
}
