package org.guiyi.reply;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.RecordBalance;
import org.guiyi.intake.RowBalance;
import org.guiyi.reply.Receipt.ProblemCount;

/** A receipt as lines for people. */
final class ReceiptText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    /** Stands for the scope of rosters that only add. */
    private static final String NO_SCOPE = "-";

    private final Receipt receipt;
    private final StringBuilder text = new StringBuilder(1024);

    ReceiptText(Receipt receipt) {
        this.receipt = receipt;
    }

    String text() {
        line("回执 Receipt", receipt.number().value());
        line("名册 Feed", feed());
        receipt.answers().ifPresent(answered -> line("答复 Answers", answered.value()));
        line("单位 Bureau", BureauName.of(receipt.bureau()));
        line(
                "范围 Scope",
                receipt.scope().filter(scope -> !scope.equals(NO_SCOPE)).orElse("—"));
        line("报送期 Period", receipt.period().orElse("—"));
        line("文件 File", receipt.file());
        line("报送时间 Delivered at", TIME.format(receipt.deliveredAt()));
        line("状态 State", receipt.state().zh() + " " + receipt.state().word());
        receipt.reason().ifPresent(reason -> both("原因 Reason", reason));
        rows(receipt.rows());
        receipt.records().ifPresent(this::records);
        if (receipt.openRejections() + receipt.answeredRejections() > 0) {
            line(
                    "退回行 Rejected rows",
                    "待处理 open " + receipt.openRejections() + " · 已答复 answered " + receipt.answeredRejections());
        }
        problems();
        receipt.next().ifPresent(next -> both("下一步 Next", next));
        return text.toString();
    }

    private String feed() {
        String id = receipt.feed().orElse("—");
        Optional<Bilingual> title = receipt.feedTitle();
        return title.map(names -> names.zh() + " " + names.en() + "（" + id + "）")
                .orElse(id);
    }

    private void rows(RowBalance rows) {
        line(
                "行 Rows",
                "读取 read " + rows.read() + " = 接受 accepted " + rows.accepted() + " + 退回 rejected " + rows.rejected()
                        + " + 重复 duplicate " + rows.duplicate() + " + 非数据 not data " + rows.notData());
    }

    private void records(RecordBalance records) {
        line(
                "记录 Records",
                "产生 produced " + records.produced() + " = 新增 new " + records.added() + " + 变更 changed "
                        + records.changed() + " + 不变 unchanged " + records.unchanged() + " + 冲突 conflicting "
                        + records.conflicting() + "；减员 left " + records.left() + " · 待核实 unconfirmed "
                        + records.unconfirmed());
    }

    private void problems() {
        if (receipt.problems().isEmpty()) {
            return;
        }
        text.append("问题 Problems\n");
        receipt.problems().forEach(this::problem);
    }

    private void problem(ProblemCount problem) {
        text.append("  [")
                .append(SeverityWord.of(problem.severity()).zh())
                .append(' ')
                .append(problem.severity().key())
                .append("] ")
                .append(problem.code());
        if (!problem.title().isEmpty()) {
            text.append(' ').append(problem.title());
        }
        text.append(" · ").append(problem.rows()).append(" 行 rows · ").append(samples(problem));
        text.append("\n      ").append(problem.message().zh());
        text.append("\n      ").append(problem.message().en()).append('\n');
    }

    /** The rows' places: a sheet is named once for all of its rows. */
    private static String samples(ProblemCount problem) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        problem.samples()
                .forEach(sample -> rows.computeIfAbsent(sample.sheet(), sheet -> new ArrayList<>())
                        .add(Integer.toString(sample.row())));
        String places = rows.entrySet().stream()
                .map(sheet -> (sheet.getKey().isEmpty() ? "" : "「" + sheet.getKey() + "」") + "第 "
                        + String.join("、", sheet.getValue()) + " 行")
                .collect(Collectors.joining("，"));
        return (problem.rows() > problem.samples().size() ? "如 e.g. " : "") + places;
    }

    private void both(String label, Bilingual said) {
        line(label, said.zh());
        text.append("    ").append(said.en()).append('\n');
    }

    private void line(String label, String value) {
        text.append(label).append("：").append(value).append('\n');
    }
}
