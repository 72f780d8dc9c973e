package org.guiyi.audit;

import java.time.Clock;
import org.guiyi.protection.Keys;
import org.guiyi.protection.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Notes who did what to which thing, in the transaction that does it. Never a person's data. Each row is signed when it is
 * written, so that nobody without the key can add or change one, and sealed once it is committed, so that none can be taken out.
 */
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Keys keys;
    private final Sealer sealer;

    AuditTrail(JdbcClient jdbc, Clock clock, Keys keys, Sealer sealer) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = keys;
        this.sealer = sealer;
    }

    /**
     * @param action a verb: receive, stage, hold, publish, withdraw …
     * @param object what it happened to, e.g. a receipt number
     */
    public void note(String action, String object, String detail) {
        Event event = new Event(
                nextId(),
                clock.instant(),
                System.getProperty("user.name", "unknown"),
                readable(action),
                readable(object),
                readable(detail));
        Signature signature = keys.audit().sign(event.message());
        jdbc.sql("""
                        insert into audit.event (event_id, at, actor, action, object, detail, key_id, mac)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        event.id(),
                        event.timestamp(),
                        event.actor(),
                        event.action(),
                        event.object(),
                        event.detail(),
                        signature.keyId(),
                        signature.mac())
                .update();
        sealOnceCommitted();
    }

    private long nextId() {
        return jdbc.sql("select nextval(pg_get_serial_sequence('audit.event', 'event_id'))")
                .query(Long.class)
                .single();
    }

    private void sealOnceCommitted() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            sealer.seal();
            return;
        }
        SealAfterCommit seal = new SealAfterCommit(sealer);
        if (!TransactionSynchronizationManager.getSynchronizations().contains(seal)) {
            TransactionSynchronizationManager.registerSynchronization(seal);
        }
    }

    /** PostgreSQL takes no NUL; what is signed must be what is stored. */
    private static String readable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    /** One for all rows of a transaction. */
    private record SealAfterCommit(Sealer sealer) implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            sealer.seal();
        }
    }
}
