package org.guiyi.pipeline;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.guiyi.erasure.ErasureStore;
import org.guiyi.erasure.ErasureStore.Begun;
import org.guiyi.erasure.ErasureStore.Order;
import org.guiyi.erasure.ErasureStore.Reach;
import org.guiyi.intake.RemovedOriginals;
import org.guiyi.protection.NumberVault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases a person by order. The rows are emptied and tombstones left in one transaction; then everything is computed afresh and
 * published without the person, and what former publications knew is taken out. Interrupted in between, the next erasure
 * finishes it.
 */
@Component
public class Erasure {

    private final RunLocks locks;
    private final ErasureStore store;
    private final RemovedOriginals originals;
    private final Publications publications;
    private final Processings processings;
    private final JobRunner runner;
    private final RunLog log;
    private final CurrentProgress progress;
    private final TransactionTemplate transaction;
    private final NumberVault vault;
    private final RequestCopies requests;
    private final Clock clock;

    Erasure(
            RunLocks locks,
            ErasureStore store,
            RemovedOriginals originals,
            Publications publications,
            Processings processings,
            JobRunner runner,
            RunLog log,
            CurrentProgress progress,
            TransactionTemplate transaction,
            NumberVault vault,
            RequestCopies requests,
            Clock clock) {
        this.locks = locks;
        this.store = store;
        this.originals = originals;
        this.publications = publications;
        this.processings = processings;
        this.runner = runner;
        this.log = log;
        this.progress = progress;
        this.transaction = transaction;
        this.vault = vault;
        this.requests = requests;
        this.clock = clock;
    }

    /** What an order would reach; nothing is changed. */
    public Reach preview(long personId) {
        return transaction.execute(status -> store.reach(personId));
    }

    /** Carries an order out; empty when another run is at work. */
    public Optional<Reach> erase(Order order) {
        return locked("erase", () -> {
            Reach reach = transaction.execute(status -> store.begin(order));
            FaultPoint.reach("erase:begun");
            finish();
            return reach;
        });
    }

    /** Finishes what a dead process had begun. @return the numbers of the orders that are carried out by that */
    public List<String> finishInterrupted() {
        return store.begun().isEmpty()
                ? List.of()
                : locked("erase", this::finish).orElse(List.of());
    }

    private List<String> finish() {
        List<Begun> begun = store.begun();
        publications.rebuild(PublicationStation.Watch.NOT);
        publications.close();
        begun.forEach(erasure -> {
            if (!erasure.keepOriginals()) {
                erasure.originals().forEach(sha256 -> originals.remove(sha256, RemovedOriginals.Why.ERASURE));
                requests.removeOverBefore(clock.instant());
                originals.ofNoDelivery().forEach(sha256 -> originals.remove(sha256, RemovedOriginals.Why.ERASURE));
            }
            transaction.executeWithoutResult(status -> {
                store.finish(erasure);
                vault.removeUnused();
            });
        });
        return begun.stream().map(Begun::order).toList();
    }

    private <T> Optional<T> locked(String cause, java.util.function.Supplier<T> work) {
        Optional<RunLocks.Held> lock = locks.tryTake();
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (RunLocks.Held held = lock.get()) {
            progress.silence();
            runner.recover();
            processings.discardPreviews();
            try (RunLog.Entry entry = log.begin(cause)) {
                progress.begin(entry.id(), NightProgress.SILENT);
                T done = work.get();
                entry.ends(true, OptionalInt.empty());
                return Optional.of(done);
            }
        }
    }
}
