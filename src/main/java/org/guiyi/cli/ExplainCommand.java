package org.guiyi.cli;

import java.util.concurrent.Callable;
import org.guiyi.person.Judgements;
import org.guiyi.person.PairExplanations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi explain}: why two records are one person, or may be. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "两条记录为何是、或可能是同一人：先验、每个比较项的等级和权重，不含个人信息。"
                        + " Why two records are, or may be, one person: the prior, each comparison's level and weight; no personal data.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private PairOptions named = new PairOptions();

    @Option(names = "--json", description = "以 JSON 输出，可画瀑布图。 As JSON, with the data of a waterfall chart.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Guiyi.of(spec).open()) {
            long[] pair = named.pair(application.get(Judgements.class));
            ExplanationPrinter printer =
                    new ExplanationPrinter(spec.commandLine().getOut());
            printer.print(
                    application
                            .get(PairExplanations.class)
                            .of(pair[0], pair[1])
                            .orElseThrow(() -> new UsageException(
                                    "没有这两条记录：" + pair[0] + "、" + pair[1],
                                    "There are no such two records: " + pair[0] + ", " + pair[1])),
                    json);
            return Guiyi.OK;
        }
    }
}
