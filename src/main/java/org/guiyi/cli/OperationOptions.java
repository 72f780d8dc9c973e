package org.guiyi.cli;

import org.guiyi.pipeline.Answer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What every operation takes that changes what is published: a reason, unless it is only a preview, and how its answer is shown. */
final class OperationOptions {

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "原因，必填（预览除外），记入审计。 The reason, kept in the audit trail; only a preview needs none.")
    private String reason = "";

    @Option(names = "--preview", description = "只看影响。 Only show the effects.")
    private boolean preview;

    @Option(names = "--json", description = "以 JSON 输出结果。 Print the outcome as JSON.")
    private boolean json;

    String reason() {
        return reason;
    }

    boolean preview() {
        return preview;
    }

    /** @throws UsageException when nobody says why */
    void check() {
        if (!preview && reason.isBlank()) {
            throw new UsageException(
                    "请用 --reason 说明原因；先看影响可加 --preview", "Say why with --reason; --preview shows the effects first");
        }
    }

    /** Shows an operation's answer; the exit code. */
    int show(CommandSpec spec, String operation, Answer answer) {
        return new OperationPrinter(spec, operation, preview).show(answer, json);
    }
}
