package org.guiyi.audit;

import java.util.ArrayList;
import java.util.List;
import org.guiyi.protection.Keys;
import org.guiyi.protection.Signature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains committed rows of the trail, each seal over the one before it. Rows get their numbers before they commit, so numbers
 * have gaps and a smaller one may appear later: the chain has an order of its own, in which rows are found committed. Writers
 * never wait for it: who finds another sealer at work leaves, and what is left is sealed with the next row or the next start.
 */
@Component
class Sealer {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long LOCK = 0x475541554449L;

    /** A row that commits after so many later ones is sealed at the next start. */
    private static final long WINDOW = 2_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final TransactionTemplate transaction;
    private final Keys keys;
    private final AuditHead head;

    Sealer(JdbcClient jdbc, JdbcTemplate rows, PlatformTransactionManager transactions, Keys keys, AuditHead head) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.keys = keys;
        this.head = head;
    }

    private record Last(long position, byte[] mac) {}

    private record Unsealed(Event event, Signature signature) {}

    /** Seals what a dead process left. */
    @EventListener(ApplicationReadyEvent.class)
    void sealEverything() {
        seal(Long.MAX_VALUE);
    }

    /** Seals what was committed lately. */
    void seal() {
        seal(WINDOW);
    }

    /** A trail that cannot be sealed now is sealed later: what was done stands, and its row is there. */
    private void seal(long window) {
        try {
            Last last = transaction.execute(status -> locked() ? chain(window) : new Last(0, Link.NOTHING));
            if (last.position() > 0) {
                head.write(last.position(), last.mac());
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("rows of the audit trail are not sealed yet; the next row or the next start does it", e);
        }
    }

    private boolean locked() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    private Last chain(long window) {
        Last last = last();
        List<Object[]> seals = new ArrayList<>();
        for (Unsealed row : unsealed(window)) {
            if (!keys.audit().verifies(row.signature(), row.event().message())) {
                LOG.error(
                        "row {} of the audit trail was not written by Guiyi; it is not sealed",
                        row.event().id());
                continue;
            }
            Link link = new Link(
                    last.position() + 1,
                    last.mac(),
                    row.event().id(),
                    row.signature().mac());
            Signature seal = keys.audit().sign(link.message());
            seals.add(new Object[] {link.position(), link.eventId(), seal.keyId(), seal.mac()});
            last = new Last(link.position(), seal.mac());
        }
        rows.batchUpdate("insert into audit.seal (position, event_id, key_id, mac) values (?, ?, ?, ?)", seals);
        return last;
    }

    private Last last() {
        return jdbc.sql("""
                        select position, mac from audit.seal
                        union all select position, mac from audit.horizon
                        order by position desc limit 1
                        """)
                .query((row, number) -> new Last(row.getLong(1), row.getBytes(2)))
                .optional()
                .orElse(new Last(0, Link.NOTHING));
    }

    private List<Unsealed> unsealed(long window) {
        return jdbc.sql("""
                        select e.event_id, e.at, e.actor, e.action, e.object, e.detail, e.key_id as event_key, e.mac as event_mac
                        from audit.event e
                        where e.event_id > (select coalesce(max(event_id), 0) - ? from audit.seal)
                          and not exists (select 1 from audit.seal s where s.event_id = e.event_id)
                        order by e.event_id
                        """)
                .param(window)
                .query((row, number) -> new Unsealed(Event.map(row), Event.signature(row)))
                .list();
    }
}
