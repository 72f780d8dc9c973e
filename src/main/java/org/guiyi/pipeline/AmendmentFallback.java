package org.guiyi.pipeline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.LongStream;
import org.guiyi.database.Digest;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.KeyAlias;
import org.guiyi.reply.DeliveredRow;
import org.guiyi.reply.DeliveredSheet;
import org.guiyi.reply.DeliveredText;
import org.guiyi.tabular.Row;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that a returned one without a legible key answers: by the delivered text of all cells but the marked ones, else
 * by a key alias of the feed, as long as exactly one row fits. What it needs is gathered when it is first asked.
 */
final class AmendmentFallback {

    private static final int SEVERAL = -1;

    private final AmendableRows rows;
    private final FeedDefinition feed;
    private final Consumer<Consumer<DeliveredRow>> delivered;
    private @Nullable Index index;

    /** @param delivered reads all rows of the amended submission once more */
    AmendmentFallback(AmendableRows rows, FeedDefinition feed, Consumer<Consumer<DeliveredRow>> delivered) {
        this.rows = rows;
        this.feed = feed;
        this.delivered = delivered;
    }

    /** What a row without a key may be. */
    sealed interface Match {

        /** A row of the amended submission, unchanged. */
        record Unchanged() implements Match {}

        /** An edited row of the amended submission. */
        record Answering(int rowSeq) implements Match {}

        /** None, or more than one. */
        record Nobody() implements Match {}
    }

    Match find(Row row) {
        DeliveredSheet sheet = rows.sheet(row.sheet());
        if (sheet == null) {
            return new Match.Nobody();
        }
        Index known = index();
        if (Arrays.binarySearch(known.digests, AmendableRows.digest(sheet, row::text, Set.of())) >= 0) {
            return new Match.Unchanged();
        }
        OptionalInt found = known.byUnmarkedCells(sheet, row);
        if (found.isEmpty()) {
            found = known.byKey(sheet, row);
        }
        return found.isPresent() ? new Match.Answering(found.getAsInt()) : new Match.Nobody();
    }

    private synchronized Index index() {
        if (index == null) {
            index = new Index();
        }
        return index;
    }

    /** The digests by which rows are found. */
    private final class Index {
        private final long[] digests = rows.sortedDigests();
        private final Map<Set<Integer>, Map<Long, Integer>> unmarked = new HashMap<>();
        private final List<ByAlias> aliases =
                feed.keys().stream().map(ByAlias::new).toList();

        Index() {
            rows.all().forEach(row -> {
                Set<Integer> marks = row.markedColumns();
                IntFunction<String> text = column ->
                        column < row.delivered().size() ? row.delivered().get(column) : "";
                long digest = AmendableRows.digest(row.sheet(), text, marks);
                unmarked.computeIfAbsent(marks, any -> new HashMap<>()).merge(digest, row.rowSeq(), (a, b) -> SEVERAL);
            });
            delivered.accept(row -> {
                DeliveredSheet sheet = rows.sheet(row.sheet());
                if (row.isData() && sheet != null) {
                    aliases.forEach(alias -> alias.add(sheet, row));
                }
            });
            aliases.forEach(ByAlias::finish);
        }

        OptionalInt byUnmarkedCells(DeliveredSheet sheet, Row row) {
            int found = 0;
            for (Map.Entry<Set<Integer>, Map<Long, Integer>> each : unmarked.entrySet()) {
                long digest = AmendableRows.digest(sheet, row::text, each.getKey());
                int rowSeq = each.getValue().getOrDefault(digest, 0);
                if (rowSeq != 0) {
                    found = found == 0 || found == rowSeq ? rowSeq : SEVERAL;
                }
            }
            return found > 0 ? OptionalInt.of(found) : OptionalInt.empty();
        }

        /** By the strongest alias that leads to exactly one row of all. */
        OptionalInt byKey(DeliveredSheet sheet, Row row) {
            return aliases.stream()
                    .map(alias -> alias.find(sheet, row))
                    .filter(OptionalInt::isPresent)
                    .findFirst()
                    .orElse(OptionalInt.empty());
        }
    }

    /** The rows by the delivered texts of one key alias. */
    private final class ByAlias {
        private final KeyAlias alias;
        private final Map<Long, Integer> amendable = new HashMap<>();
        private LongStream.Builder gathered = LongStream.builder();
        private long[] all = new long[0];

        ByAlias(KeyAlias alias) {
            this.alias = alias;
        }

        void add(DeliveredSheet sheet, DeliveredRow row) {
            digest(sheet, row::text).ifPresent(digest -> {
                gathered.add(digest);
                if (rows.find(row.rowSeq()) != null) {
                    amendable.put(digest, row.rowSeq());
                }
            });
        }

        void finish() {
            all = gathered.build().sorted().toArray();
            gathered = LongStream.builder();
        }

        OptionalInt find(DeliveredSheet sheet, Row row) {
            Optional<Long> digest = digest(sheet, row::text).filter(this::isUnique);
            return digest.map(amendable::get).map(OptionalInt::of).orElse(OptionalInt.empty());
        }

        private boolean isUnique(long digest) {
            int at = Arrays.binarySearch(all, digest);
            return at >= 0 && (at == 0 || all[at - 1] != digest) && (at == all.length - 1 || all[at + 1] != digest);
        }

        private Optional<Long> digest(DeliveredSheet sheet, IntFunction<String> text) {
            String[] parts = new String[alias.fields().size()];
            for (int i = 0; i < parts.length; i++) {
                OptionalInt column = sheet.columnOf(alias.fields().get(i));
                String part = column.isPresent() ? DeliveredText.canonical(text.apply(column.getAsInt())) : "";
                if (part.isEmpty()) {
                    return Optional.empty();
                }
                parts[i] = part;
            }
            return Optional.of(Digest.of(parts).high());
        }
    }
}
