package org.guiyi.doctor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.pipeline.RunLocks;
import org.guiyi.pipeline.Settings;
import org.guiyi.schedule.Schedule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks everything over; changes nothing and keeps nobody waiting. */
@Component
public class Doctor {

    /** Less free space than this, in bytes, needs attention. */
    private static final long ENOUGH_DISK = 2L << 30;

    private final InvariantCheck invariants;
    private final DeliveryCheck deliveries;
    private final GroundCheck ground;
    private final ArchiveCheck originals;
    private final Schedule schedule;
    private final RunLocks locks;

    Doctor(
            JdbcClient jdbc,
            FeedDefinitions feeds,
            OriginalArchive archive,
            Settings settings,
            Clock clock,
            Schedule schedule,
            RunLocks locks) {
        this.invariants = new InvariantCheck(jdbc);
        this.deliveries = new DeliveryCheck(
                jdbc, feeds.all().stream().map(feed -> feed.id().value()).toList());
        this.ground = new GroundCheck(jdbc, clock, settings.home(), ENOUGH_DISK);
        this.originals = new ArchiveCheck(jdbc, archive);
        this.schedule = schedule;
        this.locks = locks;
    }

    /** @param today the day by which deliveries are late */
    public Diagnosis examine(LocalDate today) {
        Diagnosis.Builder betweenRuns = new Diagnosis.Builder();
        boolean atWork = locks.isTaken();
        if (!atWork) {
            invariants.look(betweenRuns);
            atWork = locks.isTaken();
        }
        Diagnosis.Builder diagnosis = atWork ? new Diagnosis.Builder() : betweenRuns;
        deliveries.look(diagnosis);
        late(today, diagnosis);
        originals.look(diagnosis);
        ground.look(diagnosis);
        return diagnosis.build(atWork);
    }

    private void late(LocalDate today, Diagnosis.Builder diagnosis) {
        List<String> late = schedule.lateOn(today).stream()
                .map(each ->
                        each.feed() + each.scope().map(scope -> " " + scope).orElse("") + " " + each.period())
                .toList();
        diagnosis.add(
                "late",
                new Bilingual("迟报", "deliveries that are late"),
                late,
                new Bilingual(
                        "催报，或改 jobs/nightly.yaml 的应报日历",
                        "remind the bureau, or mend the calendar in jobs/nightly.yaml"));
    }
}
