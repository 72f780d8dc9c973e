package org.guiyi.audit;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes who did what to which thing, in the transaction that does it. Never a person's data. */
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param action a verb: receive, stage, hold, publish, withdraw …
     * @param object what it happened to, e.g. a receipt number
     */
    public void note(String action, String object, String detail) {
        jdbc.sql("insert into audit.event (at, actor, action, object, detail) values (?, ?, ?, ?, ?)")
                .params(Timestamp.from(clock.instant()), actor(), action, object, detail)
                .update();
    }

    private static String actor() {
        return System.getProperty("user.name", "unknown");
    }
}
