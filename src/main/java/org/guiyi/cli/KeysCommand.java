package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.intake.Bilingual;
import org.guiyi.pipeline.KeyRotation;
import org.guiyi.pipeline.KeyRotation.Done;
import org.guiyi.protection.NumberVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code guiyi keys}: the keys of identity and account numbers. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "证件号和账号的密钥。 The keys of identity and account numbers.",
        subcommands = KeysCommand.Rotate.class)
final class KeysCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Guiyi.USAGE;
    }

    /** {@code guiyi keys rotate}. */
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description =
                    "用 GUIYI_NUMBER_KEY 的最后一把密钥重新加密全部号码；中断后再次运行会接着做。"
                            + " Encrypt all numbers anew with the last key of GUIYI_NUMBER_KEY; run again after an interruption.")
    static final class Rotate implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            PrintWriter err = spec.commandLine().getErr();
            try (Application application = Guiyi.of(spec).open()) {
                if (!application.get(NumberVault.class).isOn()) {
                    throw new UsageException(
                            "没有配置 GUIYI_NUMBER_KEY 和 GUIYI_INDEX_KEY，号码未加密",
                            "GUIYI_NUMBER_KEY and GUIYI_INDEX_KEY are not set: numbers are not encrypted");
                }
                Optional<Done> done = application.get(KeyRotation.class).rotate();
                if (done.isEmpty()) {
                    Misuse.tell(err, new Bilingual("另一个运行正在进行，什么也没有做。", "Another run is at work; nothing was done."));
                    return Guiyi.FAILED;
                }
                print(done.get(), spec.commandLine().getOut());
                return Guiyi.OK;
            }
        }

        private static void print(Done done, PrintWriter out) {
            out.println("号码 numbers: " + done.numbers() + " · 重新加密 encrypted anew: " + done.encrypted());
            out.println("今后需要的密钥 keys needed from now on: " + String.join(" ", done.needed()));
        }
    }
}
