package org.guiyi.record;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The staged records of processings that are not published yet. */
@Repository
public class StagedRecordStore {

    /** Without figures about this delivery the planner would look its rows up one by one. */
    private static final String ANALYZE = """
            analyze intake.row (processing_id, row_seq, sheet),
                    register.staged_record (processing_id, row_seq, role, usable, scope, content, key1)
            """;

    private final JdbcClient jdbc;

    StagedRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes away whatever an interrupted run of this processing staged. */
    public void clear(long processing) {
        jdbc.sql("delete from register.staged_record where processing_id = ?")
                .param(processing)
                .update();
    }

    /**
     * Marks rows whose cells are those of an earlier row of the same sheet as duplicates and takes their records out.
     *
     * @return how many
     */
    public int markDuplicates(long processing) {
        jdbc.sql(ANALYZE).update();
        return jdbc.sql("""
                        with twice as (
                            select scope, content from register.staged_record
                            where processing_id = :processing and role = 'subject' and usable
                            group by scope, content having count(*) > 1),
                        alike as (
                            select row_seq, scope, content from register.staged_record join twice using (scope, content)
                            where processing_id = :processing and role = 'subject' and usable),
                        delivered as (
                            select a.row_seq, a.scope, a.content, r.sheet, r.cells::text as texts
                            from alike a
                            join intake.row r on r.processing_id = :processing and r.row_seq = a.row_seq),
                        repeated as (
                            select row_seq from (
                                select row_seq,
                                       row_number() over (partition by scope, content, sheet, texts order by row_seq) as place
                                from delivered) counted
                            where place > 1),
                        marked as (
                            update intake.row r set verdict = 'duplicate' from repeated d
                            where r.processing_id = :processing and r.row_seq = d.row_seq
                            returning r.row_seq)
                        delete from register.staged_record s using marked m
                        where s.processing_id = :processing and s.row_seq = m.row_seq and s.role = 'subject'
                        """).param("processing", processing).update();
    }

    /** Takes out the related persons of rows whose subject was taken out. */
    public void dropOrphans(long processing) {
        jdbc.sql("""
                        delete from register.staged_record s
                        where s.processing_id = :processing and s.role <> 'subject' and s.role !~ '^[0-9]+$'
                          and not exists (select 1 from register.staged_record o
                                          where o.processing_id = s.processing_id and o.row_seq = s.row_seq
                                            and (o.role = 'subject' or o.role ~ '^[0-9]+$'))
                        """).param("processing", processing).update();
    }

    /** Notes a problem at rows whose trusted number an earlier row of the file has, saying something else. */
    public void noteRepeatedKeys(long processing) {
        jdbc.sql("""
                        insert into intake.row_problem (processing_id, row_seq, code, severity, field, column_index,
                            delivered, message_zh, message_en)
                        select :processing, d.row_seq, 'DUPLICATE_KEY', 'block', null, -1, '',
                               '与本文件' || case when sh.name = '' then '' else '工作表「' || sh.name || '」' end || '第 '
                                   || r.row_number || ' 行是同一记录而内容不同，请核对后只保留一行',
                               'same record as row ' || r.row_number
                                   || case when sh.name = '' then '' else ' of sheet ' || sh.name end
                                   || ' of this file, with other content; keep one'
                        from (select s.row_seq, twice.first_row
                              from (select key1, min(row_seq) as first_row from register.staged_record
                                    where processing_id = :processing and role = 'subject' and key1 is not null
                                    group by key1 having count(*) > 1) twice
                              join register.staged_record s on s.key1 = twice.key1
                              where s.processing_id = :processing and s.role = 'subject') d
                        join intake.row r on r.processing_id = :processing and r.row_seq = d.first_row
                        join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet
                        where d.first_row < d.row_seq
                        """).param("processing", processing).update();
    }

    /** Usable records without related persons: as many as accepted rows gave. */
    public long countSubjects(long processing) {
        return jdbc.sql("""
                        select count(*) from register.staged_record
                        where processing_id = ? and usable and (role = 'subject' or role ~ '^[0-9]+$')
                        """).param(processing).query(Long.class).single();
    }
}
