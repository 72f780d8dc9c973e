package org.guiyi.reply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.guiyi.intake.Bilingual;
import org.guiyi.reply.NightReport.Delivery;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The report of a night for programs; what is absent is {@code null}. */
final class NightJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NightJson() {}

    static String of(NightReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("event", "night");
        json.put("subject", report.subject());
        json.put("date", report.date().toString());
        json.put("run", report.run());
        json.put("outcome", report.outcome());
        json.put("attention", report.wantsAttention());
        json.put("started_at", report.started().toString());
        json.put("finished_at", report.finished().toString());
        json.put("publication", report.published().orElse(null));
        json.put(
                "deliveries",
                report.deliveries().stream().map(NightJson::delivery).toList());
        json.put("delivered_before", report.repeated());
        json.put("late", report.late().stream().map(NightJson::late).toList());
        json.put(
                "persons",
                Map.of(
                        "all", report.persons().all(),
                        "new", report.persons().fresh(),
                        "joined", report.persons().joined(),
                        "parted", report.persons().parted()));
        json.put("matches", report.matches().automatic());
        json.put("possible", report.matches().possible());
        json.put("steps", steps(report));
        return JSON.writeValueAsString(json);
    }

    private static Map<String, @Nullable Object> delivery(Delivery each) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("receipt", each.receipt().isEmpty() ? null : each.receipt());
        json.put("bureau", each.bureau());
        json.put("feed", each.feed().orElse(null));
        json.put("scope", each.scope().orElse(null));
        json.put("period", each.period().orElse(null));
        json.put("verdict", each.verdict().en());
        json.put("read", each.rows().read());
        json.put("accepted", each.rows().accepted());
        json.put("rejected", each.rows().rejected());
        json.put("duplicate", each.rows().duplicate());
        json.put("not_data", each.rows().notData());
        json.put("reason_zh", each.reason().map(Bilingual::zh).orElse(null));
        json.put("reason_en", each.reason().map(Bilingual::en).orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> late(NightReport.LateLine each) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("feed", each.feed());
        json.put("scope", each.scope().orElse(null));
        json.put("period", each.period());
        json.put("due", each.due().toString());
        return json;
    }

    private static List<Map<String, Object>> steps(NightReport report) {
        return report.steps().stream()
                .map(each ->
                        Map.<String, Object>of("step", each.step(), "seconds", each.seconds(), "items", each.items()))
                .toList();
    }
}
