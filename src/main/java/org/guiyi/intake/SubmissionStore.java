package org.guiyi.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The submissions in the database. */
@Repository
public class SubmissionStore {

    private static final String SELECT = """
            select submission_id, receipt_no, bureau, feed, kind, scope, period, delivered_at, file_name, sha256, state,
                   reason_zh, reason_en, amends_submission_id, replaces_submission_id, current_processing_id,
                   rows_read, rows_accepted, rows_rejected, rows_duplicate, rows_not_data
            from intake.submission
            """;

    private final JdbcClient jdbc;

    SubmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Submission get(long id) {
        return jdbc.sql(SELECT + " where submission_id = ?")
                .param(id)
                .query(SubmissionStore::map)
                .single();
    }

    public Optional<Submission> find(ReceiptNumber receipt) {
        return jdbc.sql(SELECT + " where receipt_no = ?")
                .param(receipt.value())
                .query(SubmissionStore::map)
                .optional();
    }

    /** All submissions, oldest first. */
    public List<Submission> all() {
        return jdbc.sql(SELECT + " order by submission_id")
                .query(SubmissionStore::map)
                .list();
    }

    public List<Submission> inState(SubmissionState... states) {
        return jdbc.sql(SELECT + " where state = any (?) order by submission_id")
                .param(List.of(states).stream().map(SubmissionState::word).toArray(String[]::new))
                .query(SubmissionStore::map)
                .list();
    }

