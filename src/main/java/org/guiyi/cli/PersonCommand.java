package org.guiyi.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.person.Mask;
import org.guiyi.person.PersonFiles;
import org.guiyi.person.PersonFiles.PersonFile;
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
            err.println("--unmask 需要 --reason 说明原因。 --unmask takes --reason.");
            return Guiyi.USAGE;
        }
        Optional<String> query = ask(err);
        if (query.isEmpty()) {
            err.println("没有输入 nothing was entered");
            return Guiyi.USAGE;
        }
        try (Application application = Application.open()) {
            return show(application.get(PersonFiles.class), query.get(), err);
        }
    }

    private int show(PersonFiles files, String query, PrintWriter err) {
        List<Long> found = files.find(query);
        if (found.isEmpty()) {
            err.println("没有找到 nobody found");
            return Guiyi.SOME_HELD;
        }
        for (long person : found) {
            print(files.open(person, unmask ? Optional.ofNullable(reason) : Optional.empty()));
        }
        return Guiyi.OK;
    }

    private static Optional<String> ask(PrintWriter err) throws IOException {
        if (System.console() != null) {
            err.print("证件号、姓名或 #人员编号 number, name or #id: ");
            err.flush();
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return Optional.ofNullable(in.readLine()).map(String::strip).filter(line -> !line.isEmpty());
    }

    private void print(PersonFile file) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("一人一档 #" + file.personId());
        Table values = new Table("字段 field", "采信值 value", "来源 source", "列 column", "理由 reason");
        file.values()
                .forEach(value -> values.add(
                        value.field(),
                        shown(value.field(), value.value()),
                        place(value.receipt(), value.sheet(), value.row()),
                        value.header().orElse(""),
                        value.reason()));
        values.print(out);
        if (!file.relatives().isEmpty()) {
            Table relatives = new Table("关系 role", "代码 code", "姓名 name", "人员 person");
            file.relatives()
                    .forEach(relative -> relatives.add(
                            relative.role(),
                            relative.relation().orElse(""),
                            shown("related_name", relative.name()),
                            relative.personId().map(id -> "#" + id).orElse("")));
            out.println();
            relatives.print(out);
        }
        printFacts(file, out);
    }

    private static void printFacts(PersonFile file, PrintWriter out) {
        Table facts = new Table("事项 fact", "内容 what", "状态 status", "自 from", "至 to", "来源 source");
        file.facts()
                .forEach(fact ->
                        facts.add(fact.kind(), fact.what(), fact.status(), fact.from(), fact.to(), fact.source()));
        out.println();
        facts.print(out);
        Table sources = new Table("来源行 source row", "名册 feed", "现行 current");
        file.sources()
                .forEach(source -> sources.add(
                        place(source.receipt(), source.sheet(), source.row()),
                        source.feed(),
                        source.current() ? "是 yes" : "否 no"));
        out.println();
        sources.print(out);
        if (!file.openTasks().isEmpty()) {
            out.println("待办 open tasks: " + String.join(", ", file.openTasks()));
        }
        out.println();
    }

    private String shown(String field, String value) {
        return unmask ? value : Mask.of(field, value, Environment.today().getYear());
    }

    private static String place(String receipt, String sheet, int row) {
        return receipt + (sheet.isEmpty() ? "" : " " + sheet) + " 第" + row + "行";
    }
}
