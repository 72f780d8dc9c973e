package org.guiyi.pipeline;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.guiyi.database.CopyStream;
import org.guiyi.database.Digest;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.identifier.Regions;
import org.guiyi.intake.Found;
import org.guiyi.intake.PlaceAndTime;
import org.guiyi.intake.ProblemLines;
import org.guiyi.intake.ProcessingStore;
import org.guiyi.intake.RowLines;
import org.guiyi.intake.StagedRows;
import org.guiyi.protection.NumberVault;
import org.guiyi.record.RecordLines;
import org.guiyi.tabular.EncodingVerdict;
import org.guiyi.tabular.ReadingLimits;
import org.guiyi.tabular.SheetDescription;
import org.guiyi.tabular.TabularReader;
import org.guiyi.validation.JudgedRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a file once and stages it: one thread reads, several judge and encode blocks of rows, one writes three COPY streams in
 * the file's order. Memory holds a few blocks, whatever the file's size. What an earlier run of the same processing left is
 * taken away first.
 */
final class FileStaging {

    private static final Logger LOG = LoggerFactory.getLogger(FileStaging.class);

    private static final int BLOCKS_IN_FLIGHT = 6;

    private final DataSource database;
    private final ProcessingStore processings;
    private final StagedRows stagedRows;
    private final FeedDefinitions feeds;
    private final Regions regions;
    private final PlaceAndTime places;
    private final NumberVault vault;
    private final ExecutorService workers;
    private final RunLocks locks;
    private final StagingProgress progress;

    FileStaging(
            DataSource database,
            ProcessingStore processings,
            StagedRows stagedRows,
            FeedDefinitions feeds,
            Regions regions,
            NumberVault vault,
            ExecutorService workers,
            RunLocks locks,
            StagingProgress progress) {
        this.database = database;
        this.processings = processings;
        this.stagedRows = stagedRows;
        this.feeds = feeds;
        this.regions = regions;
        this.places = new PlaceAndTime(regions);
        this.vault = vault;
        this.workers = workers;
        this.locks = locks;
        this.progress = progress;
    }

    /** Hears how far staging is; rows read so far. */
    interface StagingProgress {
        void rows(long rows);
    }

    /** What staging found out beside the rows themselves. */
    record Staged(long rows, Set<String> scopes, boolean scopeMissing, Optional<Found> period, String cellsDigest) {}

    /** @throws org.guiyi.tabular.UnreadableFileException if the file is at fault after all */
    Staged stage(StagingOrder order) throws SQLException {
        vault.confirm();
        try (TabularReader reader = TabularReader.open(order.original(), ReadingLimits.defaults(), Optional.empty())) {
            processings.setForm(
                    order.processing(),
                    reader.format().name(),
                    reader.encoding().map(EncodingVerdict::toString));
            return stage(order.withFormat(reader.format()), reader);
        }
    }

    private Staged stage(StagingOrder order, TabularReader reader) throws SQLException {
        List<StagedSheet> sheets = new ArrayList<>();
        RowFeeder feeder = new RowFeeder(reader, order, feeds::knowsHeader, sheets::add);
        List<RowTask> first = feeder.nextBlock();
        ScopeOfRow scopes = ScopeOfRow.of(order, regions, judged(first));
        try (Streams streams = new Streams(database, locks)) {
            Run run = new Run(order, reader, scopes, streams);
            run.all(feeder, first, sheets);
            streams.finish();
            return run.staged();
        }
    }

    private static List<JudgedRow> judged(List<RowTask> tasks) {
        return tasks.stream()
                .filter(task -> task.sheet().holds(task.row()))
                .map(task -> task.sheet().judge().orElseThrow().judge(task.row()))
                .toList();
    }

    /** One pass over one file. */
    private final class Run {
        private final StagingOrder order;
        private final TabularReader reader;
        private final ScopeOfRow scopes;
        private final Streams streams;
        private final ArrayDeque<Future<BlockLines>> inFlight = new ArrayDeque<>();
        private final Set<String> seen = new TreeSet<>();
        private final MessageDigest cells = Digest.sha256();
        private int sheetsKept;
        private long rows;

