package org.guiyi.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.guiyi.linkfile.LinkFiles;
import org.guiyi.linkfile.LinkRemarks;
import org.guiyi.matching.BlockReach;
import org.guiyi.matching.BlockReport;
import org.guiyi.matching.ColumnCheck;
import org.guiyi.matching.Evaluation;
import org.guiyi.matching.Model;

/** What {@code guiyi match} tells in the terminal. */
final class MatchPrinter implements LinkRemarks {

    private final PrintWriter out;

    MatchPrinter(PrintWriter out) {
        this.out = out;
    }

    void blocks(BlockReport report) {
        Table table = new Table(
                Column.text("规则", "rule"),
                Column.number("记录", "records"),
                Column.number("块", "blocks"),
                Column.number("最大", "largest"),
                Column.number("对", "pairs"),
                Column.number("新对", "new pairs"));
        report.rules()
                .forEach(rule -> table.add(
                        rule.name(),
                        Integer.toString(rule.records()),
                        Integer.toString(rule.blocks()),
                        Integer.toString(rule.largest()),
                        Long.toString(rule.pairs()),
                        Long.toString(rule.newPairs())));
        table.print(out);
        out.println("合计 compared: " + report.comparedPairs());
        report.megaBlocks()
                .forEach(block -> out.println("过大的块 too large: " + block.rule() + " · " + block.key() + " · "
                        + block.records() + " · " + block.treatment().name().toLowerCase(Locale.ROOT)));
    }

    /** What blocking can find at best, which rules find it, and what a further rule could use. */
    void reach(BlockReach reach) {
        out.println(String.format(
                Locale.ROOT,
                "同一人的对 pairs of one person: %d · 分块召回 blocking recall %.4f · 闭包上限 closure ceiling %.4f",
                reach.truePairs(),
                reach.recall(),
                reach.ceiling()));
        reach.onlyBy()
                .forEach((rule, pairs) -> out.println("  仅由此规则找到 found by this rule alone: " + rule + " " + pairs));
        long missed = reach.truePairs() - reach.closed();
        if (missed > 0) {
            out.println("够不到的对 pairs out of reach: " + missed);
            reach.agreeing()
                    .forEach(
                            (comparison, pairs) -> out.println("  其中相同 of them agree on: " + comparison + " " + pairs));
        }
    }

    @Override
    public void note(ColumnCheck.Note note) {
        out.println("注意 note: " + note.zh());
        out.println("           " + note.en());
    }

    @Override
    public void trained(Model model) {
        boolean converged = model.report().converged();
        out.println("模型 model: 轮数 rounds " + model.report().rounds() + " · "
                + (converged ? "已收敛 converged" : "未收敛 NOT converged") + " · 先验 prior "
                + String.format(Locale.ROOT, "%.3g", model.prior()));
        model.report().notes().forEach(note -> out.println("注意 note: " + note));
    }

    void outcome(LinkFiles.Outcome outcome, Path folder) {
        outcome.blocks().megaBlocks().forEach(block -> line("过大的块 " + block.toString()));
        line("记录 records " + outcome.records() + " · 归并组 clusters " + outcome.clusters() + " · 自动 joined "
                + outcome.automatic() + " · 待人工 to review " + outcome.reviews() + " → " + folder);
    }

    void line(String text) {
        out.println(text);
    }

    void evaluation(Evaluation found) {
        Table table = new Table(
                Column.text("", ""),
                Column.number("准确率", "precision"),
                Column.number("召回率", "recall"),
                Column.number("F1", ""));
        score(table, "按权重的对 pairs by weight", found.automatic());
        score(table, "归并组内的对 pairs in clusters", found.clusters());
        score(table, "加人工确认 with review", found.withReview());
        score(table, "完全正确的归并组 exact clusters", found.exactClusters());
        table.print(out);
        out.println(String.format(
                Locale.ROOT,
                "分块召回率 blocking recall %.4f · 闭包上限 closure ceiling %.4f · 待人工 to review %d",
                found.blockingRecall(),
                found.closureCeiling(),
                found.reviewPairs()));
    }

    private static void score(Table table, String name, Evaluation.Score score) {
        table.add(name, four(score.precision()), four(score.recall()), four(score.f1()));
    }

    private static String four(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }
}
