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
import picocli.CommandLine.Mixin;
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

    @Option(names = "--insist", description = "即使没有收敛或变动过多也启用。 Even if it did not converge or moves too many persons.")
    private boolean insist;

    @Mixin
    private OperationOptions operation = new OperationOptions();

    @Mixin
    private AuthorOption by = new AuthorOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (fit && file != null) {
            throw new UsageException("模型文件与 --fit 只能给一个", "Give a model file or --fit, not both");
        }
        operation.check();
        try (Application application = Guiyi.of(spec).open()) {
            ModelChoice choice = choice(application.get(PersonMatching.class));
            return operation.show(
                    spec, "activate", application.get(ModelSwitch.class).activate(choice, insist, operation.preview()));
        } catch (ModelRefusedException e) {
            throw new UsageException(e.messageZh(), Objects.requireNonNullElse(e.getMessage(), ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelChoice choice(PersonMatching matching) throws IOException {
        if (file != null) {
            return matching.given(Files.readString(GivenFile.of(file)), by.author(), operation.reason());
        }
        if (!fit) {
            return matching.shipped(by.author(), operation.reason());
        }
        ModelChoice trained = matching.fit(LinkageProgress.SILENT, by.author(), operation.reason());
        if (out != null) {
            Files.writeString(out, trained.trained().orElseThrow());
        }
        return trained;
    }
}
