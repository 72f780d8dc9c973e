package org.guiyi.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guiyi.pipeline.AmendableRow.Merged;
import org.guiyi.pipeline.AmendmentFallback.Match;
import org.guiyi.reply.DeliveredSheet;
import org.guiyi.reply.RowKeys.RowKey;
import org.guiyi.tabular.Row;
import org.jspecify.annotations.Nullable;

/** The answers that one returned workbook gives. */
final class AmendmentRows implements AmendedRows {

    private final AmendmentKeys keys;
    private final AmendableRows amendable;
    private final Set<Integer> superseded;
    private final AmendmentFallback fallback;

    /** @param superseded rows whose records a later delivery names as well */
    AmendmentRows(AmendmentKeys keys, AmendableRows amendable, Set<Integer> superseded, AmendmentFallback fallback) {
        this.keys = keys;
        this.amendable = amendable;
        this.superseded = Set.copyOf(superseded);
        this.fallback = fallback;
    }

    @Override
    public Answer answer(RowTask task) {
        int column = task.sheet().keyColumn();
        RowKey key = keys.read(column < 0 ? "" : task.row().text(column));
        if (key instanceof RowKey.Ours ours && amendable.holds(ours.rowSeq())) {
            return keys.isRepeated(ours.rowSeq())
                    ? onlyIfUnchanged(answer(task, ours.rowSeq()))
                    : answer(task, ours.rowSeq());
        }
        return key instanceof RowKey.Illegible ? keyless(task) : refuse(AmendmentProblem.AMEND_KEY);
    }

    private Answer keyless(RowTask task) {
        Match match = fallback.find(task.row());
        if (match instanceof Match.Unchanged) {
            return new Untouched(List.of());
        }
        if (match instanceof Match.Answering answering) {
            Answer answer = answer(task, answering.rowSeq());
            return keys.has(answering.rowSeq()) ? onlyIfUnchanged(answer) : answer;
        }
        return refuse(AmendmentProblem.AMEND_KEY);
    }

    /** Of several rows that answer the same one, none is taken. */
    private static Answer onlyIfUnchanged(Answer answer) {
        return answer instanceof Edited ? refuse(AmendmentProblem.AMEND_REPEATED) : answer;
    }

    private Answer answer(RowTask task, int rowSeq) {
        if (!sameColumns(amendable.sheetOf(rowSeq), task.sheet())) {
            return refuse(AmendmentProblem.AMEND_COLUMNS);
        }
        AmendableRow row = amendable.find(rowSeq);
        return row == null ? unmarked(rowSeq, task.row()) : amended(row, task.row());
    }

    private Answer unmarked(int rowSeq, Row returned) {
        return new Untouched(
                amendable.isUnchanged(rowSeq, returned::text)
                        ? List.of()
                        : List.of(AmendmentProblem.AMEND_IGNORED.ofRow()));
    }

    private Answer amended(AmendableRow row, Row returned) {
        Merged merged = row.merge(returned);
        if (!merged.edited()) {
            return new Untouched(merged.ignored());
        }
        return superseded.contains(row.rowSeq())
                ? refuse(AmendmentProblem.AMEND_SUPERSEDED)
                : new Edited(row.rowSeq(), merged.row(), merged.ignored());
    }

    private static boolean sameColumns(DeliveredSheet delivered, StagedSheet returned) {
        Map<Integer, String> headers = returned.headers();
        return delivered.headers().entrySet().stream()
                .allMatch(column -> last(column.getValue()).equals(last(headers.get(column.getKey()))));
    }

    /** The header without its group: a merged group may come back split. */
    private static String last(@Nullable String header) {
        return header == null ? "" : header.substring(header.lastIndexOf('/') + 1);
    }

    private static Answer refuse(AmendmentProblem problem) {
        return new NotAnAnswer(problem.ofRow());
    }
}
