package org.guiyi.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.guiyi.pipeline.Fingerprint;

/**
 * One database with its home that processes die at, until one lives to the end; then they must be as if none had died.
 *
 * @param expected what an uninterrupted run comes to
 */
record Cycle(TwoNights nights, Server.Database database, Path home, Fingerprint expected) {

    static final int KILLED = 137;
    private static final int LOG_LINES = 40;

    /** A cycle over the warehouse before the second night. */
    static Cycle of(TwoNights nights) {
        return new Cycle(nights, nights.server().copy(nights.before()), nights.copyOfHome(), nights.expected());
    }

    /** Runs a command that ends itself at this place; tells what is wrong, if it does not. */
    String dieAt(String place, List<String> command) {
        int exit = nights.run(database, home, List.of("-Dguiyi.fault=" + place), command)
                .await();
        return exit == KILLED ? "" : place + " was never reached, exit code " + exit;
    }

    /** Runs the night and ends it right after so many commits; whether it came so far, else it is at its end. */
    boolean dieAfterCommit(int number) {
        ChildApplication.Running night = nights.run(database, home, List.of("-Dguiyi.fault=commit#" + number));
        return night.await() == KILLED;
    }

    ChildApplication.Running start() {
        return nights.run(database, home, List.of());
    }

    /** Lets a night run to its end. @return what is wrong afterwards; empty, if all is well */
    String runToTheEnd(String what) {
        return runToTheEnd(what, table -> true);
    }

    /** The same where a file that broke off may have been taken up by the second night, in a publication of its own. */
    String runToTheSameWarehouse(String what) {
        return runToTheEnd(what, table -> table.startsWith("warehouse.") || table.equals("register.record_row"));
    }

    private String runToTheEnd(String what, Predicate<String> counts) {
        ChildApplication.Running last = start();
        int exit = last.await();
        List<String> violations = database.violations();
        List<String> differences = Fingerprint.of(database.source()).differences(expected).stream()
                .filter(counts)
                .toList();
        long unfinished = database.unfinished();
        List<String> untold = untold();
        boolean well =
                exit <= 1 && violations.isEmpty() && differences.isEmpty() && unfinished == 0 && untold.isEmpty();
        if (well) {
            nights.server().drop(database);
            return "";
        }
        return "%s: database %s, exit code %d, %d executions unfinished, violations %s, differences %s, no receipts for %s%n%s%n%s"
                .formatted(
                        what,
                        database.name(),
                        exit,
                        unfinished,
                        some(violations),
                        differences,
                        some(untold),
                        last.said(),
                        logEnd());
    }

    /** Submissions that something came of, but whose receipts lie nowhere: their senders never hear of it. */
    private List<String> untold() {
        Set<String> told = new HashSet<>();
        try (Stream<Path> files = Files.walk(home.resolve("reports"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .forEach(name -> told.add(name.replace(".txt", "")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return database.receipts().stream()
                .filter(receipt -> !told.contains(receipt))
                .toList();
    }

    /** The last lines of its log, the place of a failure among them. */
    private String logEnd() {
        try {
            List<String> lines = Files.readAllLines(home.resolve("logs/guiyi.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "no log: " + e.getClass().getName();
        }
    }

    private static String some(List<String> violations) {
        return violations.size() <= 3
                ? violations.toString()
                : violations.subList(0, 3) + " and " + (violations.size() - 3) + " more";
    }
}
