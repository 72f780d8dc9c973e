package org.guiyi.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One {@code COPY … FROM STDIN} on one connection; {@link #finish} ends it and tells the rows that arrived, closing it before
 * cancels it.
 */
public final class CopyStream implements AutoCloseable {

    private final CopyIn copy;

    private CopyStream(CopyIn copy) {
        this.copy = copy;
    }

    /** Begins the COPY of the named columns, e.g. {@code "intake.row (processing_id, row_seq)"}. */
    public static CopyStream into(Connection connection, String tableAndColumns) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        return new CopyStream(postgres.getCopyAPI().copyIn("copy " + tableAndColumns + " from stdin"));
    }

    public void write(CopyRows rows) throws SQLException {
        copy.writeToCopy(rows.buffer(), 0, rows.length());
    }

    public long finish() throws SQLException {
        return copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
