package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A night that is killed and started again comes to the same as one that was never interrupted (RELIABILITY
 * R1, R2), and a harness that could not notice would show (R14). The seed is printed; {@code -Dguiyi.seed} repeats it,
 * {@code -Dguiyi.kills} asks for more.
 */
@Tag("durability")
class KillTests {

    private static final List<String> STEPS = List.of("stage", "check", "fold", "match", "publish");

    private static final List<String> PLACES = List.of(
            "receive:end",
            "stage:copied",
            "stage:copied#8",
            "stage:end",
            "check:end",
            "fold:end",
            "match:end",
            "publish:before-commit",
            "publish:committed",
            "publish:end",
            "night:published");

    private static final int STRIDE = Integer.getInteger("guiyi.stride", 60);
    /** A recovery from a death late in the night has hardly more commits. */
    private static final int EARLY = 40;

    private static final int KILLS = Integer.getInteger("guiyi.kills", 30);

    private static final TwoNights NIGHTS = TwoNights.prepared();
    private static final Together TOGETHER = new Together();

    @BeforeAll
    static void saysWhatTheNightIs() {
        print(
                "an uninterrupted night takes %.1f s, its longest steps %s; its files: %s",
                NIGHTS.seconds(), NIGHTS.stepSeconds(), NIGHTS.states());
    }

    @AfterAll
    static void stops() {
        TOGETHER.close();
    }

    @Test
    void survivesADeathAtEveryStepBoundary() throws Exception {
        long start = System.nanoTime();
        assertThat(TOGETHER.all(PLACES.stream()
                        .map(place -> (Callable<String>) () -> diesAt(place))
                        .toList()))
                .isEmpty();
        print("%d deaths at step boundaries in %d s", 2 * PLACES.size(), secondsSince(start));
    }

    /**
     * What a database shows changes with a commit and at no other time: a death after each of them is a death in every state.
     * Every stride-th is tried, {@code -Dguiyi.stride=1} takes them all, {@code -Dguiyi.from} begins later; the recovery dies
     * once, too.
     */
    @Test
    void survivesADeathAfterAnyCommit() throws Exception {
        long seed = Long.getLong("guiyi.seed", ThreadLocalRandom.current().nextLong(1_000_000));
        long start = System.nanoTime();
        AtomicInteger deaths = new AtomicInteger();
        AtomicBoolean ended = new AtomicBoolean();
        int commit = Integer.getInteger("guiyi.from", 1 + new Random(seed).nextInt(STRIDE));
        while (!ended.get()) {
            List<Callable<String>> round = new ArrayList<>();
            for (int i = 0; i < 2; i++, commit += STRIDE) {
                int number = commit;
                round.add(() -> diesAfterCommit(number, new Random(seed + number), deaths, ended));
            }
            assertThat(TOGETHER.all(round)).as("seed " + seed).isEmpty();
        }
        print("%d deaths after commits, stride %d, in %d s, seed %d", deaths.get(), STRIDE, secondsSince(start), seed);
        assertThat(deaths).hasPositiveValue();
    }

