package org.guiyi.cli;

import java.util.List;
import org.guiyi.person.Judgements;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Two records, named by their ids or by the task about them. */
final class PairOptions {

    @Option(names = "--task", paramLabel = "T", description = "任务号，见 guiyi tasks。 The task, see guiyi tasks.")
    private @Nullable Long task;

    @Parameters(arity = "0..2", paramLabel = "RECORD", description = "两条记录的编号。 The ids of two records.")
    private List<Long> records = List.of();

    /** @throws UsageException when they are not named, or there is no such task */
    long[] pair(Judgements judgements) {
        Long asked = task;
        if (asked != null && records.isEmpty()) {
            return judgements
                    .pairOf(asked)
                    .orElseThrow(() -> new UsageException(
                            "没有这样的任务：" + asked + "。见 guiyi tasks",
                            "There is no such task about two records: " + asked));
        }
        if (asked != null || records.size() != 2) {
            throw new UsageException("请给出两条记录的编号，或用 --task", "Name two records, or a task with --task");
        }
        return new long[] {records.get(0), records.get(1)};
    }
}
