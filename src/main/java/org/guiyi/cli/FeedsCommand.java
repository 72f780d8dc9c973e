package org.guiyi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.feed.FeedTemplate;
import org.guiyi.identifier.CodeLists;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.Reimports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guiyi feeds}: the definitions, blank workbooks, and their check. */
@Command(
        name = "feeds",
        mixinStandardHelpOptions = true,
        description =
                "名册定义；feeds check 检查全部定义，feeds replay 试算。 Feed definitions; check validates them, replay tries one out.",
        subcommands = {FeedsCommand.Check.class, FeedsCommand.Replay.class})
final class FeedsCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "名册，如 health/deaths。 A feed, e.g. health/deaths.")
    private @Nullable FeedId id;

    @Option(names = "--template", paramLabel = "FILE.xlsx", description = "写出空白模板。 Write a blank workbook.")
    private @Nullable Path template;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        CodeLists codes = codes(spec);
        FeedDefinitions feeds = feeds(spec, codes);
        if (id == null) {
            if (template != null) {
                throw new UsageException(
                        "--template 前请指明名册，如 guiyi feeds health/deaths --template 空白表.xlsx",
                        "--template takes a feed before it: guiyi feeds health/deaths --template blank.xlsx");
            }
            list(feeds, out);
            return Guiyi.OK;
        }
        FeedId asked = id;
        FeedDefinition feed = feeds.find(asked).orElseThrow(() -> UnknownFeed.of(asked, feeds));
        if (template == null) {
            describe(feed, out);
        } else {
            FeedTemplate.write(feed, codes, NewFile.workbook(template));
            out.println("已写出 written: " + template);
        }
        return Guiyi.OK;
    }

    /** {@code guiyi feeds check}. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "检查全部定义，一次指出所有错误。 Validate all definitions; all faults at once.")
    static final class Check implements Callable<Integer> {

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            FeedDefinitions feeds = feeds(spec, codes(spec));
            spec.commandLine()
                    .getOut()
                    .println("定义无误 all definitions are well: " + feeds.all().size());
            return Guiyi.OK;
        }
    }

    /** {@code guiyi feeds replay}. */
    @Command(
            name = "replay",
            mixinStandardHelpOptions = true,
            description = "用现行定义试读最近几次报送，不改变任何东西。"
                    + " What today's definition would say of the last deliveries; nothing is changed.")
    static final class Replay implements Callable<Integer> {

        @Parameters(paramLabel = "ID", description = "名册。 A feed, e.g. health/deaths.")
        private @Nullable FeedId id;

        @Option(names = "--last", paramLabel = "N", defaultValue = "3", description = "最近几次，默认 3。 How many, default 3.")
        private int last = 3;

        @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "业务日期，默认今天。 Business date, default today.")
        private @Nullable LocalDate date;

        @Option(names = "--json", description = "以 JSON 输出结果。 Print the outcome as JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            if (last < 1) {
                throw new UsageException("--last 至少为 1", "--last is at least 1");
            }
            Guiyi guiyi = Guiyi.of(spec);
            FeedId feed = Objects.requireNonNull(id, "read before the command runs");
            try (Application application = guiyi.open()) {
                UnknownFeed.check(feed, application.get(FeedDefinitions.class));
                LocalDate day = date == null ? guiyi.environment().today() : date;
                Answer answer = application.get(Reimports.class).replay(feed, last, day);
                return new OperationPrinter(spec, "replay", true).show(answer, json);
            }
        }
    }

    private static CodeLists codes(CommandSpec spec) {
        return CodeLists.load(Guiyi.of(spec).environment().jobs().resolve("codes"));
    }

    private static FeedDefinitions feeds(CommandSpec spec, CodeLists codes) {
        return FeedDefinitions.load(Guiyi.of(spec).environment().jobs(), codes);
    }

    private static void list(FeedDefinitions feeds, PrintWriter out) {
        Table table = new Table(
                Column.text("名册", "feed"),
                Column.text("名称", "title"),
                Column.text("", ""),
                Column.text("方式", "delivery"),
                Column.number("字段", "fields"),
                Column.text("版本", "version"));
        feeds.all()
                .forEach(feed -> table.add(
                        feed.id().value(),
                        feed.title(),
                        feed.titleEn(),
                        feed.delivery().key(),
                        Integer.toString(feed.fields().size()),
                        feed.version().substring(0, 12)));
        table.print(out);
    }

    private static void describe(FeedDefinition feed, PrintWriter out) {
        out.println(feed.title() + " · " + feed.titleEn());
        Table table = new Table(
                Column.text("字段", "field"),
                Column.text("列名", "header"),
                Column.text("类型", "type"),
                Column.text("必填", "required"),
                Column.text("代码", "codes"),
                Column.text("别名", "aliases"));
        feed.fields()
                .forEach(field -> table.add(
                        field.name(),
                        field.title(),
                        field.type().key(),
                        field.required() ? "是 yes" : "",
                        field.codes().orElse(""),
                        String.join("、", field.aliases())));
        table.print(out);
    }
}
