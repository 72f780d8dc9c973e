package org.guiyi.schedule;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guiyi.schedule.Request.Kind;
import org.guiyi.schedule.Request.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests in the database. */
@Repository
class RequestStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long add(Kind kind, List<String> words) {
        return jdbc.sql("insert into batch.request (kind, words, asked_at) values (?, ?, ?) returning request_id")
                .param(kind.word())
                .param(words.toArray(String[]::new))
                .param(Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** The latest requests, newest first. */
    List<Request> latest(int most) {
        return jdbc.sql("""
                        select request_id, kind, words, asked_at, state, finished_at, result from batch.request
                        order by request_id desc limit ?
                        """).param(most).query(RequestStore::map).list();
    }

    Optional<Request> find(long number) {
        return jdbc.sql("""
                        select request_id, kind, words, asked_at, state, finished_at, result from batch.request
                        where request_id = ?
                        """).param(number).query(RequestStore::map).optional();
    }

    /** Whether a request that was asked for before this one still waits for an instance, or is at work. */
    boolean olderWaits(long number) {
        return jdbc.sql("""
                        select exists (
                            select 1 from batch.request r
                            join batch.scheduled_tasks t on t.task_name = 'request' and t.task_instance = r.request_id::text
                            where r.request_id < ? and r.state in ('queued', 'running'))
                        """).param(number).query(Boolean.class).single();
    }

    /** Moves on a request that stands in one of these states; false, if it stands in none of them. */
    boolean move(long number, State to, State... from) {
        return jdbc.sql("update batch.request set state = ? where request_id = ? and state = any (?)")
                        .param(to.word())
                        .param(number)
                        .param(List.of(from).stream().map(State::word).toArray(String[]::new))
                        .update()
                > 0;
    }

    void end(long number, State state, String result) {
        jdbc.sql("update batch.request set state = ?, finished_at = ?, result = ? where request_id = ?")
                .params(state.word(), Timestamp.from(clock.instant()), result, number)
                .update();
    }

    private static Request map(ResultSet row, int line) throws SQLException {
        Array words = row.getArray("words");
        return new Request(
                row.getLong("request_id"),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                List.of((String[]) words.getArray()),
                row.getTimestamp("asked_at").toInstant(),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("result")));
    }
}
