package org.guiyi.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiyi.database.Digest;
import org.guiyi.pipeline.AmendableRow.Answered;
import org.guiyi.reply.DeliveredRow;
import org.guiyi.reply.DeliveredSheet;
import org.guiyi.reply.DeliveredText;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an amended submission. Of all rows only a digest of the cells is held; whole are those that can be answered:
 * rejected ones and those with marked cells.
 */
final class AmendableRows {

    private final Map<Integer, DeliveredSheet> sheets;
    private final Map<Integer, Answered> answers;
    private final Map<Integer, AmendableRow> rows = new HashMap<>();
    private long[] digests = new long[1024];
    private int[] sheetOf = new int[1024];
    private int last;

    AmendableRows(List<DeliveredSheet> sheets, Map<Integer, Answered> answers) {
        this.sheets = sheets.stream().collect(Collectors.toMap(DeliveredSheet::number, Function.identity()));
        this.answers = Map.copyOf(answers);
    }

    void add(DeliveredRow row) {
        DeliveredSheet sheet = sheets.get(row.sheet());
        if (!row.isData() || sheet == null) {
            return;
        }
        if (row.rowSeq() >= digests.length) {
            digests = Arrays.copyOf(digests, Math.max(digests.length * 2, row.rowSeq() + 1));
            sheetOf = Arrays.copyOf(sheetOf, digests.length);
        }
        last = Math.max(last, row.rowSeq());
        digests[row.rowSeq()] = digest(sheet, row::text, Set.of());
        sheetOf[row.rowSeq()] = sheet.number();
        boolean marked = row.verdict().equals("accepted") && !row.problems().isEmpty();
        if (row.isRejected() || marked) {
            Optional<Answered> answer = Optional.ofNullable(answers.get(row.rowSeq()));
            rows.put(row.rowSeq(), AmendableRow.of(row, sheet, answer));
        }
    }

    /** Whether this is the number of a row that was judged. */
    boolean holds(int rowSeq) {
        return rowSeq > 0 && rowSeq <= last && digests[rowSeq] != 0;
    }

    DeliveredSheet sheetOf(int rowSeq) {
        return Objects.requireNonNull(sheets.get(sheetOf[rowSeq]));
    }

    @Nullable
    DeliveredSheet sheet(int number) {
        return sheets.get(number);
    }

    /** A row that can be answered; null for one that nothing was said about. */
    @Nullable
    AmendableRow find(int rowSeq) {
        return rows.get(rowSeq);
    }

    Stream<AmendableRow> all() {
        return rows.values().stream();
    }

    /** Whether a row says what was delivered. */
    boolean isUnchanged(int rowSeq, IntFunction<String> text) {
        return digests[rowSeq] == digest(sheetOf(rowSeq), text, Set.of());
    }

    /** The digests of all rows, ascending. */
    long[] sortedDigests() {
        long[] sorted = Arrays.copyOf(digests, last + 1);
        Arrays.sort(sorted);
        return sorted;
    }

    /** A digest over the cells of a row but some; never 0. */
    static long digest(DeliveredSheet sheet, IntFunction<String> text, Set<Integer> without) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(sheet.number()));
        for (int column = 0; column < sheet.width(); column++) {
            cells.add(without.contains(column) ? "" : DeliveredText.canonical(text.apply(column)));
        }
        long digest = Digest.of(cells.toArray(CharSequence[]::new)).high();
        return digest == 0 ? 1 : digest;
    }
}
