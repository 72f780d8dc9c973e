package org.guiyi.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.guiyi.database.TestDatabase;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.StillWrittenException;
import org.guiyi.pipeline.Selection;
import org.guiyi.schedule.NightlyPlan.Expected;
import org.guiyi.schedule.Request.State;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** Requests from being asked to what came of them. */
class RequestQueueTests extends ServedSchedule {

    private static final FeedId DEATHS = FeedId.of("health/deaths");

    @Test
    void aRequestIsKeptUntilAnInstanceCarriesItOutOnce() {
        long rebuild = queue().askToRebuild();
        long unknown = queue().ask(Selection.of(List.of(new ReceiptNumber("GY20200101-000001"))));
        long future = queue().ask(new Selection(List.of(), Optional.of(DEATHS), Optional.of(LocalDate.MAX)));
        assertThat(queue().latest(9)).extracting(Request::state).containsOnly(State.QUEUED);

        try (Schedule.Serving one = serve();
                Schedule.Serving two = serve()) {
            await().atMost(PATIENCE)
                    .until(() -> queue().latest(9).stream()
                            .allMatch(each -> each.finished().isPresent()));
        }

        assertThat(state(rebuild)).isEqualTo(State.DONE);
        assertThat(List.of(state(unknown), state(future))).containsOnly(State.REFUSED);

        assertThat(runs("rebuild")).isEqualTo(1);
        assertThat(queue().latest(9)).extracting(Request::number).containsExactly(future, unknown, rebuild);
        assertThat(result(unknown)).contains("There is no receipt");
        assertThat(result(future)).contains("no published or held submission fits");
    }

    @Test
    void aCancelledRequestIsNotCarriedOut() {
        long cancelled = queue().askToRebuild();

        assertThat(queue().cancel(cancelled)).isTrue();
        assertThat(queue().cancel(cancelled)).isFalse();
        assertThat(queue().cancel(9_999)).isFalse();

        long other = queue().askToRebuild();
        try (Schedule.Serving serving = serve()) {
            await().atMost(PATIENCE).until(() -> state(other) == State.DONE);
        }
        assertThat(state(cancelled)).isEqualTo(State.CANCELLED);
        assertThat(runs("rebuild")).isEqualTo(1);
    }

    @Test
    void aRequestedImportTakesTheFileAsItWas() throws IOException {
        Path file = Files.copy(Path.of("input-samples/health/巴林左旗死亡登记名册2026年10月.csv"), home.resolve("死亡登记.csv"));
        long number = queue().ask(List.of(
                new RequestedImport(file, "health", Map.of("feed", "health/deaths", "period", "2026-09"))));
        Files.delete(file);

        try (Schedule.Serving serving = serve()) {
            await().atMost(PATIENCE).until(() -> state(number) == State.DONE);
        }

        assertThat(jdbc().sql("select feed || ' ' || period from intake.submission")
                        .query(String.class)
                        .list())
                .containsExactly("health/deaths 2026-09");
        assertThat(home.resolve("requests/" + number)).doesNotExist();
        assertThat(jdbc().sql("select count(*) from batch.request where words::text like '%死亡%' or result like '%死亡%'")
                        .query(Long.class)
                        .single())
                .isZero();
        Expectations deaths =
                new Expectations(List.of(new Expected(FeedId.of("health/deaths"), List.of(), 3, 2)), jdbc());
        assertThat(deaths.lateOn(LocalDate.of(2026, 10, 6))).isEmpty();
        assertThat(deaths.lateOn(LocalDate.of(2026, 11, 5))).isEmpty();
        assertThat(deaths.lateOn(LocalDate.of(2026, 11, 6)))
                .singleElement()
                .hasToString("Late[feed=health/deaths, scope=Optional.empty, period=2026-10, due=2026-11-03]");
        assertThat(deaths.lateOn(LocalDate.of(2027, 1, 6)))
                .extracting(late -> late.period().toString())
                .containsExactly("2026-12", "2026-11", "2026-10");
        assertThat(deaths.lateOn(LocalDate.of(2037, 1, 6))).hasSize(12);
        administrator("truncate intake.submission cascade");
        assertThat(deaths.lateOn(LocalDate.of(2027, 1, 6))).hasSize(1);
    }