    /** What was refused, held or published in that time and still is, oldest first. */
    public List<Submission> settledBetween(Instant from, Instant to) {
        return jdbc.sql(SELECT + """
                         s where state in ('refused', 'held') and received_at between :from and :to
                            or state in ('refused', 'held', 'published') and exists (
                                select 1 from intake.processing p
                                where p.submission_id = s.submission_id and p.finished_at between :from and :to
                                  and (s.state <> 'published' or p.state = 'effective'))
                         order by submission_id
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(SubmissionStore::map)
                .list();
    }

    /** The submission that has this delivery key, under its first or a later delivery. */
    Optional<Submission> findByKey(String deliveryKey) {
        return jdbc.sql(SELECT + """
                         where delivery_key = :key
                            or submission_id in (select submission_id from intake.redelivery where delivery_key = :key)
                         order by submission_id limit 1
                        """)
                .param("key", deliveryKey)
                .query(SubmissionStore::map)
                .optional();
    }

    /** Another submission of the same bureau, feed, scope and period whose canonical cells are the same. */
    public Optional<Submission> findBySameCells(long id) {
        return jdbc.sql(SELECT + """
                         where submission_id <> :id and state in ('staged', 'held', 'published')
                           and (bureau, feed, coalesce(scope, ''), coalesce(period, ''), cells_digest) =
                               (select bureau, feed, coalesce(scope, ''), coalesce(period, ''), cells_digest
                                from intake.submission where submission_id = :id)
                         order by submission_id limit 1
                        """)
                .param("id", id)
                .query(SubmissionStore::map)
                .optional();
    }

    /** The error workbooks that answer a submission, oldest first. */
    public List<Submission> amendmentsOf(long id) {
        return jdbc.sql(SELECT + " where amends_submission_id = ? order by submission_id")
                .param(id)
                .query(SubmissionStore::map)
                .list();
    }

    /** Submissions received on this day in China, or later. */
    public List<Long> receivedSince(LocalDate day) {
        return jdbc.sql("""
                        select submission_id from intake.submission
                        where (received_at at time zone 'Asia/Shanghai')::date >= ?
                        """).param(day).query(Long.class).list();
    }

    /** The receipt of the submission that takes another one's place, if one does. */
    public Optional<ReceiptNumber> replacedBy(long id) {
        return jdbc.sql("""
                        select receipt_no from intake.submission
                        where replaces_submission_id = ? and state in ('staged', 'published')
                        order by submission_id desc limit 1
                        """).param(id).query(String.class).optional().map(ReceiptNumber::new);
    }

    /** Whether somebody delivered this content, as the submission itself or again. */
    public boolean knowsContent(String sha256) {
        return jdbc.sql("""
                        select exists (select 1 from intake.submission where sha256 = :sha256)
                            or exists (select 1 from intake.redelivery where sha256 = :sha256)
                        """).param("sha256", sha256).query(Boolean.class).single();
    }

    /** Takes a submission away that was registered only to show what it would do. */
    public void delete(long id) {
        jdbc.sql("delete from intake.submission where submission_id = ?")
                .param(id)
                .update();
    }

    /** How many rows with data the sender said there are. */
    public Optional<Long> rowsAnnounced(long id) {
        return Optional.ofNullable(jdbc.sql("select rows_announced from intake.submission where submission_id = ?")
                .param(id)
                .query((row, number) -> row.getObject(1, Long.class))
                .list()
                .get(0));
    }

    long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('intake.submission', 'submission_id'))")
                .query(Long.class)
                .single();
    }

    void insert(NewSubmission s) {
        jdbc.sql("""
                        insert into intake.submission (submission_id, receipt_no, delivery_key, bureau, feed, kind, scope,
                            scope_source, said_scope, period, period_source, delivered_at, received_at, file_name, sha256,
                            byte_size, state, reason_zh, reason_en, amends_submission_id, rows_announced,
                            replaces_submission_id)
                        overriding system value
                        values (:id, :receipt, :key, :bureau, :feed, :kind, :scope, :scopeSource, :saidScope, :period,
                            :periodSource, :deliveredAt, :receivedAt, :fileName, :sha256, :size, :state, :zh, :en, :amends,
                            :rows, :replaces)
                        """)
                .param("id", s.id())
                .param("receipt", s.receipt().value())
                .param("key", s.deliveryKey())
                .param("bureau", s.bureau())
                .param("feed", s.feed().orElse(null))
                .param("kind", s.kind())
                .param("scope", s.scope().map(Found::value).orElse(null))
                .param("scopeSource", s.scope().map(Found::source).orElse(null))
                .param(
                        "saidScope",
                        s.scope()
                                .filter(found -> found.source().equals("marker"))
                                .map(Found::value)
                                .orElse(null))
                .param("period", s.period().map(Found::value).orElse(null))
                .param("periodSource", s.period().map(Found::source).orElse(null))
                .param("deliveredAt", Timestamp.from(s.deliveredAt()))
                .param("receivedAt", Timestamp.from(s.receivedAt()))
                .param("fileName", s.fileName())
                .param("sha256", s.sha256())
                .param("size", s.size())
                .param("state", s.state().word())
                .param("zh", s.reason().map(Bilingual::zh).orElse(null))
                .param("en", s.reason().map(Bilingual::en).orElse(null))
                .param("amends", s.amends().orElse(null))
                .param("rows", s.rowsAnnounced().orElse(null))
                .param("replaces", s.replaces().orElse(null))
                .update();
    }

    void noteRedelivery(long submission, String sha256, String deliveryKey, String fileName, Instant at) {
        jdbc.sql("""
                        insert into intake.redelivery (submission_id, sha256, delivery_key, file_name, received_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(submission, sha256, deliveryKey, fileName, Timestamp.from(at))
                .update();
    }

    public void setState(long id, SubmissionState state, Optional<Bilingual> reason) {
        jdbc.sql("update intake.submission set state = ?, reason_zh = ?, reason_en = ? where submission_id = ?")
                .param(state.word())
                .param(reason.map(Bilingual::zh).orElse(null))
                .param(reason.map(Bilingual::en).orElse(null))
                .param(id)
                .update();
    }

    /** Fills in what the rows told; what a marker, a title or a name said before stays, and the scope of what is published. */
    public void setPlaceAndTime(long id, Collection<String> scopes, Optional<Found> period, String cellsDigest) {
        jdbc.sql("""
                        update intake.submission
                        set scope = case when state = 'published' then scope else coalesce(:scope, scope) end,
                            period = coalesce(period, :period),
                            period_source = coalesce(period_source, :source), cells_digest = :digest
                        where submission_id = :id
                        """)
                .param("scope", scopes.isEmpty() ? null : String.join(",", scopes))
                .param("period", period.map(Found::value).orElse(null))
                .param("source", period.map(Found::source).orElse(null))
                .param("digest", cellsDigest)
                .param("id", id)
                .update();
    }

    /** The scope that somebody told of this submission, whatever its rows and titles say. */
    public Optional<String> saidScope(long id) {
        return Optional.ofNullable(jdbc.sql("select said_scope from intake.submission where submission_id = ?")
                .param(id)
                .query((row, number) -> row.getString(1))
                .list()
                .get(0));
    }

    /** Remembers period, scope and what tells a file saved again, because a preview is going to try others out. */
    public void remember(long id) {
        jdbc.sql("""
                        insert into intake.tried_out
                        select submission_id, scope, scope_source, said_scope, period, period_source, cells_digest
                        from intake.submission where submission_id = ?
                        on conflict do nothing
                        """).param(id).update();
    }

    /** Puts back what a preview has tried out. */
    public void putBack(long id) {
        jdbc.sql("""
                        update intake.submission s
                        set scope = t.scope, scope_source = t.scope_source, said_scope = t.said_scope, period = t.period,
                            period_source = t.period_source, cells_digest = t.cells_digest
                        from intake.tried_out t where t.submission_id = s.submission_id and s.submission_id = ?
                        """).param(id).update();
        jdbc.sql("delete from intake.tried_out where submission_id = ?")
                .param(id)
                .update();
    }

    /** An admin's answer to a question about period or scope; what is published keeps its scope until it is published anew. */
    public void answer(long id, Optional<String> period, Optional<String> scope) {
        jdbc.sql("""
                        update intake.submission
                        set period = coalesce(:period, period),
                            scope = case when state = 'published' then scope else coalesce(:scope, scope) end,
                            said_scope = coalesce(:scope, said_scope),
                            period_source = case when :period::text is null then period_source else 'marker' end,
                            scope_source = case when :scope::text is null then scope_source else 'marker' end
                        where submission_id = :id
                        """)
                .param("period", period.orElse(null))
                .param("scope", scope.orElse(null))
                .param("id", id)
                .update();
    }

    /** A submission that turned out to be another one saved again leaves no trace but a line in the other's redeliveries. */
    public void foldInto(Submission again, Submission first, Instant at) {
        String key = jdbc.sql("select delivery_key from intake.submission where submission_id = ?")
                .param(again.id())
                .query(String.class)
                .single();
        noteRedelivery(first.id(), again.sha256(), key, again.fileName(), at);
        jdbc.sql("delete from intake.submission where submission_id = ?")
                .param(again.id())
                .update();
    }

    /** The submission itself, or the one it was folded into. */
    public long surviving(Submission submission) {
        return jdbc.sql("""
                        select coalesce(
                            (select submission_id from intake.submission where submission_id = :id),
                            (select submission_id from intake.redelivery where sha256 = :sha256
                             order by received_at desc limit 1))
                        """)
                .param("id", submission.id())
                .param("sha256", submission.sha256())
                .query(Long.class)
                .single();
    }

    private static Submission map(ResultSet row, int number) throws SQLException {
        return new Submission(
                row.getLong("submission_id"),
                new ReceiptNumber(row.getString("receipt_no")),
                row.getString("bureau"),
                Optional.ofNullable(row.getString("feed")),
                row.getString("kind"),
                Optional.ofNullable(row.getString("scope")),
                Optional.ofNullable(row.getString("period")),
                row.getTimestamp("delivered_at").toInstant(),
                row.getString("file_name"),
                row.getString("sha256"),
                SubmissionState.ofWord(row.getString("state")),
                Optional.ofNullable(row.getString("reason_zh")).map(zh -> new Bilingual(zh, string(row, "reason_en"))),
                Optional.ofNullable(row.getObject("amends_submission_id", Long.class)),
                Optional.ofNullable(row.getObject("replaces_submission_id", Long.class)),
                Optional.ofNullable(row.getObject("current_processing_id", Long.class)),
                new RowBalance(
                        row.getLong("rows_read"),
                        row.getLong("rows_accepted"),
                        row.getLong("rows_rejected"),
                        row.getLong("rows_duplicate"),
                        row.getLong("rows_not_data")));
    }

    private static String string(ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException("column " + column, e);
        }
    }
}
