package org.guiyi.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.erasure.ErasureStore.Order;
import org.guiyi.erasure.ErasureStore.Reach;
import org.guiyi.intake.Bilingual;
import org.guiyi.person.PersonFiles;
import org.guiyi.pipeline.Erasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi erase}: takes a person out by order, and keeps them out. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "依令删除一个人：从标准输入或提示读取证件号、姓名或 #人员编号。 Erase a person by order; number, name or #id is read from"
                + " standard input.")
final class EraseCommand implements Callable<Integer> {

    @Option(
            names = "--order",
            required = true,
            paramLabel = "NUMBER",
            description = "删除令文号，记入审计。 The order's number, kept in the trail.")
    private String order = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "原因，记入审计。 The reason, kept in the trail.")
    private String reason = "";

    @Option(names = "--keep-originals", description = "保留含有此人的原件。 Keep the original files that name the person.")
    private boolean keepOriginals;

    @Option(names = "--preview", description = "只看涉及什么。 Only show what it would reach.")
    private boolean preview;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (order.isBlank() || reason.isBlank()) {
            throw new UsageException("--order 与 --reason 不能为空", "--order and --reason must say something");
        }
        Guiyi guiyi = Guiyi.of(spec);
        String query = Query.ask(guiyi.in(), err);
        try (Application application = guiyi.open()) {
            Erasure erasure = application.get(Erasure.class);
            List<String> finished = preview ? List.of() : erasure.finishInterrupted();
            if (!finished.isEmpty()) {
                err.println("先前中断的删除已完成 an erasure that was interrupted has been finished");
            }
            List<Long> found = application.get(PersonFiles.class).find(query);
            if (found.isEmpty() && finished.contains(order)) {
                spec.commandLine().getOut().println("已完成 done");
                return Guiyi.OK;
            }
            long person = theOne(found);
            if (preview) {
                print(erasure.preview(person));
                return Guiyi.OK;
            }
            Optional<Reach> done = erasure.erase(new Order(person, order, reason, keepOriginals));
            if (done.isEmpty()) {
                Misuse.tell(err, new Bilingual("另一个运行正在进行，什么也没有做。", "Another run is at work; nothing was done."));
                return Guiyi.FAILED;
            }
            print(done.get());
            return Guiyi.OK;
        }
    }

    private static long theOne(List<Long> found) {
        if (found.size() == 1) {
            return found.get(0);
        }
        throw found.isEmpty()
                ? new UsageException(
                        "没有找到。可输入完整证件号、姓名或 #人员编号", "Nobody found; enter a whole number, a name or # and a person id")
                : new UsageException(
                        "不止一人：请用 #人员编号 指明，如 #" + found.get(0) + "，先用 guiyi person 核对",
                        "More than one person: name the one with # and the id, like #" + found.get(0)
                                + "; look with guiyi person first");
    }

    private void print(Reach reach) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(preview ? "预览，什么也没有改变 preview, nothing was changed" : "已完成 done");
        out.println("记录 records: " + reach.records() + " · 本人的行 own rows: " + reach.rows()
                + " · 他人行中提及 rows naming the person: " + reach.mentions());
        out.println("涉及的报送批次 submissions: " + String.join(" ", reach.receipts()));
        out.println(
                keepOriginals
                        ? "保留的原件中仍有此人，只是不再登记 the originals are kept and still name the person, but are never loaded so"
                        : "其原件移除，此后不能重新导入 their originals are removed, so these can't be imported again");
        out.println("仍可能有此人、须另行处理的 what else may name the person and is yours to see to:");
        Path home = Guiyi.of(spec).environment().home();
        out.println(
                "  收件箱、移走文件的文件夹、备份、已发出的退回表、" + home.resolve("not-understood") + "、排队请求的副本 " + home.resolve("requests"));
        out.println(
                "  the inbox, where taken files are moved to, backups, error workbooks that were sent out, copies of what was not"
                        + " understood, copies of requests that wait");
    }
}
