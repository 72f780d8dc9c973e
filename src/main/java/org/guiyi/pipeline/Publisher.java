package org.guiyi.pipeline;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.guiyi.audit.AuditTrail;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.person.Warehouse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a computed publication visible in one transaction, under a lock and fenced by the number it was computed from: a run
 * that was overtaken publishes nothing.
 */
@Component
class Publisher {

    private static final long LOCK = 0x6775697969L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Warehouse warehouse;
    private final SubmissionStore submissions;
    private final ProcessingStore processings;
    private final Consequences consequences;
    private final AuditTrail audit;
    private final Clock clock;

    Publisher(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Warehouse warehouse,
            SubmissionStore submissions,
            ProcessingStore processings,
            Consequences consequences,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.warehouse = warehouse;
        this.submissions = submissions;
        this.processings = processings;
        this.consequences = consequences;
        this.audit = audit;
        this.clock = clock;
    }

    void publish(long publication, PublicationStation.Computed computed, String cause) {
        transaction.executeWithoutResult(status -> write(publication, computed, cause));
    }

    /** Publishes, and tells what that did to persons and facts. */
    Consequences.Found publishWatched(long publication, PublicationStation.Computed computed, String cause) {
        return transaction.execute(status -> watched(publication, computed, cause));
    }

    /**
     * Tells what publishing would do; everything it writes is rolled back.
     *
     * @param look sees what was published, before it is
     */
    Consequences.Found tryOut(long publication, PublicationStation.Computed computed, Runnable look) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            Consequences.Found found = watched(publication, computed, "preview").triedOut();
            look.run();
            return found;
        });
    }

    private Consequences.Found watched(long publication, PublicationStation.Computed computed, String cause) {
        consequences.before();
        write(publication, computed, cause);
        return consequences.after(publication);
    }

    private void write(long publication, PublicationStation.Computed computed, String cause) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
        fence(publication);
        guardAgainstLostWork(publication, computed.touched());
        ChangeSet change = computed.change();
        FoldStation.Folded folded = computed.folded();
        change.withdraw().forEach(this::withdraw);
        change.add().stream()
                .filter(processing -> !folded.holds().containsKey(processing))
                .forEach(this::makeEffective);
        folded.effects().forEach((processing, effects) -> processings.setRecords(processing, effects.balance()));
        long persons = warehouse.publish(publication);
        jdbc.sql("""
                            insert into register.publication
                                (publication, computed_from, published_at, cause, records, persons)
                            values (?, ?, ?, ?, ?, ?)
                            """)
                .params(
                        publication,
                        publication - 1,
                        Timestamp.from(clock.instant()),
                        cause,
                        computed.outcome().records(),
                        persons)
                .update();
        audit.note("publish", "publication " + publication, cause);
        FaultPoint.reach("publish:before-commit");
    }

    /** Keeps what a guard held out of the next publication until an admin has looked at it. */
    void hold(Map<Long, Bilingual> holds) {
        holds.forEach((processing, why) -> transaction.executeWithoutResult(status -> {
            processings.hold(processing, why);
            Submission submission = submissions.get(processings.get(processing).submissionId());
            if (submission.state() != SubmissionState.PUBLISHED) {
                submissions.setState(submission.id(), SubmissionState.HELD, Optional.of(why));
            }
            audit.note("hold", submission.receipt().value(), why.en());
        }));
    }

    private void fence(long publication) {
        long published =
                jdbc.sql("select register.published()").query(Long.class).single();
        if (published != publication - 1) {
            throw new IllegalStateException("publication " + publication + " was computed from " + (publication - 1)
                    + " but " + published + " is published; nothing is written, the next run computes it again");
        }
    }

    /** What was computed lies in unlogged tables, which a crash of the database empties. */
    private void guardAgainstLostWork(long publication, long touched) {
        long left = jdbc.sql("select count(*) from register.touched_person")
                .query(Long.class)
                .single();
        if (left != touched) {
            throw new IllegalStateException("publication " + publication + " touches " + touched + " persons but only "
                    + left + " are left of them, the database has crashed meanwhile; the next run computes it again");
        }
    }

    private void withdraw(long submission) {
        processings.discardAll(submission);
        Optional<Bilingual> replaced =
                submissions.replacedBy(submission).map(by -> new Bilingual("已由 " + by + " 替换", "replaced by " + by));
        submissions.setState(submission, SubmissionState.WITHDRAWN, replaced);
        audit.note(
                "withdraw",
                submissions.get(submission).receipt().value(),
                replaced.map(Bilingual::en).orElse(""));
    }

    private void makeEffective(long processing) {
        long submission = processings.get(processing).submissionId();
        jdbc.sql("update intake.processing set state = 'replaced' where submission_id = ? and state = 'effective'")
                .param(submission)
                .update();
        processings.discardBefore(processing);
        processings.setState(processing, "effective");
        processings.show(processing);
        submissions.setState(submission, SubmissionState.PUBLISHED, Optional.empty());
    }
}
