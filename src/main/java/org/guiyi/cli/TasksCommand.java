package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.guiyi.steward.OpenTask;
import org.guiyi.steward.OpenTasks;
import org.guiyi.steward.TaskKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code guiyi tasks}: what waits for a steward. */
@Command(
        name = "tasks",
        mixinStandardHelpOptions = true,
        description =
                "等待数据专员处理的任务；只列编号和出处，不列个人信息。" + " What waits for a steward: ids and places in files, no personal data.")
final class TasksCommand implements Callable<Integer> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--kind", paramLabel = "KIND", description = "只看一种，如 possible-same-person。 Only this kind.")
    private @Nullable String kind;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "最多几条，默认 50。 At most N.")
    private int limit = 50;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = Guiyi.of(spec).open()) {
            OpenTasks tasks = application.get(OpenTasks.class);
            List<OpenTask> open = kind == null ? tasks.all(limit) : tasks.ofKind(kind(kind), limit);
            open.forEach(task -> print(task, out));
            out.println("共 " + open.size() + " 项 tasks: " + open.size()
                    + (open.size() == limit ? "（更多请用 --limit；more with --limit）" : ""));
            return Guiyi.OK;
        }
    }

    private static TaskKind kind(String code) {
        return TaskKind.of(code).orElseThrow(() -> {
            String known = Arrays.stream(TaskKind.values()).map(TaskKind::code).collect(Collectors.joining(", "));
            return new UsageException(
                    "没有这样的任务种类：" + code + "。有：" + known, "No such kind of task: " + code + ". There are: " + known);
        });
    }

    private static void print(OpenTask task, PrintWriter out) {
        out.println(
                "● " + task.id() + "  " + task.kind().zh() + " " + task.kind().code() + "  " + words(task.detail()));
        task.places()
                .forEach(place -> out.println("    记录 record " + place.record() + "  人员 person " + place.person() + "  "
                        + place.receipt() + "  " + place.sheet() + " 第 " + place.row() + " 行 row  "
                        + place.feed()));
    }

    /** The detail without brackets and without comparisons that have nothing to say. */
    private static String words(String detail) {
        StringJoiner words = new StringJoiner(" · ");
        add(words, JSON.readTree(detail));
        return words.toString();
    }

    private static void add(StringJoiner words, JsonNode detail) {
        detail.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isObject()) {
                add(words, value);
            } else if (!value.isNull() && !value.asString().equals("missing")) {
                words.add(member.getKey() + " " + value.asString());
            }
        });
    }
}