    @Test
    void survivesDeathsAtRandomMoments() throws Exception {
        long seed = Long.getLong("guiyi.seed", ThreadLocalRandom.current().nextLong(1_000_000));
        print("seed %d", seed);
        long start = System.nanoTime();
        Deaths deaths = new Deaths();
        int cycle = 0;
        while (deaths.count() < KILLS || !deaths.steps().containsAll(STEPS)) {
            assertThat(cycle).as("cycles without the deaths wanted: %s", deaths).isLessThan(KILLS * 2);
            List<Callable<String>> round = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Random random = new Random(seed + cycle);
                String step = STEPS.get(cycle++ % STEPS.size());
                round.add(() -> diesThrice(random, step, deaths));
            }
            assertThat(TOGETHER.all(round)).as("seed " + seed).isEmpty();
        }
        print("%d deaths at random moments in %d s, by step: %s", deaths.count(), secondsSince(start), deaths);
    }

    @Test
    void doesOneNightHoweverManyAreStartedTogether() {
        Cycle cycle = Cycle.of(NIGHTS);
        List<ChildApplication.Running> all = new ArrayList<>();
        for (int instance = 0; instance < 5; instance++) {
            all.add(cycle.start());
        }
        assertThat(all).extracting(ChildApplication.Running::await).allMatch(exit -> exit <= 1);
        assertThat(cycle.runToTheEnd("five at once")).isEmpty();
    }

    @Test
    void goesRedForEveryPlantedBug() throws Exception {
        List<Callable<String>> unnoticed = PlantedBug.ALL.stream()
                .map(bug -> (Callable<String>) () -> notices(bug) ? "" : "nobody noticed that " + bug.name())
                .toList();
        assertThat(TOGETHER.all(unnoticed)).isEmpty();
    }

    /**
     * Dies there, and once more when the recovery has published: it may have had nothing left to publish.
     *
     * @return what is wrong afterwards; empty, if all is well
     */
    private static String diesAt(String place) {
        Cycle cycle = Cycle.of(NIGHTS);
        for (String next : List.of(place, "night:published")) {
            String alive = cycle.dieAt(next, NIGHTS.night());
            if (!alive.isEmpty()) {
                return alive;
            }
        }
        return cycle.runToTheEnd(place);
    }

    private static String diesAfterCommit(int number, Random random, AtomicInteger deaths, AtomicBoolean ended) {
        Cycle cycle = Cycle.of(NIGHTS);
        if (!cycle.dieAfterCommit(number)) {
            ended.set(true);
        } else {
            deaths.incrementAndGet();
            int within = random.nextBoolean() ? EARLY : number + STRIDE;
            if (cycle.dieAfterCommit(1 + random.nextInt(within))) {
                deaths.incrementAndGet();
            }
        }
        return cycle.runToTheEnd("after commit " + number);
    }

    /** Within a step that chance picks, within a certain step while it recovers, and at any moment of the whole run. */
    private static String diesThrice(Random random, String step, Deaths deaths) throws InterruptedException {
        Cycle cycle = Cycle.of(NIGHTS);
        DeathWatch watch = new DeathWatch(cycle.database());
        String first = STEPS.get(random.nextInt(STEPS.size()));
        diesWithin(first, cycle, random, watch, deaths);
        diesWithin(step, cycle, random, watch, deaths);
        ChildApplication.Running running = cycle.start();
        sleep((0.4 + 0.6 * random.nextDouble()) * NIGHTS.seconds());
        dies(running, watch, deaths);
        return cycle.runToTheEnd("at random, in " + first + ", in " + step + ", at any moment");
    }

    private static void diesWithin(String step, Cycle cycle, Random random, DeathWatch watch, Deaths deaths)
            throws InterruptedException {
        ChildApplication.Running running = cycle.start();
        if (watch.awaitStep(step, running.process())) {
            sleep(random.nextDouble() * NIGHTS.stepSeconds().getOrDefault(step, 0.0));
        }
        dies(running, watch, deaths);
    }

    private static void dies(ChildApplication.Running running, DeathWatch watch, Deaths deaths) {
        if (running.kill()) {
            deaths.note(watch.stepAtDeath());
        }
    }

    private static boolean notices(PlantedBug bug) {
        Cycle cycle = Cycle.of(NIGHTS);
        bug.into(cycle.database());
        if (!bug.place().isEmpty()) {
            assertThat(cycle.dieAt(bug.place(), NIGHTS.night())).isEmpty();
        }
        String noticed = cycle.runToTheEnd(bug.name());
        print("%s", noticed.lines().findFirst().orElse("NOT NOTICED: " + bug.name()));
        return !noticed.isEmpty();
    }

    private static void sleep(double seconds) throws InterruptedException {
        TimeUnit.MICROSECONDS.sleep((long) (seconds * 1e6));
    }

    private static long secondsSince(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.println("durability: " + String.format(format, values));
    }
}
