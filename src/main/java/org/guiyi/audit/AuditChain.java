package org.guiyi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.guiyi.audit.ChainFault.Kind;
import org.guiyi.protection.Keys;
import org.guiyi.protection.Message;
import org.guiyi.protection.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Walks the chain of the trail from its beginning, or from where what had been kept long enough was taken away. */
@Component
public class AuditChain {

    private static final int FETCHED = 2_000;

    private static final String SEALS = """
            select s.position, s.event_id as sealed_id, s.key_id as seal_key, s.mac as seal_mac,
                   e.event_id, e.at, e.actor, e.action, e.object, e.detail, e.key_id as event_key, e.mac as event_mac
            from audit.seal s left join audit.event e on e.event_id = s.event_id
            order by s.position
            """;

    private static final String UNSEALED = """
            select e.event_id, e.at, e.actor, e.action, e.object, e.detail, e.key_id as event_key, e.mac as event_mac
            from audit.event e where not exists (select 1 from audit.seal s where s.event_id = e.event_id)
            order by e.event_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final TransactionTemplate snapshot;
    private final Keys keys;
    private final AuditHead head;

    AuditChain(JdbcClient jdbc, JdbcTemplate rows, PlatformTransactionManager transactions, Keys keys, AuditHead head) {
        this.jdbc = jdbc;
        this.rows = new JdbcTemplate(java.util.Objects.requireNonNull(rows.getDataSource()));
        this.rows.setFetchSize(FETCHED);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.keys = keys;
        this.head = head;
    }

    /**
     * What was found.
     *
     * @param sealed rows that the chain holds
     * @param unsealed rows that are signed but wait for their seal
     * @param head the last seal, to be kept outside of this database
     * @param fault the first thing that is not as it was written
     */
    public record Verdict(long sealed, long unsealed, Optional<AuditHead.Seal> head, Optional<ChainFault> fault) {}

    public Verdict verify() {
        return snapshot.execute(status -> {
            Walk walk = new Walk();
            walk.begin();
            rows.query(SEALS, walk::seal);
            walk.end();
            rows.query(UNSEALED, walk::unsealed);
            return walk.verdict();
        });
    }

    /** One walk; it goes on to the end but keeps the first fault only. */
    private final class Walk {
        private final Optional<AuditHead.Seal> known = head.read();
        private long position;
        private byte[] before = Link.NOTHING;
        private long sealed;
        private long unsealed;
        private boolean headSeen;
        private @Nullable ChainFault fault;

        /** Where the trail begins, if its oldest part was taken away in due time. */
        void begin() {
            rows.query(
                    "select position, mac, until, key_id, signature from audit.horizon order by position desc limit 1",
                    row -> {
                        position = row.getLong("position");
                        before = row.getBytes("mac");
                        Message horizon = Horizon.message(
                                position, before, row.getTimestamp("until").toInstant());
                        if (!keys.audit()
                                .verifies(new Signature(row.getString("key_id"), row.getBytes("signature")), horizon)) {
                            found(Kind.HORIZON_FORGED, 0);
                        }
                        headSeen = known.map(AuditHead.Seal::position).orElse(0L) <= position;
                    });
        }

        void seal(ResultSet row) throws SQLException {
            long expected = position + 1;
            position = row.getLong("position");
            if (position != expected) {
                found(Kind.SEAL_REMOVED, expected);
            }
            long event = row.getLong("sealed_id");
            check(row, event);
            before = row.getBytes("seal_mac");
            meet(known);
            sealed++;
        }

        private void check(ResultSet row, long event) throws SQLException {
            Signature seal = new Signature(row.getString("seal_key"), row.getBytes("seal_mac"));
            if (row.getObject("event_id") == null) {
                found(Kind.EVENT_REMOVED, event);
                return;
            }
            Signature signature = Event.signature(row);
            if (!keys.audit().knows(seal.keyId()) || !keys.audit().knows(signature.keyId())) {
                found(Kind.KEY_UNKNOWN, event);
            } else if (!keys.audit().verifies(signature, Event.map(row).message())) {
                found(Kind.EVENT_CHANGED, event);
            } else if (!keys.audit().verifies(seal, new Link(position, before, event, signature.mac()).message())) {
                found(Kind.SEAL_CHANGED, event);
            }
        }

        private void meet(Optional<AuditHead.Seal> written) {
            if (written.isPresent() && written.get().position() == position) {
                headSeen = true;
                if (!Arrays.equals(HexFormat.of().parseHex(written.get().mac()), before)) {
                    found(Kind.REPLACED, position);
                }
            }
        }

        void end() {
            if (known.isPresent() && !headSeen) {
                found(Kind.CUT_OFF, position + 1);
            }
        }

        void unsealed(ResultSet row) throws SQLException {
            Signature signature = Event.signature(row);
            if (keys.audit().verifies(signature, Event.map(row).message())) {
                unsealed++;
            } else {
                found(Kind.EVENT_INSERTED, row.getLong("event_id"));
            }
        }

        private void found(Kind kind, long where) {
            if (fault == null) {
                fault = new ChainFault(kind, where);
            }
        }

        Verdict verdict() {
            Optional<AuditHead.Seal> last = position == 0
                    ? Optional.empty()
                    : Optional.of(new AuditHead.Seal(position, HexFormat.of().formatHex(before)));
            return new Verdict(sealed, unsealed, last, Optional.ofNullable(fault));
        }
    }

    /** The last seal as the database has it, for reports. */
    public Optional<AuditHead.Seal> head() {
        return jdbc.sql("select position, encode(mac, 'hex') from audit.seal order by position desc limit 1")
                .query((row, number) -> new AuditHead.Seal(row.getLong(1), row.getString(2)))
                .optional();
    }
}
