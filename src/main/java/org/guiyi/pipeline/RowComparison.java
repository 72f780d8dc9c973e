package org.guiyi.pipeline;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.RowBalance;
import org.guiyi.pipeline.RowChanges.ProblemChange;
import org.guiyi.pipeline.RowChanges.RowChange;
import org.guiyi.pipeline.RowChanges.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares two processings of one file, row by row. */
@Component
class RowComparison {

    private static final String BOTH = """
            from (select * from intake.row where processing_id = :before) b
            full join (select * from intake.row where processing_id = :after) a using (row_seq)
            where b.verdict is distinct from a.verdict
            """;

    private static final String TURNS = """
            select coalesce(b.verdict, 'absent') as was, coalesce(a.verdict, 'absent') as is_now, count(*) as rows
            """ + BOTH + " group by 1, 2 order by 3 desc, 1, 2";

    private static final String ROWS = """
            select coalesce(
                     (select name from intake.sheet where processing_id = :after and sheet = a.sheet),
                     (select name from intake.sheet where processing_id = :before and sheet = b.sheet)) as sheet,
                   coalesce(a.row_number, b.row_number) as row_number,
                   coalesce(b.verdict, 'absent') as was, coalesce(a.verdict, 'absent') as is_now,
                   array(select distinct code from intake.row_problem
                         where processing_id = :before and row_seq = b.row_seq order by 1) as codes_before,
                   array(select distinct code from intake.row_problem
                         where processing_id = :after and row_seq = a.row_seq order by 1) as codes_after
            """ + BOTH + " order by row_seq limit " + RowChanges.MOST;

    private static final String PROBLEMS = """
            with b as (select row_seq, code, coalesce(field, '') as field, count(*) as n from intake.row_problem
                       where processing_id = :before group by 1, 2, 3),
            a as (select row_seq, code, coalesce(field, '') as field, count(*) as n from intake.row_problem
                  where processing_id = :after group by 1, 2, 3)
            select code, sum(greatest(coalesce(b.n, 0) - coalesce(a.n, 0), 0)) as gone,
                   sum(greatest(coalesce(a.n, 0) - coalesce(b.n, 0), 0)) as come
            from b full join a using (row_seq, code, field)
            where b.n is distinct from a.n group by code order by code
            """;

    private static final String RECORDS = """
            select count(*) filter (where (b.key1, b.key2, b.key3, b.key4)
                                          is distinct from (a.key1, a.key2, a.key3, a.key4)) as keys,
                   count(*) filter (where b.content is distinct from a.content) as contents
            from (select * from register.staged_record where processing_id = :before and usable) b
            full join (select * from register.staged_record where processing_id = :after and usable) a
              using (row_seq, role)
            """;

    private final JdbcClient jdbc;
    private final ProcessingStore processings;

    RowComparison(JdbcClient jdbc, ProcessingStore processings) {
        this.jdbc = jdbc;
        this.processings = processings;
    }

    RowChanges between(long before, long after) {
        long[] records = query(RECORDS, before, after)
                .query((row, number) -> new long[] {row.getLong("keys"), row.getLong("contents")})
                .single();
        return new RowChanges(
                ledger(before),
                ledger(after),
                query(TURNS, before, after)
                        .query((row, number) ->
                                new Turn(row.getString("was"), row.getString("is_now"), row.getLong("rows")))
                        .list(),
                query(ROWS, before, after).query(RowComparison::change).list(),
                query(PROBLEMS, before, after)
                        .query((row, number) ->
                                new ProblemChange(row.getString("code"), row.getLong("gone"), row.getLong("come")))
                        .list(),
                records[0],
                records[1]);
    }

    private RowBalance ledger(long processing) {
        return processings.get(processing).rows().orElse(RowBalance.NONE);
    }

    private JdbcClient.StatementSpec query(String sql, long before, long after) {
        return jdbc.sql(sql).param("before", before).param("after", after);
    }

    private static RowChange change(ResultSet row, int number) throws SQLException {
        return new RowChange(
                row.getString("sheet"),
                row.getInt("row_number"),
                row.getString("was"),
                row.getString("is_now"),
                codes(row.getArray("codes_before")),
                codes(row.getArray("codes_after")));
    }

    private static List<String> codes(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