    @Test
    void aRequestTellsThatItsFileWasHeldByItsOwnMarker() throws IOException {
        Path file = Files.copy(Path.of("input-samples/health/巴林左旗死亡登记名册2026年10月.csv"), home.resolve("marked.csv"));
        Files.writeString(home.resolve("marked.csv.ok"), "rows=9999\nperiod=2026-01");

        long number = queue().ask(List.of(
                new RequestedImport(file, "health", Map.of("feed", "health/deaths", "period", "2025-09"))));
        carryOut(number);

        assertThat(state(number)).isEqualTo(State.PARTLY);
        assertThat(result(number)).contains("held");
        assertThat(jdbc().sql("select state || ' ' || period from intake.submission where period = '2025-09'")
                        .query(String.class)
                        .list())
                .containsExactly("held 2025-09");
        assertThat(copies(number)).doesNotExist();
    }

    @Test
    void aRequestedFileThatCannotBeArchivedIsKept() throws IOException {
        Path file = Files.copy(Path.of("input-samples/health/巴林左旗死亡登记名册2026年10月.csv"), home.resolve("kept.csv"));
        long number = queue().ask(List.of(new RequestedImport(file, "health", Map.of("period", "2025-08"))));
        FileSystemUtils.deleteRecursively(home.resolve("originals"));
        Files.write(home.resolve("originals"), new byte[1]);
        try {
            carryOut(number);
        } finally {
            Files.delete(home.resolve("originals"));
        }

        assertThat(state(number)).isEqualTo(State.FAILED);
        assertThat(result(number)).contains("cannot be archived", "requests/" + number);
        assertThat(copies(number)).exists();
    }

    @Test
    void aRequestWhoseCopiesAreNotInThisHomeFolderFails() throws IOException {
        Path file = Files.copy(Path.of("input-samples/health/巴林左旗死亡登记名册2026年10月.csv"), home.resolve("gone.csv"));
        long number = queue().ask(List.of(new RequestedImport(file, "health", Map.of("period", "2025-07"))));
        FileSystemUtils.deleteRecursively(copies(number));

        carryOut(number);

        assertThat(state(number)).isEqualTo(State.FAILED);
        assertThat(result(number)).contains("GUIYI_HOME");
    }

    @Test
    void doesNotCopyAFileThatIsStillWritten() throws Exception {
        Path file = Files.writeString(home.resolve("growing.csv"), "a");
        ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        try {
            writer.scheduleWithFixedDelay(() -> grow(file), 0, 200, TimeUnit.MILLISECONDS);
            assertThatThrownBy(() -> queue().ask(List.of(new RequestedImport(file, "health", Map.of()))))
                    .isInstanceOf(StillWrittenException.class);
        } finally {
            writer.shutdownNow();
            assertThat(writer.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(queue().latest(9)).isEmpty();
    }

    @Test
    void aRequestThatAnotherInstanceIsStillAtStaysAsItIs() throws SQLException {
        long number = queue().askToRebuild();
        jdbc().sql("update batch.request set state = 'running'").update();

        try (Connection lock = otherRun()) {
            assertThatThrownBy(() -> runner().run(number)).isInstanceOf(BusyException.class);
        }

        assertThat(state(number)).isEqualTo(State.RUNNING);
        assertThat(queue().cancel(number)).isFalse();
    }

    @Test
    void requestsKeepTheirOrder() {
        long first = queue().askToRebuild();
        long second = queue().askToRebuild();

        assertThatThrownBy(() -> runner().run(second)).isInstanceOf(BusyException.class);
        assertThat(state(second)).isEqualTo(State.QUEUED);

        assertThat(queue().cancel(first)).isTrue();
        runner().run(second);
        assertThat(state(second)).isEqualTo(State.DONE);
    }

    private void carryOut(long number) {
        try (Schedule.Serving serving = serve()) {
            await().atMost(PATIENCE).until(() -> request(number).finished().isPresent());
        }
    }

    private static void grow(Path file) {
        try {
            Files.writeString(file, "a", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection that holds the run lock. */
    private static Connection otherRun() throws SQLException {
        Connection connection = TestDatabase.administered(address).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + 0x47756979690AL + ")");
        }
        return connection;
    }

    private static Path copies(long number) {
        return home.resolve("requests/" + number);
    }

    private static RequestRunner runner() {
        return context.getBean(RequestRunner.class);
    }

    private static String result(long number) {
        return context.getBean(RequestStore.class)
                .find(number)
                .orElseThrow()
                .result()
                .orElseThrow();
    }

    private static Request request(long number) {
        return context.getBean(RequestStore.class).find(number).orElseThrow();
    }

    private static State state(long number) {
        return context.getBean(RequestStore.class).find(number).orElseThrow().state();
    }

    private static RequestQueue queue() {
        return context.getBean(RequestQueue.class);
    }
}
