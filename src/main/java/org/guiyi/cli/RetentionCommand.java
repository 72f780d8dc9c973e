package org.guiyi.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.intake.Bilingual;
import org.guiyi.pipeline.Retention;
import org.guiyi.pipeline.Retention.Due;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guiyi retention}: takes away what has been kept long enough. */
@Command(
        name = "retention",
        mixinStandardHelpOptions = true,
        description =
                "按 jobs/retention.yaml 清除到期的内容。 Take away what has been kept for as long as jobs/retention.yaml says.")
final class RetentionCommand implements Callable<Integer> {

    @Option(names = "--preview", description = "只看有多少到期。 Only show how much is due.")
    private boolean preview;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try (Application application = Guiyi.of(spec).open()) {
            Retention retention = application.get(Retention.class);
            Optional<Due> due = preview ? Optional.of(retention.preview()) : retention.apply();
            if (due.isEmpty()) {
                Misuse.tell(
                        spec.commandLine().getErr(),
                        new Bilingual("另一个运行正在进行，什么也没有做。", "Another run is at work; nothing was done."));
                return Guiyi.FAILED;
            }
            print(due.get());
            return Guiyi.OK;
        }
    }

    private void print(Due due) {
        var out = spec.commandLine().getOut();
        out.println(preview ? "预览，什么也没有改变 preview, nothing was changed" : "已完成 done");
        out.println(
                String.format(Locale.ROOT, "原件 originals: %d (%.1f MB)", due.originals(), due.originalBytes() / 1e6));
        out.println("退回行的内容 content of rejected rows: " + due.rejectedRows());
        out.println("未识别文件的副本 copies not understood: " + due.notUnderstood());
        out.println("已结束请求的文件副本 copies of requests that are over: " + due.requests());
        out.println("回执与夜报 receipts and reports of nights: " + due.reports());
        out.println("审计记录 rows of the audit trail: " + due.auditRows());
    }
}
