package org.guiyi.pipeline;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps a run from writing that lost the run lock without noticing, for its connection broke or its process stood still, while
 * another run took over. The line of the owner is locked until the transaction ends: nobody takes over in between.
 */
final class RunFence {

    private static final String OWNER = """
            select 1 from batch.run_owner where application = current_setting('application_name') for share
            """;

    private RunFence() {}

    /** @throws SQLException if another run has taken over; nothing more must be written then */
    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet owner = statement.executeQuery(OWNER)) {
            if (!owner.next()) {
                throw new SQLException(
                        "another run has taken over, for this one lost the run lock; it writes nothing more", "57P05");
            }
        }
    }
}
