package org.guiyi.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.guiyi.intake.Inbox;
import org.guiyi.pipeline.Night;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi nightly}: the whole night. */
@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description = "整夜：收件箱里的全部报送，校验、归并、发布。 The whole night: every delivery in the inbox.")
final class NightlyCommand implements Callable<Integer> {

    @Option(
            names = "--inbox",
            paramLabel = "DIR",
            defaultValue = "inbox",
            description = "收件箱，下有 civil-affairs、health、education；只读。 The inbox, one folder per bureau; only read.")
    private Path inbox = Path.of("inbox");

    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!Files.isDirectory(inbox)) {
            throw new UsageException(
                    "收件箱不存在：" + inbox.toAbsolutePath() + "。请用 --inbox 指明文件夹，其下按部门分 civil-affairs、health、education",
                    "There is no inbox " + inbox.toAbsolutePath()
                            + ": name a folder with --inbox, with civil-affairs, health and education below it");
        }
        Guiyi guiyi = Guiyi.of(spec);
        try (Application application = guiyi.open()) {
            Night night = application.get(Night.class);
            return options.show(
                    progress -> night.run(new Inbox(inbox), options.businessDate(guiyi.environment()), progress),
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        }
    }
}
