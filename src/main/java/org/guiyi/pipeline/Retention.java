package org.guiyi.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.guiyi.audit.AuditRetention;
import org.guiyi.audit.AuditTrail;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.intake.NotUnderstood;
import org.guiyi.intake.RemovedOriginals;
import org.guiyi.intake.RetentionStore;
import org.guiyi.intake.RetentionStore.DueOriginal;
import org.guiyi.protection.NumberVault;
import org.guiyi.reply.KeptReports;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes away what has been kept for as long as {@code jobs/retention.yaml} says. */
@Component
public class Retention {

    private final RunLocks locks;
    private final Settings settings;
    private final RetentionStore store;
    private final RemovedOriginals originals;
    private final NotUnderstood notUnderstood;
    private final RequestCopies requests;
    private final KeptReports reports;
    private final AuditRetention trail;
    private final AuditTrail audit;
    private final RunLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final NumberVault vault;

    Retention(
            RunLocks locks,
            Settings settings,
            RetentionStore store,
            RemovedOriginals originals,
            NotUnderstood notUnderstood,
            RequestCopies requests,
            KeptReports reports,
            AuditRetention trail,
            AuditTrail audit,
            RunLog log,
            TransactionTemplate transaction,
            Clock clock,
            NumberVault vault) {
        this.locks = locks;
        this.settings = settings;
        this.store = store;
        this.originals = originals;
        this.notUnderstood = notUnderstood;
        this.requests = requests;
        this.reports = reports;
        this.trail = trail;
        this.audit = audit;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
        this.vault = vault;
    }

    /** How much is due, or was taken away. */
    public record Due(
            long originals,
            long originalBytes,
            long rejectedRows,
            long notUnderstood,
            long requests,
            long reports,
            long auditRows) {}

    /** @throws DefinitionFaultsException with every fault of {@code jobs/retention.yaml} */
    public RetentionTerms terms() {
        return RetentionTerms.read(settings.jobs());
    }

    /** What would be taken away now. */
    public Due preview() {
        RetentionTerms terms = terms();
        List<DueOriginal> due = store.originalsBefore(before(terms.originalsDays()));
        return new Due(
                due.size(),
                due.stream().mapToLong(DueOriginal::bytes).sum(),
                store.countRejectedRowsBefore(before(terms.rejectedRowsDays())),
                notUnderstood.before(day(terms.notUnderstoodDays())).size(),
                requests.overBefore(before(terms.originalsDays())).size(),
                reports.before(settings.home(), day(terms.reportsDays())).size(),
                trail.countBefore(years(terms)));
    }

    /** Takes it away; empty when another run is at work. */
    public Optional<Due> apply() {
        Optional<RunLocks.Held> lock = locks.tryTake();
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (RunLocks.Held held = lock.get();
                RunLog.Entry entry = log.begin("retention")) {
            Due done = apply(terms());
            entry.ends(true, OptionalInt.empty());
            return Optional.of(done);
        }
    }

    private Due apply(RetentionTerms terms) {
        List<DueOriginal> due = store.originalsBefore(before(terms.originalsDays()));
        due.forEach(original -> originals.remove(original.sha256(), RemovedOriginals.Why.RETENTION));
        long folders = notUnderstood.removeBefore(day(terms.notUnderstoodDays()));
        long requested = requests.removeOverBefore(before(terms.originalsDays()));
        long reported = reports.removeBefore(settings.home(), day(terms.reportsDays()));
        return transaction.execute(status -> {
            Due done = new Due(
                    due.size(),
                    due.stream().mapToLong(DueOriginal::bytes).sum(),
                    store.emptyRejectedRowsBefore(before(terms.rejectedRowsDays())),
                    folders,
                    requested,
                    reported,
                    trail.pruneBefore(years(terms)));
            vault.removeUnused();
            audit.note("retention", terms.toString(), done.toString());
            return done;
        });
    }

    private Instant before(int days) {
        return clock.instant().minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate day(int days) {
        return LocalDate.ofInstant(before(days), ZoneOffset.UTC);
    }

    private Instant years(RetentionTerms terms) {
        return clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minusYears(terms.auditYears())
                .toInstant()
                .truncatedTo(ChronoUnit.MICROS);
    }
}
