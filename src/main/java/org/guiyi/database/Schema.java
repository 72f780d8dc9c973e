package org.guiyi.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The tables: whoever owns them brings them up to date, anybody else only looks whether they are. */
public final class Schema {

    /** The role may make the schemas, or owns those that are there. */
    private static final String MAY_MIGRATE = """
            select coalesce((select pg_has_role(current_user, nspowner, 'usage') from pg_namespace where nspname = 'intake'),
                            has_database_privilege(current_database(), 'create'))
            """;

    private Schema() {}

    /**
     * What a migration came to.
     *
     * @param version of the schema now
     * @param applied how many steps it took
     */
    public record Migrated(String version, int applied) {}

    /** Migrates as the owner and grants the application's role what it needs. */
    public static Migrated migrate(DatabaseAddress address) {
        Flyway flyway = Flyway.configure()
                .dataSource(address.url(), address.owner(), address.ownerPassword())
                .placeholders(Map.of("application", address.user()))
                .load();
        if (!mayMigrate(flyway)) {
            throw new SchemaBehindException(SchemaBehindException.Why.NOT_THE_OWNER);
        }
        MigrateResult result = flyway.migrate();
        return new Migrated(
                Objects.requireNonNullElse(result.targetSchemaVersion, result.initialSchemaVersion),
                result.migrationsExecuted);
    }

    /**
     * Migrates, if the role may; else looks.
     *
     * @throws SchemaBehindException if the tables are older than this program and only their owner may change them
     */
    public static void bringUpToDate(Flyway flyway) {
        if (mayMigrate(flyway)) {
            flyway.migrate();
            return;
        }
        if (flyway.info().pending().length > 0) {
            throw new SchemaBehindException(SchemaBehindException.Why.PENDING);
        }
        flyway.validate();
    }

    private static boolean mayMigrate(Flyway flyway) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(MAY_MIGRATE)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked who owns its tables", e);
        }
    }
}
