package org.guiyi.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One embedded PostgreSQL for all tests of a JVM; every test gets a migrated database of its own. */
public final class TestDatabase {

    /** The role that works on the tables, and the one that owns them. */
    public static final String APPLICATION = "guiyi";

    public static final String OWNER = "guiyi_owner";

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** A fresh, migrated database, as the application reaches it. */
    public static DataSource create() {
        String name = "t" + NUMBER.incrementAndGet();
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name + " template migrated owner " + OWNER)
                .update();
        return SERVER.getDatabase(APPLICATION, name);
    }

    /** The database of an address as the administrator of its server reaches it. */
    public static DataSource administered(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser("postgres");
        return source;
    }

    /** The address of a fresh, migrated database, for whole applications. */
    public static DatabaseAddress address() {
        String url = ((PGSimpleDataSource) create()).getURL();
        return new DatabaseAddress(url, APPLICATION, "", OWNER, "");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    .start();
            JdbcClient administration = JdbcClient.create(server.getPostgresDatabase());
            administration.sql("create role " + OWNER + " login").update();
            administration.sql("create role " + APPLICATION + " login").update();
            administration.sql("create database migrated owner " + OWNER).update();
            String url = ((PGSimpleDataSource) server.getDatabase(OWNER, "migrated")).getURL();
            Schema.migrate(new DatabaseAddress(url, APPLICATION, "", OWNER, ""));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
