package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.guiyi.pipeline.Fingerprint;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night that is killed and started again comes to the same as one that was never interrupted (RELIABILITY R1, R2). The seed
 * is printed; {@code -Dguiyi.durability.seed} repeats it, {@code -Dguiyi.durability.kills} asks for more.
 */
@Tag("durability")
class KillTests {

    private static final List<String> STEPS = List.of("stage", "check", "fold", "match", "publish");

    private static final List<String> PLACES = List.of(
            "receive:end",
            "receive:end#6",
            "stage:begin",
            "stage:begin#3",
            "stage:copied",
            "stage:copied#5",
            "stage:copied#9",
            "stage:end",
            "stage:end#2",
            "stage:end#5",
            "check:begin#4",
            "check:end",
            "check:end#2",
            "check:end#5",
            "fold:begin",
            "fold:end",
            "match:begin",
            "match:end",
            "publish:begin",
            "publish:before-commit",
            "publish:committed",
            "publish:end",
            "night:published");

    private static final int KILLS = Integer.getInteger("guiyi.durability.kills", 30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static TwoNights nights;
    private static ExecutorService two;

    @BeforeAll
    static void runsTheNightOnceWithoutInterruption() {
        nights = new TwoNights(folder);
        two = Executors.newFixedThreadPool(2);
        print("an uninterrupted night takes %.1f s, its longest steps %s", nights.seconds(), nights.stepSeconds());
    }

    @AfterAll
    static void stops() {
        two.shutdownNow();
    }

    @Test
    void survivesADeathAtEveryStepBoundary() throws Exception {
        long start = System.nanoTime();
        List<Callable<String>> cycles = PLACES.stream()
                .map(place -> (Callable<String>) () -> diesAt(place))
                .toList();
        assertThat(all(cycles)).isEmpty();
        print("%d deaths at step boundaries in %d s", PLACES.size(), secondsSince(start));
    }

    @Test
    void survivesDeathsAtRandomMoments() throws Exception {
        long seed = Long.getLong(
                "guiyi.durability.seed", ThreadLocalRandom.current().nextLong(1_000_000));
        print("seed %d", seed);
        long start = System.nanoTime();
        Deaths deaths = new Deaths();
        int cycle = 0;
        while (deaths.count() < KILLS || !deaths.steps().containsAll(STEPS)) {
            assertThat(cycle).as("cycles without the deaths wanted: %s", deaths).isLessThan(KILLS * 2);
            List<Callable<String>> round = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Random random = new Random(seed + cycle);
                String step = STEPS.get(cycle++ % STEPS.size());
                round.add(() -> diesTwice(random, step, deaths));
            }
            assertThat(all(round)).as("seed " + seed).isEmpty();
        }
        print("%d deaths at random moments in %d s, by step: %s", deaths.count(), secondsSince(start), deaths);
    }

    /** @return what is wrong afterwards; empty, if all is well */
    private static String diesAt(String place) {
        Server.Database database = nights.server().copy(nights.before());
        Path home = nights.copyOfHome();
        int exit = nights.run(database, home, List.of("-Dguiyi.fault=" + place)).await();
        if (exit != 137) {
            return place + " was never reached, exit code " + exit;
        }
        return afterwards(database, home, place);
    }

    /** Once at any moment of the run, and once, while it recovers, within a certain step. */
    private static String diesTwice(Random random, String step, Deaths deaths) throws InterruptedException {
        Server.Database database = nights.server().copy(nights.before());
        Path home = nights.copyOfHome();
        DeathWatch watch = new DeathWatch(database);
        ChildApplication.Running first = nights.run(database, home, List.of());
        TimeUnit.MICROSECONDS.sleep((long) (random.nextDouble() * nights.seconds() * 1e6));
        if (first.kill()) {
            deaths.note(watch.stepAtDeath());
        }
        ChildApplication.Running second = nights.run(database, home, List.of());
        if (watch.awaitStep(step, second.process())) {
            double within = random.nextDouble() * nights.stepSeconds().getOrDefault(step, 0.0);
            TimeUnit.MICROSECONDS.sleep((long) (within * 1e6));
        }
        if (second.kill()) {
            deaths.note(watch.stepAtDeath());
        }
        return afterwards(database, home, "random, then in " + step);
    }

    private static String afterwards(Server.Database database, Path home, String what) {
        ChildApplication.Running last = nights.run(database, home, List.of());
        int exit = last.await();
        List<String> violations = database.violations();
        List<String> differences = Fingerprint.of(database.source()).differences(nights.expected());
        if (exit > 1 || !violations.isEmpty() || !differences.isEmpty()) {
            return "%s: database %s, exit code %d, violations %s, differences %s%n%s"
                    .formatted(what, database.name(), exit, violations, differences, last.said());
        }
        nights.server().drop(database);
        return "";
    }

    private static List<String> all(List<Callable<String>> cycles) throws InterruptedException, ExecutionException {
        List<String> wrong = new ArrayList<>();
        for (Future<String> cycle : two.invokeAll(cycles)) {
            if (!cycle.get().isEmpty()) {
                wrong.add(cycle.get());
            }
        }
        return wrong;
    }

    private static long secondsSince(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.println("durability: " + String.format(format, values));
    }

    /** In which steps processes died. */
    private static final class Deaths {
        private final Map<String, Integer> byStep = new ConcurrentHashMap<>();

        void note(String step) {
            byStep.merge(step, 1, Integer::sum);
        }

        int count() {
            return byStep.values().stream().mapToInt(Integer::intValue).sum();
        }

        List<String> steps() {
            return List.copyOf(byStep.keySet());
        }

        @Override
        public String toString() {
            return new TreeMap<>(byStep).toString();
        }
    }
}
