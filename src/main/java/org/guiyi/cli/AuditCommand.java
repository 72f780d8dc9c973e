package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.guiyi.audit.AuditChain;
import org.guiyi.audit.AuditChain.Verdict;
import org.guiyi.database.JsonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi audit}: the trail of who did what. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "审计。 The audit trail.",
        subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return Guiyi.USAGE;
    }

    /** {@code guiyi audit verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "核对审计链：有改动、删除或伪造的记录则指名并以 1 退出。 Walk the chain; name what was changed, removed or forged, exit 1.")
    static final class Verify implements Callable<Integer> {

        @Option(names = "--json", description = "以 JSON 输出。 Print JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (Application application = Guiyi.of(spec).open()) {
                Verdict verdict = application.get(AuditChain.class).verify();
                PrintWriter out = spec.commandLine().getOut();
                if (json) {
                    out.println(json(verdict));
                } else {
                    print(verdict, out);
                }
                return verdict.fault().isEmpty() ? Guiyi.OK : Guiyi.SOME_HELD;
            }
        }

        private static void print(Verdict verdict, PrintWriter out) {
            verdict.fault()
                    .ifPresentOrElse(
                            fault -> {
                                out.println("审计链不完整：" + fault.zh());
                                out.println("The trail is not as it was written: " + fault.en());
                            },
                            () -> out.println("审计链完整 the trail is as it was written"));
            out.println("已封记录 sealed rows: " + verdict.sealed() + " · 待封 not sealed yet: " + verdict.unsealed());
            verdict.head().ifPresent(head -> out.println("链尾 head: " + head));
        }

        private static CharSequence json(Verdict verdict) {
            JsonText json = new JsonText()
                    .beginObject()
                    .member("intact", Boolean.toString(verdict.fault().isEmpty()))
                    .member("sealed", verdict.sealed())
                    .member("unsealed", verdict.unsealed());
            verdict.head().ifPresent(head -> json.member("head", head.toString()));
            verdict.fault()
                    .ifPresent(fault -> json.member("fault", fault.kind().name().toLowerCase(java.util.Locale.ROOT))
                            .member("where", fault.where())
                            .member("message_zh", fault.zh())
                            .member("message_en", fault.en()));
            return json.endObject().text();
        }
    }
}
