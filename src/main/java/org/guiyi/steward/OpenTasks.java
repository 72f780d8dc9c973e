package org.guiyi.steward;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what waits for a steward, as it is published. */
@Repository
public class OpenTasks {

    private static final String OPEN = """
            select task_id, kind, subject, detail from steward.task
            where from_publication <= register.published()
              and (to_publication is null or to_publication > register.published())
            """;

    private static final String PLACES = """
            select m.record_id, m.person_id, u.receipt_no, h.feed, sh.name as sheet, r.row_number
            from register.record_head h
            join register.membership m on m.record_id = h.record_id and m.to_publication is null
            join intake.processing p on p.processing_id = h.processing_id
            join intake.submission u on u.submission_id = p.submission_id
            join intake.row r on r.processing_id = h.processing_id and r.row_seq = h.row_seq
            join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet
            where h.to_publication is null and h.record_id = any (cast(:records as bigint[])) order by 1
            """;

    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<OpenTask> all(int limit) {
        return read(jdbc.sql(OPEN + " order by task_id limit :limit").param("limit", limit));
    }

    public List<OpenTask> ofKind(TaskKind kind, int limit) {
        return read(jdbc.sql(OPEN + " and kind = :kind order by task_id limit :limit")
                .param("kind", kind.code())
                .param("limit", limit));
    }

    private List<OpenTask> read(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> {
                    TaskKind kind = TaskKind.of(row.getString("kind")).orElseThrow();
                    return new OpenTask(
                            row.getLong("task_id"),
                            kind,
                            row.getString("detail"),
                            places(records(kind, row.getString("subject"))));
                })
                .list();
    }

    /** Pairs of records are about both; everything else is about the first number. */
    private static List<Long> records(TaskKind kind, String subject) {
        String[] parts = subject.split(":", -1);
        boolean pair = parts.length == 2 && kind != TaskKind.DEATH_TO_CONFIRM;
        return pair ? List.of(Long.valueOf(parts[0]), Long.valueOf(parts[1])) : List.of(Long.valueOf(parts[0]));
    }

    private List<OpenTask.Place> places(List<Long> records) {
        return jdbc.sql(PLACES)
                .param("records", records.toArray(Long[]::new))
                .query((row, number) -> new OpenTask.Place(
                        row.getLong("record_id"),
                        row.getLong("person_id"),
                        row.getString("receipt_no"),
                        row.getString("feed"),
                        row.getString("sheet"),
                        row.getInt("row_number")))
                .list();
    }
}
