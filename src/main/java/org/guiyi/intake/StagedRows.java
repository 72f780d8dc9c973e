package org.guiyi.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What processings staged: sheets, rows, and the scopes that the rows belong to. */
@Repository
public class StagedRows {

    private final JdbcClient jdbc;

    StagedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes away whatever an interrupted run of this processing staged. */
    public void clear(long id) {
        jdbc.sql("delete from intake.row_problem where processing_id = ?")
                .param(id)
                .update();
        jdbc.sql("delete from intake.row where processing_id = ?").param(id).update();
        jdbc.sql("delete from intake.sheet where processing_id = ?").param(id).update();
        jdbc.sql("delete from intake.processing_scope where processing_id = ?")
                .param(id)
                .update();
    }

    public void addSheet(long id, int sheet, String name, boolean hidden, String columnsJson) {
        jdbc.sql("insert into intake.sheet (processing_id, sheet, name, hidden, columns) values (?, ?, ?, ?, ?::json)")
                .params(id, sheet, name, hidden, columnsJson)
                .update();
    }

    /** Keeps which scopes the rows belong to. */
    public void setScopes(long id, Collection<String> scopes) {
        jdbc.sql("delete from intake.processing_scope where processing_id = ?")
                .param(id)
                .update();
        jdbc.sql("insert into intake.processing_scope select ?, unnest(?)")
                .params(id, scopes.toArray(String[]::new))
                .update();
    }

    /** The scopes that a processing covers. */
    public List<String> scopes(long id) {
        return jdbc.sql("select scope from intake.processing_scope where processing_id = ? order by 1")
                .param(id)
                .query(String.class)
                .list();
    }

    /** The scope of a submission's latest processing that was staged, if it has one and no other. */
    public Optional<String> onlyScope(long submission) {
        return jdbc
                .sql("""
                        select case count(c.scope) when 0 then p.outside_scope when 1 then min(c.scope) end
                        from intake.processing p left join intake.processing_scope c using (processing_id)
                        where p.submission_id = ? and p.state in ('staged', 'held', 'effective')
                        group by p.processing_id, p.outside_scope order by p.processing_id desc limit 1
                        """)
                .param(submission)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .list()
                .stream()
                .findFirst()
                .flatMap(scope -> scope);
    }

    /** Whether two processings cover a scope in common, months aside; also when one has no rows. */
    public boolean shareScope(long one, long other) {
        return jdbc.sql("""
                        select not exists (select 1 from intake.processing_scope where processing_id = :one)
                            or not exists (select 1 from intake.processing_scope where processing_id = :other)
                            or exists (
                               select 1 from intake.processing_scope a join intake.processing_scope b
                                 on split_part(a.scope, '/', 1) = split_part(b.scope, '/', 1)
                               where a.processing_id = :one and b.processing_id = :other)
                        """)
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    /** Counts the staged rows afresh and writes the ledger; the submission shows it as well. */
    public RowBalance recount(long id) {
        RowBalance balance = jdbc.sql("""
                        select count(*) as read,
                               count(*) filter (where verdict = 'accepted') as accepted,
                               count(*) filter (where verdict = 'rejected') as rejected,
                               count(*) filter (where verdict = 'duplicate') as duplicate,
                               count(*) filter (where verdict = 'not_data') as not_data
                        from intake.row where processing_id = ?
                        """)
                .param(id)
                .query((row, number) -> new RowBalance(
                        row.getLong("read"),
                        row.getLong("accepted"),
                        row.getLong("rejected"),
                        row.getLong("duplicate"),
                        row.getLong("not_data")))
                .single();
        jdbc.sql("""
                        update intake.processing set rows_read = ?, rows_accepted = ?, rows_rejected = ?,
                            rows_duplicate = ?, rows_not_data = ? where processing_id = ?
                        """)
                .params(
                        balance.read(),
                        balance.accepted(),
                        balance.rejected(),
                        balance.duplicate(),
                        balance.notData(),
                        id)
                .update();
        return balance;
    }
}
