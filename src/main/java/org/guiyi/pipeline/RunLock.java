package org.guiyi.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** At most one run at a time works on a database: a session lock that ends with the process that holds it. */
final class RunLock implements AutoCloseable {

    private static final long KEY = 0x47756979690AL;

    private static final String OWN = """
            insert into batch.run_owner (application) values (current_setting('application_name'))
            on conflict (one) do update set application = excluded.application, taken_at = now()
            """;

    private static final String DISOWN =
            "delete from batch.run_owner where application = current_setting('application_name')";

    /** Whether a connection of the process that held the lock last, and died with it, is still at work; it is told to stop. */
    private static final String END_THE_DEAD = """
            select coalesce(bool_or(pg_terminate_backend(a.pid)), false)
            from pg_stat_activity a join batch.run_owner o on o.application = a.application_name
            where a.datname = current_database() and a.application_name <> current_setting('application_name')
            """;

    private static final int PATIENCE = 100;

    private static final String AT_WORK = """
            select exists (select 1 from pg_locks
                           where locktype = 'advisory' and granted and objsubid = 1
                             and database = (select oid from pg_database where datname = current_database())
                             and (classid::bigint << 32) + objid::bigint = ?)
            """;

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /** Whether somebody holds the lock now. */
    static boolean isTaken(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return ask(connection, AT_WORK);
        } catch (SQLException e) {
            throw new IllegalStateException("nobody can tell whether a run is at work", e);
        }
    }

    /** The lock, or nothing when another run holds it. */
    static Optional<RunLock> tryTake(DataSource database) {
        try {
            Connection connection = database.getConnection();
            try {
                if (ask(connection, "select pg_try_advisory_lock(?)")) {
                    endStatementsOfTheDead(connection);
                    write(connection, OWN);
                    return Optional.of(new RunLock(connection));
                }
                connection.close();
                return Optional.empty();
            } catch (SQLException | RuntimeException e) {
                connection.abort(Runnable::run);
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the run lock cannot be asked for", e);
        }
    }

    /** Whether some process is at work; a run without an end that nobody is at work on has died. */
    static boolean isHeld(JdbcClient jdbc) {
        return jdbc.sql("""
                        select exists (
                            select 1 from pg_locks
                            where locktype = 'advisory' and granted and objsubid = 1
                              and database = (select oid from pg_database where datname = current_database())
                              and (classid::bigint << 32) | objid::bigint = ?)
                        """).param(KEY).query(Boolean.class).single();
    }

    @Override
    public void close() {
        try {
            write(connection, DISOWN);
            ask(connection, "select pg_advisory_unlock(?)");
            connection.close();
        } catch (SQLException e) {
            giveUp();
            throw new IllegalStateException("the run lock cannot be given back; it ended with its connection", e);
        }
    }

    /** A connection that may still hold the lock must not go back to the pool: nobody else could ever take it. */
    private void giveUp() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException("the connection that held the run lock cannot be closed", e);
        }
    }

    /**
     * A killed process leaves its last statements running in the server, and what they write may commit after the next run has
     * cleaned up. They are ended before it begins.
     */
    private static void endStatementsOfTheDead(Connection connection) throws SQLException {
        for (int tries = 0; tries < PATIENCE; tries++) {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(END_THE_DEAD)) {
                if (!result.next() || !result.getBoolean(1)) {
                    return;
                }
            }
            pause();
        }
        throw new IllegalStateException("statements of a dead run do not end; nothing was done, start again later");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the statements of a dead run", e);
        }
    }

    private static void write(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, KEY);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }
}
