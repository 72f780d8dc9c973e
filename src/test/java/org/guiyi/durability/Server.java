package org.guiyi.durability;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.TestDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One PostgreSQL for all cycles; each cycle works on a copy of a database of its own. */
final class Server {

    private static final AtomicInteger COPIES = new AtomicInteger();

    private final String first = TestDatabase.address().url();

    /** A database of the server. */
    record Database(String url, String name) {

        DataSource source() {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(url);
            source.setUser("postgres");
            return source;
        }

        JdbcClient jdbc() {
            return JdbcClient.create(source());
        }

        Map<String, String> environment() {
            return Map.of("GUIYI_DB_URL", url, "GUIYI_DB_USER", TestDatabase.APPLICATION);
        }

        /** Job and step executions that say that they are still at work, or do not know how they ended. */
        long unfinished() {
            return jdbc().sql("""
                            select count(*) from (
                                select status from batch.batch_job_execution
                                union all select status from batch.batch_step_execution) executions
                            where status not in ('COMPLETED', 'FAILED', 'ABANDONED', 'STOPPED')
                            """).query(Long.class).single();
        }

        /** The receipt numbers of what was published, refused or held. */
        List<String> receipts() {
            return jdbc().sql("""
                            select receipt_no from intake.submission where state in ('published', 'refused', 'held') order by 1
                            """).query(String.class).list();
        }

        /** What the invariants find wrong. */
        List<String> violations() {
            return jdbc().sql("select invariant || ': ' || detail from audit.violation order by 1")
                    .query(String.class)
                    .list();
        }
    }

    Database fresh() {
        DatabaseAddress address = TestDatabase.address();
        return new Database(address.url(), name(address.url()));
    }

    /** A copy of a database at which nobody is at work. */
    Database copy(Database original) {
        String name = "cycle" + COPIES.incrementAndGet();
        synchronized (this) {
            administration()
                    .sql("create database " + name + " template " + original.name())
                    .update();
        }
        return new Database(original.url().replace("/" + original.name(), "/" + name), name);
    }

    void drop(Database database) {
        administration()
                .sql("drop database " + database.name() + " with (force)")
                .update();
    }

    private JdbcClient administration() {
        return new Database(first.replace("/" + name(first), "/postgres"), "postgres").jdbc();
    }

    private static String name(String url) {
        int start = url.lastIndexOf('/') + 1;
        int end = url.indexOf('?');
        return url.substring(start, end < 0 ? url.length() : end);
    }
}