        Run(StagingOrder order, TabularReader reader, ScopeOfRow scopes, Streams streams) {
            this.order = order;
            this.reader = reader;
            this.scopes = scopes;
            this.streams = streams;
        }

        void all(RowFeeder feeder, List<RowTask> first, List<StagedSheet> sheets) throws SQLException {
            for (List<RowTask> block = first; !block.isEmpty(); block = feeder.nextBlock()) {
                keep(sheets);
                List<RowTask> tasks = block;
                inFlight.add(workers.submit(() -> BlockLines.of(tasks, order, scopes, vault.tokens())));
                if (inFlight.size() >= BLOCKS_IN_FLIGHT) {
                    write(inFlight.remove());
                }
            }
            keep(sheets);
            while (!inFlight.isEmpty()) {
                write(inFlight.remove());
            }
        }

        Staged staged() {
            return new Staged(
                    rows,
                    seen,
                    scopes.missing(),
                    scopes.period(),
                    vault.blind(HexFormat.of().formatHex(cells.digest())));
        }

        private void keep(List<StagedSheet> sheets) {
            for (; sheetsKept < sheets.size(); sheetsKept++) {
                StagedSheet sheet = sheets.get(sheetsKept);
                SheetDescription description = reader.sheets().get(sheet.number());
                scopes.sheet(sheet, description.name(), places);
                stagedRows.addSheet(
                        order.processing(),
                        sheet.number(),
                        description.name(),
                        description.hidden(),
                        sheet.columnsJson(order.feed()));
            }
        }

        private void write(Future<BlockLines> future) throws SQLException {
            BlockLines block = result(future);
            vault.keep(block.numbers());
            streams.rows.write(block.rows());
            streams.problems.write(block.problems());
            streams.records.write(block.records());
            seen.addAll(block.seenScopes());
            cells.update(block.digest());
            rows += block.rows().rows();
            progress.rows(rows);
        }
    }

    private static BlockLines result(Future<BlockLines> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while staging", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** The three COPY streams, each on a connection of its own, committed together at the end. */
    private static final class Streams implements AutoCloseable {
        private final DataSource database;
        private final RunLocks locks;
        private final List<Opened> opened = new ArrayList<>();
        private final CopyStream rows;
        private final CopyStream problems;
        private final CopyStream records;

        Streams(DataSource database, RunLocks locks) throws SQLException {
            this.database = database;
            this.locks = locks;
            try {
                rows = open(RowLines.TARGET);
                problems = open(ProblemLines.TARGET);
                records = open(RecordLines.TARGET);
            } catch (SQLException | RuntimeException e) {
                close();
                throw e;
            }
        }

        /** A stream on the connection that it has for itself. */
        private record Opened(Connection connection, CopyStream stream) {}

        void finish() throws SQLException {
            rows.finish();
            problems.finish();
            records.finish();
            if (locks.isRunningHere()) {
                RunFence.check(opened.get(0).connection());
            }
            for (Opened each : opened) {
                each.connection().commit();
                FaultPoint.reach("stage:copied");
            }
        }

        private CopyStream open(String target) throws SQLException {
            Connection connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                CopyStream stream = CopyStream.into(connection, target);
                opened.add(new Opened(connection, stream));
                return stream;
            } catch (SQLException | RuntimeException e) {
                connection.abort(Runnable::run);
                throw e;
            }
        }

        /** Each by itself: one whose connection broke must not keep the others open. */
        @Override
        public void close() throws SQLException {
            for (Opened each : opened) {
                try {
                    each.stream().close();
                    each.connection().rollback();
                    each.connection().setAutoCommit(true);
                    each.connection().close();
                } catch (SQLException e) {
                    LOG.warn(
                            "a connection of a file's staging is broken, SQLSTATE {}; it is thrown away",
                            e.getSQLState());
                    each.connection().abort(Runnable::run);
                }
            }
        }
    }
}
