package org.guiyi.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.intake.Inbox;
import org.guiyi.intake.NotAsMarkedException;
import org.guiyi.intake.StillWrittenException;
import org.guiyi.schedule.Request;
import org.guiyi.schedule.RequestQueue;
import org.guiyi.schedule.RequestedImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi request}: what {@code serve} is to do once, and what came of it. */
@Command(
        name = "request",
        mixinStandardHelpOptions = true,
        description = "排队请求 serve 执行一次：导入、重新导入、重算；不带子命令则列出。 Ask serve to do something once; lists requests.",
        subcommands = {
            RequestCommand.Import.class,
            RequestCommand.Reimport.class,
            RequestCommand.Rebuild.class,
            RequestCommand.Cancel.class
        })
final class RequestCommand implements Callable<Integer> {

    private static final int MOST = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Guiyi.of(spec).open()) {
            list(
                    application.get(RequestQueue.class).latest(MOST),
                    spec.commandLine().getOut());
            return Guiyi.OK;
        }
    }

    private static void list(List<Request> requests, PrintWriter out) {
        if (requests.isEmpty()) {
            out.println("没有请求 no requests");
            return;
        }
        Table table = new Table(
                Column.number("编号", "number"),
                Column.text("请求", "request"),
                Column.text("提出", "asked"),
                Column.text("状态", "state"),
                Column.number("退出码", "exit"),
                Column.text("结果", "result"));
        requests.forEach(each -> table.add(
                Long.toString(each.number()),
                (each.kind().zh() + " " + each.kind().word() + " " + String.join(" ", each.words())).strip(),
                TIME.format(each.asked()),
                each.state().zh() + " " + each.state().word(),
                exitCode(each),
                each.result().orElse("")));
        table.print(out);
    }

    /** What the command itself would have ended with. */
    private static String exitCode(Request request) {
        OptionalInt code = request.state().exitCode();
        return code.isPresent() ? Integer.toString(code.getAsInt()) : "";
    }

    private static int queued(CommandSpec spec, long number) {
        spec.commandLine()
                .getOut()
                .println("已排队，由 guiyi serve 执行，可用 guiyi request 查看 queued for guiyi serve, see guiyi request: "
                        + number);
        return Guiyi.OK;
    }

    /** {@code guiyi request import}. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = "导入这些文件；文件现在就复制一份。 Import files; they are copied now.")
    static final class Import implements Callable<Integer> {

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "名册或退回表。 Rosters or error workbooks.")
        private List<Path> files = new ArrayList<>();

        @Option(names = "--feed", paramLabel = "ID", description = "名册。 Feed, e.g. health/deaths.")
        private @Nullable FeedId feed;

        @Option(names = "--period", paramLabel = "YYYY-MM", description = "报送期。 Reporting period.")
        private @Nullable YearMonth period;

        @Option(names = "--scope", paramLabel = "CODE", description = "名册范围。 Scope.")
        private @Nullable String scope;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            List<RequestedImport> imports = files.stream().map(this::toImport).toList();
            try (Application application = Guiyi.of(spec).open()) {
                FeedDefinitions feeds = application.get(FeedDefinitions.class);
                if (feed != null && feeds.find(feed).isEmpty()) {
                    throw UnknownFeed.of(feed, feeds);
                }
                return queued(spec, ask(application.get(RequestQueue.class), imports));
            }
        }

        private static long ask(RequestQueue queue, List<RequestedImport> imports) {
            try {
                return queue.ask(imports);
            } catch (StillWrittenException e) {
                throw new UsageException(
                        "有文件还在写入，没有排队。请写完后再提出",
                        "A file is still being written; nothing was queued. Ask again when it is whole");
            } catch (NotAsMarkedException e) {
                throw new UsageException(
                        "有文件与其标记文件写明的 sha-256 不符，没有排队",
                        "A file does not have the sha-256 that its marker tells; nothing was queued");
            }
        }

        private RequestedImport toImport(Path file) {
            GivenFile.of(file);
            Map<String, String> said = new LinkedHashMap<>();
            Optional.ofNullable(feed).ifPresent(id -> said.put("feed", id.value()));
            Optional.ofNullable(period).ifPresent(month -> said.put("period", month.toString()));
            Optional.ofNullable(scope).ifPresent(code -> said.put("scope", code));
            String bureau = Optional.ofNullable(feed)
                    .map(FeedId::bureau)
                    .or(() -> Inbox.bureauOf(file))
                    .orElse("");
            return new RequestedImport(file, bureau, said);
        }
    }

    /** {@code guiyi request reimport}. */
    @Command(
            name = "reimport",
            mixinStandardHelpOptions = true,
            description = "用现行定义重新导入。 Import again, with today's definitions.")
    static final class Reimport implements Callable<Integer> {

        @Mixin
        private SelectionOptions options = new SelectionOptions();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            options.check();
            try (Application application = Guiyi.of(spec).open()) {
                return queued(spec, application.get(RequestQueue.class).ask(options.selection(application)));
            }
        }
    }

    /** {@code guiyi request rebuild}. */
    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = "重算人员与仓库。 Compute persons and warehouse afresh.")
    static final class Rebuild implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (Application application = Guiyi.of(spec).open()) {
                return queued(spec, application.get(RequestQueue.class).askToRebuild());
            }
        }
    }

    /** {@code guiyi request cancel}. */
    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = "取消还在排队的请求。 Take a request out of the queue.")
    static final class Cancel implements Callable<Integer> {

        @Parameters(paramLabel = "NUMBER", description = "请求编号。 The request's number.")
        private long number;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            try (Application application = Guiyi.of(spec).open()) {
                if (!application.get(RequestQueue.class).cancel(number)) {
                    throw new UsageException(
                            "请求 " + number + " 不在排队：没有这个请求，或已开始、已结束。见 guiyi request",
                            "Request " + number + " is not in the queue: unknown, begun or over. See guiyi request");
                }
                spec.commandLine().getOut().println("已取消 cancelled: " + number);
                return Guiyi.OK;
            }
        }
    }
}
