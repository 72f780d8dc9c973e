package org.guiyi.erasure;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiyi.audit.AuditTrail;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.Field;
import org.guiyi.feed.Related;
import org.guiyi.protection.NumberTexts;
import org.guiyi.protection.NumberTokens;
import org.guiyi.protection.NumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes a person out of what was staged, and out of what publications left behind. */
@Repository
public class ErasureStore {

    private final JdbcClient jdbc;
    private final Tombstones tombstones;
    private final FeedDefinitions feeds;
    private final AuditTrail audit;
    private final Clock clock;
    private final NumberVault vault;

    ErasureStore(
            JdbcClient jdbc,
            Tombstones tombstones,
            FeedDefinitions feeds,
            AuditTrail audit,
            Clock clock,
            NumberVault vault) {
        this.jdbc = jdbc;
        this.tombstones = tombstones;
        this.feeds = feeds;
        this.audit = audit;
        this.clock = clock;
        this.vault = vault;
    }

    /** An order of an authority. */
    public record Order(long personId, String number, String reason, boolean keepOriginals) {}

    /**
     * What an order reaches.
     *
     * @param rows rows about the person, in every processing
     * @param mentions rows about others that name the person
     * @param receipts the submissions they came with
     */
    public record Reach(long records, long rows, long mentions, List<String> receipts) {}

    /** An erasure that was begun. */
    public record Begun(long id, String order, boolean keepOriginals, List<String> originals) {}

    /** What an order would reach; within a transaction. */
    public Reach reach(long personId) {
        return find(personId)
                .map(person -> {
                    gather(person);
                    return reached(person);
                })
                .orElse(new Reach(0, 0, 0, List.of()));
    }

    /**
     * Empties the rows, leaves tombstones and notes the order; within a transaction. The published state still shows the person
     * until it is computed afresh.
     */
    public Reach begin(Order order) {
        ErasedPerson person = find(order.personId()).orElseThrow();
        gather(person);
        Reach reach = reached(person);
        List<String> digests = tombstones.put(person, clock.instant());
        jdbc.sql("""
                        insert into register.erasure
                            (person_ids, record_ids, submission_ids, order_number, keep_originals, begun_at)
                        select ?, ?, coalesce(array_agg(distinct p.submission_id), '{}'), ?, ?, ?
                        from erased_row join intake.processing p using (processing_id)
                        """)
                .params(
                        person.ids().toArray(Long[]::new),
                        person.records().toArray(Long[]::new),
                        order.number(),
                        order.keepOriginals(),
                        Timestamp.from(clock.instant()))
                .update();
        emptyRows();
        feeds.all().forEach(feed -> feed.related().forEach(related -> emptyMentions(feed, related)));
        emptyNumbers(
                person.numbers().stream().filter(ErasureSql::isUnmistakable).toList());
        audit.note(
                "erase",
                "person " + order.personId(),
                "order " + order.number() + ": " + order.reason() + "; " + String.join(" ", digests));
        return reach;
    }

    private Optional<ErasedPerson> find(long personId) {
        List<Long> ids =
                jdbc.sql(ErasureSql.IDS).param(personId).query(Long.class).list();
        List<Long> records = jdbc.sql(
                        "select record_id from register.membership where person_id = ? and to_publication is null order by 1")
                .param(personId)
                .query(Long.class)
                .list();
        if (records.isEmpty()) {
            return Optional.empty();
        }
        List<String> numbers = jdbc.sql(
                        "select distinct value from warehouse.person_identifier where person_id = ? and trusted order by 1")
                .param(personId)
                .query(String.class)
                .list();
        List<ErasedPerson.Who> unnumbered = jdbc.sql(ErasureSql.UNNUMBERED)
                .param(personId)
                .query((row, number) -> new ErasedPerson.Who(vault.reveal(row.getString(1)), row.getString(2)))
                .list();
        NumberTexts texts = vault.numbersOf(numbers);
        return Optional.of(new ErasedPerson(
                ids, records, numbers.stream().map(texts::reveal).toList(), unnumbered));
    }

    private void gather(ErasedPerson person) {
        jdbc.sql("drop table if exists pg_temp.erased_row").update();
        jdbc.sql(ErasureSql.GATHER)
                .param("records", person.records().toArray(Long[]::new))
                .param("numbers", person.numbers().stream().map(vault::token).toArray(String[]::new))
                .update();
    }

    private Reach reached(ErasedPerson person) {
        return new Reach(
                person.records().size(),
                count("select count(distinct (processing_id, row_seq)) from erased_row where role = 'subject'"),
                count("select count(distinct (processing_id, row_seq)) from erased_row where role <> 'subject'"),
                jdbc.sql("""
                                select distinct s.receipt_no from erased_row
                                join intake.processing p using (processing_id) join intake.submission s using (submission_id)
                                order by 1
                                """).query(String.class).list());
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private void emptyRows() {
        for (String statement : ErasureSql.EMPTY_ROWS) {
            jdbc.sql(statement).update();
        }
        jdbc.sql(ErasureSql.SAY_SO)
                .params(ErasedInRow.CODE, ErasedInRow.MESSAGE.zh(), ErasedInRow.MESSAGE.en())
                .update();
    }

    private void emptyMentions(FeedDefinition feed, Related related) {
        List<String> names = new ArrayList<>();
        ErasedInRow.fields(feed, related).stream().map(Field::name).forEach(names::add);
        for (String statement : ErasureSql.EMPTY_MENTIONS) {
            jdbc.sql(statement)
                    .param("feed", feed.id().value())
                    .param("role", related.role().key())
                    .param("fields", names.toArray(String[]::new))
                    .update();
        }
    }

    /** Takes numbers out of wherever they stand, in clear or behind a token, and leaves what stands beside them. */
    private void emptyNumbers(List<String> numbers) {
        numbers.forEach(number -> emptyNumber(number, ""));
        NumberTokens tokens = vault.tokens();
        Map<String, String> rests = new LinkedHashMap<>();
        vault.containing(numbers).forEach((token, text) -> rests.put(token, tokens.whole(without(text, numbers))));
        vault.keep(tokens);
        rests.forEach(this::emptyNumber);
    }

    private static String without(String text, List<String> numbers) {
        String left = text;
        for (String number : numbers) {
            left = left.replace(number, "");
        }
        return left;
    }

    private void emptyNumber(String number, String rest) {
        for (String statement : ErasureSql.EMPTY_NUMBER) {
            jdbc.sql(statement).param("number", number).param("rest", rest).update();
        }
    }

    /** Erasures whose published state has not been cleaned up yet, with the originals that named the person. */
    public List<Begun> begun() {
        return jdbc.sql("""
                        select e.erasure_id, e.order_number, e.keep_originals,
                               array(select sha256 from intake.submission where submission_id = any (e.submission_ids)
                                     union select sha256 from intake.redelivery where submission_id = any (e.submission_ids)) as originals
                        from register.erasure e where e.done_at is null order by 1
                        """)
                .query((row, number) ->
                        new Begun(row.getLong(1), row.getString(2), row.getBoolean(3), List.of((String[])
                                row.getArray(4).getArray())))
                .list();
    }

    /** Takes out what former publications knew, once the person is not published any more; within a transaction. */
    public void finish(Begun erasure) {
        for (String statement : ErasureSql.PURGE) {
            jdbc.sql(statement).param("erasure", erasure.id()).update();
        }
        jdbc.sql("update register.erasure set done_at = ? where erasure_id = ?")
                .params(Timestamp.from(clock.instant()), erasure.id())
                .update();
        audit.note("erased", "erasure " + erasure.id(), "");
    }
}
