package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.List;
import org.guiyi.intake.RecordBalance;
import org.guiyi.intake.RowBalance;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.NightSummary.Line;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Prints what a run did, as a table or as JSON. */
final class SummaryPrinter {

    private final JsonMapper json = JsonMapper.builder().build();

    void table(NightSummary summary, PrintWriter out) {
        new SubmissionTable(summary.submissions()).print(out);
        out.println();
        out.println("人员 persons " + summary.persons() + " · 自动归并的记录对 matches " + summary.matches()
                + " · 疑似同一人 possible " + summary.possible() + " · 待办 tasks " + summary.tasks() + " · 发布号 publication "
                + summary.publication());
    }

    String json(NightSummary summary) {
        ObjectNode root = json.createObjectNode();
        root.set("submissions", lines(summary.submissions()));
        root.put("persons", summary.persons());
        root.put("publication", summary.publication());
        root.put("matches", summary.matches());
        root.put("possible", summary.possible());
        root.put("tasks", summary.tasks());
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    ArrayNode lines(List<Line> lines) {
        ArrayNode all = json.createArrayNode();
        lines.forEach(line -> all.add(node(line)));
        return all;
    }

    private ObjectNode node(Line line) {
        ObjectNode node = json.createObjectNode();
        node.put("receipt", line.receipt());
        node.put("bureau", line.bureau());
        node.put("feed", line.feed().orElse(null));
        node.put("scope", line.scope().orElse(null));
        node.put("period", line.period().orElse(null));
        node.put("file", line.file());
        node.put("verdict", line.verdict().name().toLowerCase(java.util.Locale.ROOT));
        node.set("rows", node(line.rows()));
        line.records().ifPresent(records -> node.set("records", node(records)));
        line.reason().ifPresent(reason -> node.put("reason_zh", reason.zh()).put("reason_en", reason.en()));
        return node;
    }

    private ObjectNode node(RowBalance rows) {
        return json.createObjectNode()
                .put("read", rows.read())
                .put("accepted", rows.accepted())
                .put("rejected", rows.rejected())
                .put("duplicate", rows.duplicate())
                .put("not_data", rows.notData());
    }

    private ObjectNode node(RecordBalance records) {
        return json.createObjectNode()
                .put("produced", records.produced())
                .put("new", records.added())
                .put("changed", records.changed())
                .put("unchanged", records.unchanged())
                .put("conflicting", records.conflicting())
                .put("left", records.left())
                .put("unconfirmed", records.unconfirmed());
    }
}
