package org.guiyi.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.guiyi.tabular.HeaderFinder;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.TabularReader;
import org.jspecify.annotations.Nullable;

/** Pulls rows from a file in blocks; the first rows of each sheet wait until its header is found. */
final class RowFeeder {

    private static final int BLOCK = 2_000;

    private final TabularReader reader;
    private final StagingOrder order;
    private final HeaderFinder headers;
    private final Consumer<StagedSheet> newSheet;
    private final ArrayDeque<Row> waiting = new ArrayDeque<>();
    private @Nullable StagedSheet sheet;
    private @Nullable Row ahead;
    private int rowSeq;

    RowFeeder(TabularReader reader, StagingOrder order, Predicate<String> knownHeader, Consumer<StagedSheet> newSheet) {
        this.reader = reader;
        this.order = order;
        this.headers = new HeaderFinder(knownHeader);
        this.newSheet = newSheet;
        this.ahead = reader.next();
    }

    /** The next rows in the file's order; none after the last. */
    List<RowTask> nextBlock() {
        List<RowTask> block = new ArrayList<>(BLOCK);
        while (block.size() < BLOCK) {
            Row row = nextRow();
            if (row == null || sheet == null) {
                break;
            }
            block.add(new RowTask(row, ++rowSeq, sheet));
        }
        return block;
    }

    private @Nullable Row nextRow() {
        if (waiting.isEmpty()) {
            if (ahead == null) {
                return null;
            }
            if (sheet == null || ahead.sheet() != sheet.number()) {
                begin(ahead.sheet());
            } else {
                waiting.add(ahead);
                ahead = reader.next();
            }
        }
        return waiting.poll();
    }

    private void begin(int number) {
        List<Row> head = new ArrayList<>();
        while (ahead != null && ahead.sheet() == number && head.size() < HeaderFinder.ROWS) {
            head.add(ahead);
            ahead = reader.next();
        }
        waiting.addAll(head);
        StagedSheet begun = StagedSheet.of(order, number, Optional.of(head).flatMap(headers::find));
        sheet = begun;
        newSheet.accept(begun);
    }
}
