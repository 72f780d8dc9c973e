package org.guiyi.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.guiyi.audit.AuditTrail;
import org.guiyi.protection.NumberVault;
import org.guiyi.protection.NumberVault.Rotated;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts every identity and account number anew with the current key, some thousands in a transaction. What an interrupted
 * rotation came to stays; the next one passes over it.
 */
@Component
public class KeyRotation {

    private final RunLocks locks;
    private final NumberVault vault;
    private final AuditTrail audit;
    private final RunLog log;
    private final RunStop stop;
    private final TransactionTemplate transaction;

    KeyRotation(
            RunLocks locks,
            NumberVault vault,
            AuditTrail audit,
            RunLog log,
            RunStop stop,
            TransactionTemplate transaction) {
        this.locks = locks;
        this.vault = vault;
        this.audit = audit;
        this.log = log;
        this.stop = stop;
        this.transaction = transaction;
    }

    /**
     * What a rotation came to.
     *
     * @param numbers how many there are
     * @param encrypted how many of them were encrypted anew
     * @param needed the names of the keys that are needed from now on
     */
    public record Done(long numbers, long encrypted, List<String> needed) {

        public Done {
            needed = List.copyOf(needed);
        }
    }

    /** Rotates; empty when another run is at work. */
    public Optional<Done> rotate() {
        Optional<RunLocks.Held> lock = locks.tryTake();
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (RunLocks.Held held = lock.get();
                RunLog.Entry entry = log.begin("keys rotate")) {
            Done done = all();
            entry.ends(true, OptionalInt.empty());
            return Optional.of(done);
        }
    }

    private Done all() {
        long seen = 0;
        long encrypted = 0;
        Optional<Rotated> chunk = next("");
        while (chunk.isPresent()) {
            seen += chunk.get().seen();
            encrypted += chunk.get().sealed();
            FaultPoint.reach("keys:chunk");
            stop.check();
            chunk = next(chunk.get().last());
        }
        Done done = new Done(seen, encrypted, settle());
        audit.note("rotate", "numbers", done.toString());
        return done;
    }

    private Optional<Rotated> next(String last) {
        return transaction.execute(status -> vault.rotate(last));
    }

    private List<String> settle() {
        return transaction.execute(status -> vault.settleKeys());
    }
}
