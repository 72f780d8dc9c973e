package org.guiyi.reply;

import static org.guiyi.reply.ReportTable.column;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.RowBalance;
import org.guiyi.reply.NightReport.Delivery;

/** The report of a night as tables: what the page and the workbook both show. */
final class NightTables {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final String NONE = "—";

    private final NightReport report;

    NightTables(NightReport report) {
        this.report = report;
    }

    List<ReportTable> all() {
        return List.of(summary(), byFeed(), wanting(), late(), problems(), persons(), steps(), deliveries());
    }

    private ReportTable summary() {
        return new ReportTable("概要", "Summary", column("项目", "item"), column("内容", "value"))
                .row("业务日期 business date", report.date().toString())
                .row("结果 outcome", both(report.said()))
                .row("开始 started", TIME.format(report.started()))
                .row("结束 finished", TIME.format(report.finished()))
                .row(
                        "用时（秒） seconds",
                        Duration.between(report.started(), report.finished()).toSeconds())
                .row("发布号 publication", report.published().map(String::valueOf).orElse("本次没有发布 none was made"))
                .row("报送文件 files", report.deliveries().size() + report.repeated())
                .row("其中以前报送过 delivered before", report.repeated())
                .row("迟报 late", (long) report.late().size());
    }

    private ReportTable byFeed() {
        ReportTable table = new ReportTable(
                "按部门和名册",
                "By bureau and feed",
                column("部门", "bureau"),
                column("名册", "feed"),
                column("文件", "files"),
                column("读取", "read"),
                column("接受", "accepted"),
                column("退回", "rejected"),
                column("重复", "duplicate"),
                column("非数据", "not data"));
        Map<String, Sum> sums = new TreeMap<>();
        report.deliveries()
                .forEach(each -> sums.computeIfAbsent(
                                each.bureau() + " " + each.feed().orElse(""), key -> new Sum(each))
                        .add(each.rows()));
        sums.values().forEach(sum -> table.row(sum.cells()));
        return table;
    }

    /** The rows of one feed's deliveries. */
    private static final class Sum {
        private final Delivery first;
        private long files;
        private RowBalance rows = RowBalance.NONE;

        Sum(Delivery first) {
            this.first = first;
        }

        void add(RowBalance more) {
            files++;
            rows = new RowBalance(
                    rows.read() + more.read(),
                    rows.accepted() + more.accepted(),
                    rows.rejected() + more.rejected(),
                    rows.duplicate() + more.duplicate(),
                    rows.notData() + more.notData());
        }

        Object[] cells() {
            return new Object[] {
                BureauName.of(first.bureau()),
                first.feed().orElse(NONE),
                files,
                rows.read(),
                rows.accepted(),
                rows.rejected(),
                rows.duplicate(),
                rows.notData()
            };
        }
    }

    private ReportTable wanting() {
        ReportTable table = new ReportTable(
                "暂缓、退回与未读",
                "Held, rejected and not read",
                column("回执", "receipt"),
                column("部门", "bureau"),
                column("名册", "feed"),
                column("结果", "verdict"),
                column("原因", "reason"));
        report.deliveries().stream()
                .filter(Delivery::wanting)
                .forEach(each -> table.row(
                        text(each.receipt()),
                        BureauName.of(each.bureau()),
                        each.feed().orElse(NONE),
                        both(each.verdict()),
                        each.reason().map(NightTables::both).orElse(NONE)));
        return table;
    }

    private ReportTable late() {
        ReportTable table = new ReportTable(
                "迟报",
                "Late",
                column("名册", "feed"),
                column("范围", "scope"),
                column("报送期", "period"),
                column("应于", "due"));
        report.late()
                .forEach(each -> table.row(
                        each.feed(),
                        each.scope().orElse(NONE),
                        each.period(),
                        each.due().toString()));
        return table;
    }

    private ReportTable problems() {
        ReportTable table = new ReportTable(
                "问题",
                "Problems",
                column("名册", "feed"),
                column("字段", "field"),
                column("代码", "code"),
                column("程度", "severity"),
                column("行", "rows"),
                column("说明", "message"));
        report.problems()
                .forEach(each -> table.row(
                        each.feed(),
                        text(each.field()),
                        each.code(),
                        SeverityWord.of(each.severity()).zh() + " "
                                + each.severity().key(),
                        each.rows(),
                        both(each.message())));
        return table;
    }

    private ReportTable persons() {
        ReportTable table = new ReportTable("人员与比对", "Persons and matches", column("项目", "item"), column("数", "count"))
                .row("人员 persons", report.persons().all())
                .row("本次新增 new", report.persons().fresh())
                .row("本次并入他人 joined", report.persons().joined())
                .row("本次拆出 parted", report.persons().parted())
                .row("本次不再有 gone", report.persons().gone())
                .row("自动归并的记录对 matches", report.matches().automatic())
                .row("疑似同一人，待核 possible", report.matches().possible())
                .row("其中本次新增 new possible", report.matches().freshlyPossible());
        report.tasks().forEach((kind, count) -> table.row("待办 tasks · " + kind, count));
        return table;
    }

    private ReportTable steps() {
        ReportTable table = new ReportTable(
                "步骤用时",
                "Steps",
                column("步骤", "step"),
                column("次数", "times"),
                column("秒", "seconds"),
                column("处理数", "items"),
                column("每秒", "a second"));
        report.steps()
                .forEach(each -> table.row(
                        both(each.name()),
                        each.runs(),
                        tenth(each.seconds()),
                        each.items() + " " + both(each.unit()),
                        perSecond(each.items(), each.seconds())));
        return table;
    }

    private ReportTable deliveries() {
        ReportTable table = new ReportTable(
                "报送批次",
                "Deliveries",
                column("回执", "receipt"),
                column("部门", "bureau"),
                column("名册", "feed"),
                column("范围", "scope"),
                column("报送期", "period"),
                column("结果", "verdict"),
                column("读取", "read"),
                column("接受", "accepted"),
                column("退回", "rejected"),
                column("重复", "duplicate"),
                column("非数据", "not data"),
                column("新增", "new"),
                column("变更", "changed"),
                column("减员", "left"),
                column("秒", "seconds"),
                column("行/秒", "rows/s"));
        report.deliveries().forEach(each -> table.row(cells(each)));
        return table;
    }

    private static Object[] cells(Delivery each) {
        return new Object[] {
            text(each.receipt()),
            BureauName.of(each.bureau()),
            each.feed().orElse(NONE),
            each.scope().orElse(NONE),
            each.period().orElse(NONE),
            both(each.verdict()),
            each.rows().read(),
            each.rows().accepted(),
            each.rows().rejected(),
            each.rows().duplicate(),
            each.rows().notData(),
            each.records().<Object>map(records -> records.added()).orElse(NONE),
            each.records().<Object>map(records -> records.changed()).orElse(NONE),
            each.records().<Object>map(records -> records.left()).orElse(NONE),
            each.seconds().<Object>map(NightTables::tenth).orElse(NONE),
            each.seconds()
                    .<Object>map(seconds -> perSecond(each.rows().read(), seconds))
                    .orElse(NONE)
        };
    }

    static String both(Bilingual said) {
        return said.zh() + " " + said.en();
    }

    private static String text(String value) {
        return Optional.of(value).filter(some -> !some.isEmpty()).orElse(NONE);
    }

    private static double tenth(double seconds) {
        return Math.round(seconds * 10) / 10.0;
    }

    private static long perSecond(long items, double seconds) {
        return seconds <= 0 ? 0 : Math.round(items / seconds);
    }
}
