package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.guiyi.matching.Judgement.Verdict;
import org.guiyi.person.Judgements;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.Judging;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi judge}: a steward decides whether two records are one person. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = "判断两条记录是否同一人；判断约束以后每一夜，可撤销。"
                + " Decide whether two records are one person; it binds every later night and can be undone.")
final class JudgeCommand implements Callable<Integer> {

    /** What is decided. */
    static final class What {
        @Option(names = "--same", required = true, description = "同一人。 One person.")
        private boolean same;

        @Option(names = "--different", required = true, description = "不是同一人。 Two persons.")
        private boolean different;

        @Option(names = "--undo", paramLabel = "N", required = true, description = "撤销第 N 号判断。 Undo judgement N.")
        private @Nullable Long undo;

        @Option(names = "--list", required = true, description = "列出有效的判断。 List the judgements in force.")
        private boolean list;
    }

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Mixin
    private PairOptions named = new PairOptions();

    @Mixin
    private OperationOptions operation = new OperationOptions();

    @Mixin
    private AuthorOption by = new AuthorOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!what.list) {
            operation.check();
        }
        try (Application application = Guiyi.of(spec).open()) {
            Judgements judgements = application.get(Judgements.class);
            if (what.list) {
                list(judgements.inForce());
                return Guiyi.OK;
            }
            return operation.show(spec, "judge", answer(application, judgements));
        }
    }

    private Answer answer(Application application, Judgements judgements) {
        Judging judging = application.get(Judging.class);
        if (what.undo != null) {
            return judging.undo(what.undo, by.author(), operation.reason(), operation.preview());
        }
        long[] pair = named.pair(judgements);
        return judging.judge(
                pair[0],
                pair[1],
                what.same ? Verdict.SAME : Verdict.DIFFERENT,
                by.author(),
                operation.reason(),
                operation.preview());
    }

    private void list(List<Judgements.Judged> judged) {
        PrintWriter out = spec.commandLine().getOut();
        if (judged.isEmpty()) {
            out.println("没有判断 no judgements");
            return;
        }
        Table table = new Table(
                Column.number("编号", "no."),
                Column.number("记录", "record"),
                Column.number("记录", "record"),
                Column.text("判断", "verdict"),
                Column.text("时间", "at"),
                Column.text("作者", "author"),
                Column.text("证据", "evidence"),
                Column.text("依据", "reason"));
        judged.forEach(each -> table.add(
                Long.toString(each.id()),
                Long.toString(each.recordA()),
                Long.toString(each.recordB()),
                each.verdict() == Verdict.SAME ? "同一人 same" : "不同 different",
                each.at(),
                each.author(),
                each.rests() ? "未变 unchanged" : "已变 changed",
                each.reason()));
        table.print(out);
    }
}
