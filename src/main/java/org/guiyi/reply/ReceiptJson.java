package org.guiyi.reply;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.RecordBalance;
import org.guiyi.reply.Receipt.ProblemCount;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A receipt as JSON. What is absent is {@code null}. */
final class ReceiptJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReceiptJson() {}

    static String write(Receipt receipt) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("receipt", receipt.number().value());
        json.put("bureau", receipt.bureau());
        json.put("feed", receipt.feed().orElse(null));
        json.put("feed_title", both(receipt.feedTitle()));
        json.put("kind", receipt.kind());
        json.put("answers", receipt.answers().map(ReceiptNumber::value).orElse(null));
        json.put("scope", receipt.scope().orElse(null));
        json.put("period", receipt.period().orElse(null));
        json.put("file", receipt.file());
        json.put("delivered_at", receipt.deliveredAt().toString());
        json.put("state", receipt.state().word());
        json.put("rows", receipt.rows().counts());
        json.put("records", receipt.records().map(RecordBalance::counts).orElse(null));
        json.put("open_rejections", receipt.openRejections());
        json.put("answered_rejections", receipt.answeredRejections());
        json.put(
                "problems",
                receipt.problems().stream().map(ReceiptJson::problem).toList());
        json.put("reason", both(receipt.reason()));
        json.put("next", both(receipt.next()));
        return JSON.writeValueAsString(json);
    }

    private static Map<String, Object> problem(ProblemCount problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", problem.code());
        json.put("severity", problem.severity().key());
        json.put("field", problem.field());
        json.put("title", problem.title());
        json.put("rows", problem.rows());
        json.put("message_zh", problem.message().zh());
        json.put("message_en", problem.message().en());
        json.put(
                "samples",
                problem.samples().stream()
                        .map(sample -> Map.of("sheet", sample.sheet(), "row", sample.row()))
                        .toList());
        return json;
    }

    private static @Nullable Map<String, String> both(Optional<Bilingual> said) {
        return said.map(text -> Map.of("zh", text.zh(), "en", text.en())).orElse(null);
    }
}
