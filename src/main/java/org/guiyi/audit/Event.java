package org.guiyi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guiyi.protection.Message;
import org.guiyi.protection.Signature;

/** A row of the trail. */
record Event(long id, Instant at, String actor, String action, String object, String detail) {

    Event {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    static Event map(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("event_id"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object"),
                row.getString("detail"));
    }

    static Signature signature(ResultSet row) throws SQLException {
        return new Signature(row.getString("event_key"), row.getBytes("event_mac"));
    }

    Timestamp timestamp() {
        return Timestamp.from(at);
    }

    /** What is signed of it: everything. */
    Message message() {
        return Message.of("event")
                .add(id)
                .add(at.toString())
                .add(actor)
                .add(action)
                .add(object)
                .add(detail);
    }
}
