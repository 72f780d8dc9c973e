package org.guiyi.pipeline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What an operation did or would do, as JSON: places, codes and counts, never a person's data. */
public final class AnswerJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private AnswerJson() {}

    public static String of(String operation, boolean preview, Answer.Done done) {
        return JSON.writeValueAsString(json(operation, preview, done));
    }

    /** The same with the tables that differ from what stood. */
    public static String of(
            String operation, boolean preview, Answer.Done done, List<Checksum.Tables.Difference> differences) {
        Map<String, @Nullable Object> json = json(operation, preview, done);
        json.put("tables", differences);
        return JSON.writeValueAsString(json);
    }

    private static Map<String, @Nullable Object> json(String operation, boolean preview, Answer.Done done) {
        Impact impact = done.impact();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("operation", operation);
        json.put("preview", preview);
        json.put("submissions", done.redone().stream().map(AnswerJson::redone).toList());
        json.put("records", impact.applied().stream().map(AnswerJson::applied).toList());
        json.put("processings_taken_back", impact.retired());
        json.put("held", impact.held());
        json.put("holds", impact.holds().stream().map(AnswerJson::held).toList());
        json.put("persons_touched", impact.touched());
        json.put("persons", impact.people());
        json.put("persons_named", impact.named());
        json.put("persons_after", impact.persons());
        json.put("facts", impact.facts());
        json.put("amendments_falling", impact.falling());
        json.put("coming_back", impact.returning());
        json.put("left_out", done.leftOut());
        return json;
    }

    private static Map<String, Object> held(Impact.Held held) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("receipt", held.receipt());
        json.put("why_zh", held.why().zh());
        json.put("why_en", held.why().en());
        return json;
    }

    private static Map<String, @Nullable Object> redone(Redone redone) {
        RowChanges changes = redone.changes();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("receipt", redone.receipt());
        json.put("feed", redone.feed());
        json.put("period", redone.period().orElse(null));
        json.put("definition_before", redone.definitionBefore());
        json.put("definition_after", redone.definitionAfter());
        json.put("outcome", redone.outcome().en());
        redone.why().ifPresent(why -> {
            json.put("why_zh", why.zh());
            json.put("why_en", why.en());
        });
        json.put("rows_before", changes.before().counts());
        json.put("rows_after", changes.after().counts());
        json.put("verdicts_changed", changes.changed());
        json.put("verdicts", changes.turns());
        json.put("problems", changes.problems());
        json.put("keys_changed", changes.keys());
        json.put("contents_changed", changes.contents());
        json.put("rows", changes.rows().stream().map(AnswerJson::row).toList());
        return json;
    }

    private static Map<String, Object> row(RowChanges.RowChange row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sheet", row.sheet());
        json.put("row", row.row());
        json.put("from", row.from());
        json.put("to", row.to());
        json.put("codes_before", row.codesBefore());
        json.put("codes_after", row.codesAfter());
        return json;
    }

    private static Map<String, Object> applied(Impact.Applied applied) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("receipt", applied.receipt());
        json.putAll(applied.effects().balance().counts());
        json.put("replayed", applied.replayed());
        return json;
    }
}
