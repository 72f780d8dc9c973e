package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.guiyi.matching.Explanation;
import org.guiyi.matching.Explanation.Part;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Why two records have their match weight: as a table that sums it up, or as JSON with the data of a waterfall chart. */
final class ExplanationPrinter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintWriter out;

    ExplanationPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(Explanation explanation, boolean json) {
        if (json) {
            out.println(JSON.writeValueAsString(members(explanation)));
        } else {
            table(explanation);
        }
    }

    private void table(Explanation explanation) {
        Table table = new Table(
                Column.text("比较项", "comparison"),
                Column.text("等级", "level"),
                Column.number("权重", "weight"),
                Column.number("词频", "term frequency"),
                Column.number("累计", "running"));
        double running = explanation.priorWeight();
        table.add("先验 prior", "", bits(running), "", bits(running));
        for (Part part : explanation.parts()) {
            running += part.weight();
            table.add(
                    words(part.comparisonZh(), part.comparisonEn()),
                    level(part),
                    bits(part.weight()),
                    bits(part.termFrequencyWeight()),
                    bits(running));
        }
        table.add("合计 total", "", bits(explanation.weight()), "", bits(explanation.weight()));
        table.print(out);
        out.println("概率 probability: " + String.format(Locale.ROOT, "%.4f", explanation.probability()));
        out.println("结论 decision: " + decision(explanation)
                + explanation
                        .constraint()
                        .map(name -> "（约束 constraint " + name + "）")
                        .orElse(""));
    }

    private static String level(Part part) {
        String words = words(part.levelZh(), part.levelEn());
        return part.standing() == Explanation.Standing.IMPLIED ? words + "（已含 implied）" : words;
    }

    private static String words(String zh, String en) {
        return zh.equals(en) ? en : zh + " " + en;
    }

    private static String decision(Explanation explanation) {
        return explanation
                .decision()
                .map(made -> made.name().toLowerCase(Locale.ROOT))
                .orElse("-");
    }

    /** A part's bar goes {@code from} where the one before ended {@code to} where the next begins, in bits. */
    private static Map<String, @Nullable Object> members(Explanation explanation) {
        double running = explanation.priorWeight();
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Part part : explanation.parts()) {
            parts.add(part(part, running));
            running += part.weight();
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("prior", explanation.priorWeight());
        json.put("parts", parts);
        json.put("weight", explanation.weight());
        json.put("probability", explanation.probability());
        json.put("decision", decision(explanation));
        json.put("constraint", explanation.constraint().orElse(null));
        return json;
    }

    private static Map<String, Object> part(Part part, double from) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("comparison", part.comparison());
        json.put("comparison_zh", part.comparisonZh());
        json.put("comparison_en", part.comparisonEn());
        json.put("level", part.level());
        json.put("level_zh", part.levelZh());
        json.put("level_en", part.levelEn());
        json.put("standing", part.standing().name().toLowerCase(Locale.ROOT));
        json.put("weight", part.weight());
        json.put("term_frequency", part.termFrequencyWeight());
        json.put("from", from);
        json.put("to", from + part.weight());
        return json;
    }

    private static String bits(double bits) {
        return String.format(Locale.ROOT, "%+.3f", bits);
    }
}
