package org.guiyi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.feed.FeedTemplate;
import org.guiyi.identifier.CodeLists;
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
        description = "名册定义；feeds check 检查全部定义。 Feed definitions; feeds check validates them all.")
final class FeedsCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "ID|check",
            description = "名册，如 health/deaths。 A feed, e.g. health/deaths.")
    private @Nullable String id;

    @Option(names = "--template", paramLabel = "FILE.xlsx", description = "写出空白模板。 Write a blank workbook.")
    private @Nullable Path template;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        CodeLists codes = CodeLists.load(Environment.jobs().resolve("codes"));
        FeedDefinitions feeds = FeedDefinitions.load(Environment.jobs(), codes);
        if (id == null && template != null) {
            spec.commandLine().getErr().println("请指明名册，如 health/deaths。 --template takes a feed, e.g. health/deaths.");
            return Guiyi.USAGE;
        }
        if (id == null) {
            list(feeds, out);
            return Guiyi.OK;
        }
        if (id.equals("check")) {
            out.println("定义无误 all definitions are well: " + feeds.all().size());
            return Guiyi.OK;
        }
        Optional<FeedDefinition> feed = feeds.all().stream()
                .filter(each -> each.id().equals(FeedId.of(String.valueOf(id))))
                .findFirst();
        if (feed.isEmpty()) {
            spec.commandLine().getErr().println("没有这个名册 no such feed: " + id);
            return Guiyi.USAGE;
        }
        if (template != null) {
            FeedTemplate.write(feed.get(), codes, template);
            out.println("已写出 written: " + template);
            return Guiyi.OK;
        }
        describe(feed.get(), out);
        return Guiyi.OK;
    }

    private static void list(FeedDefinitions feeds, PrintWriter out) {
        Table table = new Table("名册 feed", "名称 title", "方式 delivery", "字段 fields", "版本 version");
        feeds.all()
                .forEach(feed -> table.add(
                        feed.id().value(),
                        feed.title(),
                        feed.delivery().key(),
                        Integer.toString(feed.fields().size()),
                        feed.version().substring(0, 12)));
        table.print(out);
    }

    private static void describe(FeedDefinition feed, PrintWriter out) {
        out.println(feed.title() + " · " + feed.titleEn());
        Table table = new Table("字段 field", "列名 header", "类型 type", "必填 required", "代码 codes", "别名 aliases");
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
