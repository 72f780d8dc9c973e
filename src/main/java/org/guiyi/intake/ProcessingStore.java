package org.guiyi.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The processings in the database. */
@Repository
public class ProcessingStore {

    /** The reason of a processing that is thrown away once its effects are shown. */
    public static final String PREVIEW = "preview";

    private static final Set<String> EFFECTIVE_ONCE = Set.of("effective", "replaced", "withdrawn");

    private static final String HELD = """
            select p.* from intake.processing p join intake.submission s using (submission_id)
            where p.state = 'held' and p.reason <> 'preview' and s.state in ('held', 'published')
              and not exists (select 1 from intake.processing n
                              where n.submission_id = p.submission_id and n.number > p.number
                                and n.state in ('effective', 'held') and n.reason <> 'preview')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final StagedRows rows;

    ProcessingStore(JdbcClient jdbc, Clock clock, StagedRows rows) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.rows = rows;
    }

    /** A processing as it stands. */
    public record Processing(
            long id,
            long submissionId,
            int number,
            String reason,
            String state,
            String definitionVersion,
            LocalDate businessDate,
            Optional<String> outsideScope,
            boolean released,
            Optional<Bilingual> hold,
            Optional<RowBalance> rows,
            Optional<RecordBalance> records) {

        /** Whether it only shows what a re-import would do. */
        public boolean isPreview() {
            return reason.equals(PREVIEW);
        }
    }

    /** Remembers a definition that is going to judge rows. */
    public void keepDefinition(String version, String feed, String content) {
        jdbc.sql("""
                        insert into intake.definition (version, feed, content, recorded_at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(version, feed, content, Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Opens the next processing of a submission.
     *
     * @param outsideScope the scope that is known before the rows are read
     */
    public long open(
            long submission,
            String reason,
            String definitionVersion,
            LocalDate businessDate,
            Optional<String> outsideScope) {
        return jdbc.sql("""
                        insert into intake.processing (submission_id, number, reason, state, definition_version,
                            business_date, started_at, outside_scope)
                        select :submission, coalesce(max(number), 0) + 1, :reason, 'running', :version, :date, :now, :scope
                        from intake.processing where submission_id = :submission
                        returning processing_id
                        """)
                .param("submission", submission)
                .param("reason", reason)
                .param("version", definitionVersion)
                .param("date", businessDate)
                .param("now", Timestamp.from(clock.instant()))
                .param("scope", outsideScope.orElse(null))
                .query(Long.class)
                .single();
    }

    public Processing get(long id) {
        return jdbc.sql("select * from intake.processing where processing_id = ?")
                .param(id)
                .query(ProcessingStore::map)
                .single();
    }

    public List<Processing> of(long submission) {
        return jdbc.sql("select * from intake.processing where submission_id = ? order by number")
                .param(submission)
                .query(ProcessingStore::map)
                .list();
    }

    /** What waits for an admin's word on a submission: its held processing, unless a newer one counts or it was taken out. */
    public Optional<Processing> held(long submission) {
        return jdbc.sql(HELD + " and p.submission_id = ? order by p.number desc limit 1")
                .param(submission)
                .query(ProcessingStore::map)
                .optional();
    }

    /** Held re-imports of published submissions, oldest first. */
    public List<Processing> heldReimports() {
        return jdbc.sql(HELD + " and s.state = 'published' order by p.processing_id")
                .query(ProcessingStore::map)
                .list();
    }

    /** What was effective last of a submission that was taken out. */
    public Optional<Processing> lastWithdrawn(long submission) {
        return of(submission).stream()
                .filter(each -> each.state().equals("withdrawn"))
                .reduce((first, last) -> last);
    }

    /** Whether somebody has let in what this processing reads again, or it was published before. */
    public boolean wasLetInBefore(Processing processing) {
        return of(processing.submissionId()).stream()
                .filter(each -> each.number() < processing.number())
                .anyMatch(each -> each.released() || EFFECTIVE_ONCE.contains(each.state()));
    }

    public List<Processing> inState(String state) {
        return jdbc.sql("select * from intake.processing where state = ? order by processing_id")
                .param(state)
                .query(ProcessingStore::map)
                .list();
    }

    public void setState(long id, String state) {
        jdbc.sql("update intake.processing set state = ?, finished_at = ? where processing_id = ?")
                .params(state, Timestamp.from(clock.instant()), id)
                .update();
    }

    /** Older processings of the same submission that are held, or that a dead run left unfinished, must not come after this one. */
    public void discardBefore(long id) {
        jdbc.sql("""
                        update intake.processing older
                        set state = 'discarded', finished_at = coalesce(older.finished_at, ?)
                        from intake.processing this
                        where this.processing_id = ? and older.submission_id = this.submission_id
                          and older.number < this.number and older.state in ('running', 'staged', 'held')
                        """).params(Timestamp.from(clock.instant()), id).update();
    }

    /** Keeps the question that staging could not answer, or that there is none; the processing goes on. */
    public void ask(long id, Optional<Bilingual> question) {
        jdbc.sql("update intake.processing set hold_zh = ?, hold_en = ? where processing_id = ?")
                .param(question.map(Bilingual::zh).orElse(null))
                .param(question.map(Bilingual::en).orElse(null))
                .param(id)
                .update();
    }

    public void hold(long id, Bilingual why) {
        jdbc.sql("update intake.processing set state = 'held', hold_zh = ?, hold_en = ? where processing_id = ?")
                .params(why.zh(), why.en(), id)
                .update();
    }

    /** Processings that a dead run opened only to show what they would do. */
    public List<Long> previews() {
        return jdbc.sql("select processing_id from intake.processing where reason = ?")
                .param(PREVIEW)
                .query(Long.class)
                .list();
    }

    /** The guards will pass this processing by, once it is staged. */
    public void admit(long id) {
        jdbc.sql("update intake.processing set released = true where processing_id = ?")
                .param(id)
                .update();
    }

    /** An admin lets a held processing in: it is staged again and the guards pass it by. */
    public void release(long id) {
        jdbc.sql("update intake.processing set state = 'staged', released = true where processing_id = ?")
                .param(id)
                .update();
    }

    public void setForm(long id, String format, Optional<String> encoding) {
        jdbc.sql("update intake.processing set format = ?, encoding = ? where processing_id = ?")
                .param(format)
                .param(encoding.orElse(null))
                .param(id)
                .update();
    }

    public void setRecords(long id, RecordBalance balance) {
        jdbc.sql("""
                        update intake.processing set records_produced = ?, records_new = ?, records_changed = ?,
                            records_unchanged = ?, records_conflicting = ?, records_left = ?, records_unconfirmed = ?
                        where processing_id = ?
                        """)
                .params(
                        balance.produced(),
                        balance.added(),
                        balance.changed(),
                        balance.unchanged(),
                        balance.conflicting(),
                        balance.left(),
                        balance.unconfirmed(),
                        id)
                .update();
    }

    /** Whether a submission was never processed. */
    public boolean isFirst(long submission) {
        return jdbc.sql("select not exists (select 1 from intake.processing where submission_id = ?)")
                .param(submission)
                .query(Boolean.class)
                .single();
    }

    /** Makes the submission show this processing's figures. */
    public void show(long id) {
        jdbc.sql("""
                        update intake.submission s set current_processing_id = p.processing_id,
                            rows_read = coalesce(p.rows_read, 0), rows_accepted = coalesce(p.rows_accepted, 0),
                            rows_rejected = coalesce(p.rows_rejected, 0), rows_duplicate = coalesce(p.rows_duplicate, 0),
                            rows_not_data = coalesce(p.rows_not_data, 0),
                            scope = coalesce((select string_agg(c.scope, ',' order by c.scope collate "C")
                                              from intake.processing_scope c
                                              where c.processing_id = p.processing_id), s.scope)
                        from intake.processing p where p.processing_id = ? and s.submission_id = p.submission_id
                        """).param(id).update();
    }

    /** Nothing of what a submission was processed to counts any more. */
    public void discardAll(long submission) {
        jdbc.sql("""
                        update intake.processing
                        set state = case state when 'effective' then 'withdrawn' else 'discarded' end,
                            finished_at = coalesce(finished_at, ?)
                        where submission_id = ? and state in ('running', 'staged', 'held', 'effective')
                        """).params(Timestamp.from(clock.instant()), submission).update();
    }

    /** What was under way for a submission comes to nothing; what is effective stays so. */
    public void discardUnfinished(long submission) {
        jdbc.sql("""
                        update intake.processing set state = 'discarded', finished_at = coalesce(finished_at, ?)
                        where submission_id = ? and state in ('running', 'staged', 'held')
                        """).params(Timestamp.from(clock.instant()), submission).update();
    }

    /** Takes away definitions that were tried out and judged nothing that is kept. */
    public void forgetUnusedDefinitions() {
        jdbc.sql("""
                        delete from intake.definition d
                        where not exists (select 1 from intake.processing p where p.definition_version = d.version)
                        """).update();
    }

    /** Takes a processing away that came to nothing. */
    public void delete(long id) {
        rows.clear(id);
        jdbc.sql("update intake.submission set current_processing_id = null where current_processing_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from intake.processing where processing_id = ?")
                .param(id)
                .update();
    }

    private static Processing map(ResultSet row, int number) throws SQLException {
        String hold = row.getString("hold_zh");
        String holdEn = row.getString("hold_en");
        return new Processing(
                row.getLong("processing_id"),
                row.getLong("submission_id"),
                row.getInt("number"),
                row.getString("reason"),
                row.getString("state"),
                row.getString("definition_version"),
                row.getObject("business_date", LocalDate.class),
                Optional.ofNullable(row.getString("outside_scope")),
                row.getBoolean("released"),
                hold == null ? Optional.empty() : Optional.of(new Bilingual(hold, holdEn)),
                rows(row),
                records(row));
    }

    private static Optional<RowBalance> rows(ResultSet row) throws SQLException {
        return row.getObject("rows_read") == null
                ? Optional.empty()
                : Optional.of(new RowBalance(
                        row.getLong("rows_read"),
                        row.getLong("rows_accepted"),
                        row.getLong("rows_rejected"),
                        row.getLong("rows_duplicate"),
                        row.getLong("rows_not_data")));
    }

    private static Optional<RecordBalance> records(ResultSet row) throws SQLException {
        return row.getObject("records_produced") == null
                ? Optional.empty()
                : Optional.of(new RecordBalance(
                        row.getLong("records_produced"),
                        row.getLong("records_new"),
                        row.getLong("records_changed"),
                        row.getLong("records_unchanged"),
                        row.getLong("records_conflicting"),
                        row.getLong("records_left"),
                        row.getLong("records_unconfirmed")));
    }
}
