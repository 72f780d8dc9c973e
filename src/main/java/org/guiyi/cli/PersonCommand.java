package org.guiyi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.intake.Bilingual;
import org.guiyi.person.PersonFiles;
import org.guiyi.person.PersonWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi person}: one file. The query never stands on the command line, where a shell would remember it. */
@Command(
        name = "person",
        mixinStandardHelpOptions = true,
        description = "一人一档：从标准输入或提示读取证件号、姓名或 #人员编号。 One file; number, name or #id is read from standard input.")
final class PersonCommand implements Callable<Integer> {

    @Option(names = "--unmask", description = "显示完整内容，须说明原因。 Show whole values; takes a reason.")
    private boolean unmask;

    @Option(names = "--reason", paramLabel = "TEXT", description = "原因，记入审计。 The reason, kept in the audit trail.")
    private @Nullable String reason;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (unmask && (reason == null || reason.isBlank())) {
            throw new UsageException(
                    "--unmask 需要用 --reason 说明原因，原因记入审计", "--unmask takes --reason TEXT, kept in the audit trail");
        }
        Guiyi guiyi = Guiyi.of(spec);
        String query = Query.ask(guiyi.in(), err);
        try (Application application = guiyi.open()) {
            PersonPrinter printer = new PersonPrinter(
                    application.get(PersonWords.class),
                    unmask,
                    guiyi.environment().today().getYear(),
                    spec.commandLine().getOut());
            return show(application.get(PersonFiles.class), query, printer, err);
        }
    }

    private int show(PersonFiles files, String query, PersonPrinter printer, PrintWriter err) {
        List<Long> found = files.find(query);
        if (found.isEmpty()) {
            Misuse.tell(
                    err,
                    new Bilingual(
                            "没有找到。可输入完整证件号、姓名或 #人员编号",
                            "Nobody found; enter a whole number, a name or # and a person id"));
            return Guiyi.SOME_HELD;
        }
        for (long person : found) {
            printer.print(files.open(person, unmask ? Optional.ofNullable(reason) : Optional.empty()));
        }
        return Guiyi.OK;
    }
}
