package org.guiyi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.guiyi.matching.LinkageProgress;
import org.guiyi.matching.ModelRefusedException;
import org.guiyi.person.ModelChoice;
import org.guiyi.person.PersonMatching;
import org.guiyi.pipeline.ModelSwitch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi match activate}: switches on the model that the nights link by. */
@Command(
        name = "activate",
        mixinStandardHelpOptions = true,
        description =
                "启用每夜归并所用的模型：给出的文件，--fit 用本地数据训练，都不给则为随附的模型。全部重新归并，先用 --preview 看影响。"
                        + " Switch on the model that the nights link by: a file, one trained on the county's own records (--fit), or the one"
                        + " that comes with the definitions. Everything is linked afresh; --preview tells which persons would join or part.")
final class ActivateCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "MODEL.json", description = "模型文件。 A model file.")
    private @Nullable Path file;

    @Option(names = "--fit", description = "用本地已入库的记录训练。 Train on the county's own records.")
    private boolean fit;

    @Option(names = "--out", paramLabel = "MODEL.json", description = "把训练出的模型另存。 Keep the trained model here, too.")
    private @Nullable Path out;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "原因，必填（预览除外）。 Why; only a preview needs none.")
    private String reason = "";

    @Option(
            names = "--author",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "谁启用，默认为登录名。 Who; default the login name.")
    private String author = "";

    @Option(names = "--insist", description = "即使没有收敛或变动过多也启用。 Even if it did not converge or moves too many persons.")
    private boolean insist;

    @Option(names = "--preview", description = "只看影响。 Only show the effects.")
    private boolean preview;

    @Option(names = "--json", description = "以 JSON 输出结果。 Print the outcome as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (fit && file != null) {
            throw new UsageException("模型文件与 --fit 只能给一个", "Give a model file or --fit, not both");
        }
        if (!preview && reason.isBlank()) {
            throw new UsageException(
                    "请用 --reason 说明原因；先看影响可加 --preview", "Say why with --reason; --preview shows the effects first");
        }
        try (Application application = Guiyi.of(spec).open()) {
            ModelChoice choice = choice(application.get(PersonMatching.class));
            return new OperationPrinter(spec, "activate", preview)
                    .show(application.get(ModelSwitch.class).activate(choice, insist, preview), json);
        } catch (ModelRefusedException e) {
            throw new UsageException(e.messageZh(), Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelChoice choice(PersonMatching matching) throws IOException {
        if (file != null) {
            return matching.given(Files.readString(GivenFile.of(file)), author, reason);
        }
        if (!fit) {
            return matching.shipped(author, reason);
        }
        ModelChoice trained = matching.fit(LinkageProgress.SILENT, author, reason);
        if (out != null) {
            Files.writeString(out, trained.trained().orElseThrow());
        }
        return trained;
    }
}
