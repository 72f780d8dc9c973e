package org.guiyi.person;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.guiyi.database.CopyRows;
import org.guiyi.database.CopyStream;
import org.guiyi.matching.Linkage;
import org.guiyi.matching.Records;
import org.guiyi.protection.NumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the blocking keys of all records, so that a night finds whom to compare its new ones with. */
@Component
class MatchKeys {

    private static final int FLUSH = 1 << 20;

    private final JdbcClient jdbc;
    private final DataSource database;
    private final NumberVault vault;

    MatchKeys(JdbcClient jdbc, DataSource database, NumberVault vault) {
        this.jdbc = jdbc;
        this.database = database;
        this.vault = vault;
    }

    /** Whether the keys are complete in the published state, under some basis. */
    boolean complete(String basis) {
        return jdbc.sql("""
                        select exists (select 1 from register.match_key_state
                                       where basis = ? and publication <= register.published())
                        """).param(basis).query(Boolean.class).single();
    }

    /** Replaces all keys. They count from the publication on: a run that comes to nothing leaves none that do. */
    void replace(Linkage linkage, Records records, String basis, long publication) {
        jdbc.sql("truncate register.match_key, register.match_key_state").update();
        write("register.match_key", linkage, records);
        jdbc.sql("analyze register.match_key").update();
        jdbc.sql("insert into register.match_key_state values (?, ?)")
                .params(publication, basis)
                .update();
    }

    /** The keys of the records whose pairs are sought. */
    void seek(Linkage linkage, Records records) {
        jdbc.sql("truncate register.match_sought_key").update();
        write("register.match_sought_key", linkage, records);
    }

    private void write(String table, Linkage linkage, Records records) {
        try (Connection connection = database.getConnection();
                CopyStream stream = CopyStream.into(connection, table)) {
            CopyRows lines = new CopyRows(FLUSH);
            linkage.keys(records, (record, key) -> {
                lines.number(vault.blind(key)).number(record).endRow();
                if (lines.length() > FLUSH) {
                    flush(stream, lines);
                }
            });
            flush(stream, lines);
            stream.finish();
        } catch (SQLException e) {
            throw failed(table, e);
        }
    }

    private static void flush(CopyStream stream, CopyRows lines) {
        try {
            stream.write(lines);
            lines.clear();
        } catch (SQLException e) {
            throw failed("register.match_key", e);
        }
    }

    private static IllegalStateException failed(String table, SQLException cause) {
        return new IllegalStateException("copying into " + table + " failed", cause);
    }
}
