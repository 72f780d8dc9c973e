package org.guiyi.pipeline;

import java.security.MessageDigest;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guiyi.database.CopyRows;
import org.guiyi.database.Digest;
import org.guiyi.database.Utf8Text;
import org.guiyi.erasure.ErasedInRow;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ProblemLines;
import org.guiyi.intake.ProblemLines.RowProblem;
import org.guiyi.intake.RowLines;
import org.guiyi.protection.NumberTokens;
import org.guiyi.record.RecordLines;
import org.guiyi.tabular.Row;
import org.guiyi.validation.JudgedRow;
import org.guiyi.validation.Problem;
import org.guiyi.validation.Verdict;

/** A block of rows, judged and written as COPY lines for the three staging tables. Made by one thread. */
final class BlockLines {

    private static final int BYTES = 1 << 20;
    private static final BitSet NONE = new BitSet();

    private final StagingOrder order;
    private final ScopeOfRow scopes;
    private final CopyRows rows = new CopyRows(BYTES);
    private final CopyRows problems = new CopyRows(BYTES / 16);
    private final CopyRows records = new CopyRows(BYTES);
    private final NumberTokens numbers;
    private final RowLines rowLines;
    private final ProblemLines problemLines;
    private final RecordLines recordLines;
    private final Set<String> seenScopes = new TreeSet<>();
    private final MessageDigest cells = Digest.sha256();
    private final Utf8Text text = new Utf8Text();
    private byte[] digest = new byte[0];

    private BlockLines(StagingOrder order, ScopeOfRow scopes, NumberTokens numbers) {
        this.order = order;
        this.scopes = scopes;
        this.numbers = numbers;
        this.rowLines = new RowLines(rows, numbers);
        this.problemLines = new ProblemLines(order.feed(), problems, numbers);
        this.recordLines = new RecordLines(order.feed(), order.processing(), records, numbers);
    }

    static BlockLines of(List<RowTask> tasks, StagingOrder order, ScopeOfRow scopes, NumberTokens numbers) {
        BlockLines block = new BlockLines(order, scopes, numbers);
        tasks.forEach(block::add);
        block.digest = block.cells.digest();
        numbers.seal();
        return block;
    }

    CopyRows rows() {
        return rows;
    }

    CopyRows problems() {
        return problems;
    }

    CopyRows records() {
        return records;
    }

    /** The numbers for which tokens stand in this block. */
    NumberTokens numbers() {
        return numbers;
    }

    /** Digest of the canonical cells of this block. */
    byte[] digest() {
        return digest;
    }

    Set<String> seenScopes() {
        return seenScopes;
    }

    private void add(RowTask task) {
        digest(task.row());
        if (!task.sheet().holds(task.row())) {
            rowLines.add(order.processing(), task.rowSeq(), task.row(), NONE, "not_data", -1);
        } else if (order.amended().isPresent()) {
            addAmended(task, order.amended().get().answer(task));
        } else {
            addJudged(task, task.sheet().judge().orElseThrow().judge(task.row()), -1);
        }
    }

    private void addAmended(RowTask task, AmendedRows.Answer answer) {
        if (answer instanceof AmendedRows.Untouched untouched) {
            add(task, "duplicate");
            untouched.ignored().forEach(problem -> problemLines.add(order.processing(), task.rowSeq(), problem));
        } else if (answer instanceof AmendedRows.NotAnAnswer refused) {
            add(task, "rejected");
            problemLines.add(order.processing(), task.rowSeq(), refused.problem());
        } else {
            AmendedRows.Edited edited = (AmendedRows.Edited) answer;
            JudgedRow judged = task.sheet().judge().orElseThrow().judge(edited.row());
            edited.ignored().forEach(problem -> problemLines.add(order.processing(), task.rowSeq(), problem));
            addJudged(task, judged, edited.answersRow());
        }
    }

    private void add(RowTask task, String verdict) {
        rowLines.add(order.processing(), task.rowSeq(), task.row(), task.sheet().numberColumns(), verdict, -1);
    }

    private void addJudged(RowTask task, JudgedRow judged, int answersRow) {
        if (!order.erased().nobody() && order.erased().subject(judged)) {
            rowLines.addEmptied(order.processing(), task.rowSeq(), task.row(), answersRow);
            problemLines.add(order.processing(), task.rowSeq(), ErasedInRow.problem());
            return;
        }
        Set<Integer> erased =
                order.erased().nobody() ? Set.of() : order.erased().related(judged);
        boolean accepted = judged.verdict() == Verdict.ACCEPTED;
        rowLines.add(
                order.processing(),
                task.rowSeq(),
                kept(task.row(), judged, erased),
                task.sheet().numberColumns(),
                accepted ? "accepted" : "rejected",
                answersRow);
        judged.problems().stream()
                .filter(problem -> problem.field() == null || !named(problem.field(), erased))
                .forEach(problem -> problemLines.add(order.processing(), task.rowSeq(), kept(problem)));
        String scope = scopes.of(task.sheet(), judged);
        if (accepted) {
            seenScopes.add(scope);
        }
        recordLines.add(task.rowSeq(), scope, judged, erased);
    }

    private static Row kept(Row row, JudgedRow judged, Set<Integer> erased) {
        return erased.isEmpty()
                ? row
                : row.without(erased.stream().map(judged::column).collect(Collectors.toSet()));
    }

    private boolean named(String field, Set<Integer> places) {
        return !places.isEmpty() && places.contains(order.feed().indexOf(field));
    }

    private static RowProblem kept(Problem problem) {
        return new RowProblem(
                problem.code(),
                problem.severity(),
                problem.field(),
                problem.column(),
                problem.delivered(),
                new Bilingual(problem.messageZh(), problem.messageEn()),
                problem.suggestion());
    }

    private void digest(Row row) {
        for (int column = 0; column < row.size(); column++) {
            text.append(row.text(column).strip()).append((byte) 0x1f);
        }
        text.append((byte) 0x1e).drainTo(cells);
    }
}
