package org.guiyi.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guiyi.feed.Constraints;
import org.guiyi.feed.Field;
import org.guiyi.feed.Messages;
import org.guiyi.feed.Severity;
import org.guiyi.identifier.Code;
import org.guiyi.identifier.CodeLists;
import org.jspecify.annotations.Nullable;

/** Makes the problems of one field. Their messages hold nothing of the row, so each is worded once. */
final class FieldProblems {

    private static final Messages MESSAGES = Messages.beside(FieldProblems.class);
    private static final int MOST_CHOICES = 12;

    private final Field field;
    private final Map<String, String> zhArguments;
    private final Map<String, String> enArguments;
    private final Map<ProblemCode, Wording> wordings = new ConcurrentHashMap<>();

    FieldProblems(Field field, CodeLists codes) {
        this.field = field;
        Map<String, String> shared = arguments(field);
        this.zhArguments = new HashMap<>(shared);
        this.enArguments = new HashMap<>(shared);
        zhArguments.put("choices", choices(field, codes, "、", " 等"));
        enArguments.put("choices", choices(field, codes, ", ", " …"));
    }

    /** Adds a problem with its usual severity for this field. */
    void add(JudgedRow row, ProblemCode code) {
        add(row, code, of(code.severity()), null);
    }

    /** Adds a problem that leaves the field without a usable value: it rejects the row when the field is required. */
    void addUnusable(JudgedRow row, ProblemCode code) {
        boolean reject = field.required() && !isSomebodyElses();
        add(row, code, field.severity().orElse(reject ? Severity.REJECT : of(code.severity())), null);
    }

    void add(JudgedRow row, ProblemCode code, Severity severity, @Nullable String suggestion) {
        Wording wording = wordings.computeIfAbsent(code, this::word);
        row.add(new Problem(
                code.name(),
                severity,
                field.name(),
                row.column(field.index()),
                row.text(field.index()),
                wording.zh(),
                wording.en(),
                suggestion));
    }

    /** The field's own severity, else the usual one, a step milder where the field is a related person's. */
    Severity of(Severity usual) {
        if (field.severity().isPresent()) {
            return field.severity().get();
        }
        return isSomebodyElses() ? milder(usual) : usual;
    }

    /** What is wrong with a related person's name, number or phone costs the subject's row less. */
    private boolean isSomebodyElses() {
        return field.related().isPresent()
                && switch (field.type()) {
                    case NAME, IDENTITY, PHONE -> true;
                    default -> false;
                };
    }

    private static Severity milder(Severity severity) {
        return switch (severity) {
            case REJECT -> Severity.BLOCK;
            case BLOCK, NOTICE -> Severity.NOTICE;
        };
    }

    private Wording word(ProblemCode code) {
        return new Wording(MESSAGES.zh(code.name(), zhArguments), MESSAGES.en(code.name(), enArguments));
    }

    private static Map<String, String> arguments(Field field) {
        Constraints constraints = field.constraints();
        Map<String, String> arguments = new HashMap<>();
        arguments.put("title", field.title());
        arguments.put("minLength", Integer.toString(constraints.minLength()));
        arguments.put("maxLength", Integer.toString(constraints.maxLength()));
        constraints.minimum().ifPresent(bound -> arguments.put("minimum", bound.text()));
        constraints.maximum().ifPresent(bound -> arguments.put("maximum", bound.text()));
        return arguments;
    }

    private static String choices(Field field, CodeLists codes, String between, String more) {
        List<String> names = new ArrayList<>();
        Collection<Code> entries =
                field.codes().map(list -> codes.list(list).codes()).orElse(List.of());
        List<String> allowed = field.constraints().enumeration();
        for (Code code : entries) {
            if (allowed.isEmpty() || allowed.contains(code.code())) {
                names.add(code.name());
            }
        }
        if (entries.isEmpty()) {
            names.addAll(allowed);
        }
        String shown = String.join(between, names.subList(0, Math.min(MOST_CHOICES, names.size())));
        return names.size() > MOST_CHOICES ? shown + more : shown;
    }

    private record Wording(String zh, String en) {}
}
