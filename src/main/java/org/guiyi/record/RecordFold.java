package org.guiyi.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies processings to the records and takes them back, set-based and pending under the number of the next publication.
 *
 * <p>A row finds its record by the strongest key alias that leads to exactly one; a number alone leads nowhere when the two
 * names have nothing in common. Rows that find none found new records; several rows of one delivery for one record are one
 * record and its conflicts.
 */
@Component
public class RecordFold {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RecordFold(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Why a processing is not let in. */
    public record Hold(String zh, String en) {}

    /** What came of applying a processing: its effects, and a hold if the guard raised one and nothing was written. */
    public record Applied(Effects effects, Optional<Hold> hold) {}

    /** Gives the planner figures about everything that was staged since. */
    public void prepare() {
        jdbc.sql("analyze intake.row, intake.sheet, intake.processing, intake.submission, register.staged_record")
                .update();
    }

    /** Takes the versions of these processings back and puts the records' heads where they stood before them. */
    public void retire(List<ProcessingPosition> positions, long publication) {
        if (positions.isEmpty()) {
            return;
        }
        Long[] processings =
                positions.stream().map(ProcessingPosition::processingId).toArray(Long[]::new);
        transaction.executeWithoutResult(status -> {
            run(RetireSql.AFFECTED, processings, publication);
            RetireSql.STEPS.forEach(sql -> run(sql, processings, publication));
        });
    }

    /** Applies one processing, unless the guard holds it after seeing its effects. */
    public Applied apply(ProcessingPosition position, long publication, Function<Effects, Optional<Hold>> guard) {
        return transaction.execute(status -> {
            resolve(position, publication);
            Effects effects = effects(position);
            Optional<Hold> hold = guard.apply(effects);
            if (hold.isEmpty()) {
                ApplySql.WRITE.forEach(sql -> run(sql, position, publication));
            }
            return new Applied(effects, hold);
        });
    }

    private void resolve(ProcessingPosition position, long publication) {
        ResolveSql.CREATE.forEach(sql -> jdbc.sql(sql).update());
        ResolveSql.DELIVERED.forEach(sql -> run(sql, position, publication));
        run(ResolveSql.BY_NUMBER, position, publication);
        jdbc.sql("analyze resolved").update();
        for (int strength = 2; strength <= 3; strength++) {
            run(ResolveSql.byWeakerKey(strength), position, publication);
        }
        run(ResolveSql.BY_COMMON_KEY, position, publication);
        run(ResolveSql.FRESH, position, publication);
        jdbc.sql("analyze resolved, fresh").update();
        run(ResolveSql.LED_BY_NUMBER, position, publication);
        for (int strength = 2; strength <= 3; strength++) {
            run(ResolveSql.ledByWeakerKey(strength), position, publication);
        }
        jdbc.sql("analyze led").update();
        ResolveSql.FINISH.forEach(sql -> run(sql, position, publication));
        if (position.coverage() == ProcessingPosition.Coverage.WHOLE_SCOPE) {
            ResolveSql.ABSENT.forEach(sql -> run(sql, position, publication));
        }
    }

    private Effects effects(ProcessingPosition position) {
        return jdbc.sql(ResolveSql.EFFECTS)
                .param("feed", position.feed())
                .param("scopes", position.scopes().toArray(String[]::new))
                .query((row, number) -> new Effects(
                        row.getLong("produced"),
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("conflicting"),
                        row.getLong("present_before"),
                        row.getLong("gone"),
                        row.getLong("unconfirmed"),
                        row.getDouble("worst_departures")))
                .single();
    }

    private void run(String sql, ProcessingPosition position, long publication) {
        jdbc.sql(sql)
                .param("processing", position.processingId())
                .param("feed", position.feed())
                .param("scopes", position.scopes().toArray(String[]::new))
                .param("publication", publication)
                .update();
    }

    private void run(String sql, Long[] processings, long publication) {
        jdbc.sql(sql)
                .param("processings", processings)
                .param("publication", publication)
                .update();
    }
}
