package org.guiyi.validation;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiyi.feed.Expression;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FieldType;
import org.jspecify.annotations.Nullable;

/**
 * A CEL expression over a row. Its outcome is kept per distinct tuple of operands, because CEL is slow: the cache is
 * bounded, lossy and without locks.
 */
final class Condition {

    /** What an expression says about a row. */
    enum Outcome {
        TRUE,
        FALSE,
        /** An operand is missing. */
        SILENT,
        /** It could not be evaluated, for example for a division by nought. */
        FAILED
    }

    private static final int SLOTS = 1 << 16;
    private static final int FULL_DATE = 10;

    private final CelRuntime.Program program;
    private final @Nullable FieldComparison plain;
    private final String[] names;
    private final int[] operands;
    private final FieldType[] types;
    private final String[] askedNames;
    private final int[] asked;
    private final Instant businessDate;
    private final @Nullable Entry[] cache = new Entry[SLOTS];

    Condition(FeedDefinition feed, Expression expression, CelRuntime runtime, LocalDate businessDate) {
        this.program = program(runtime, expression.tree());
        this.names = expression.operands().toArray(String[]::new);
        this.operands = indexes(feed, expression.operands());
        this.types = Arrays.stream(operands)
                .mapToObj(index -> feed.fields().get(index).type())
                .toArray(FieldType[]::new);
        this.plain = FieldComparison.of(expression, types).orElse(null);
        this.askedNames =
                expression.asked().stream().map(name -> "given." + name).toArray(String[]::new);
        this.asked = indexes(feed, expression.asked());
        this.businessDate = instant(businessDate);
    }

    Outcome test(JudgedRow row) {
        String[] tuple = new String[operands.length + asked.length];
        int hash = 1;
        for (int i = 0; i < operands.length; i++) {
            String value = row.value(operands[i]);
            if (value == null || types[i] == FieldType.DATE && value.length() < FULL_DATE) {
                return Outcome.SILENT;
            }
            tuple[i] = value;
            hash = 31 * hash + value.hashCode();
        }
        if (plain != null) {
            return plain.holds(tuple) ? Outcome.TRUE : Outcome.FALSE;
        }
        for (int i = 0; i < asked.length; i++) {
            boolean given = row.value(asked[i]) != null;
            tuple[operands.length + i] = given ? "1" : "0";
            hash = 31 * hash + (given ? 1 : 0);
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Entry entry = cache[slot];
        if (entry == null || entry.hash != hash || !Arrays.equals(entry.tuple, tuple)) {
            entry = new Entry(hash, tuple, evaluate(tuple));
            cache[slot] = entry;
        }
        return entry.outcome;
    }

    private Outcome evaluate(String[] tuple) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("business_date", businessDate);
        for (int i = 0; i < operands.length; i++) {
            variables.put(names[i], typed(types[i], tuple[i]));
        }
        for (int i = 0; i < asked.length; i++) {
            variables.put(askedNames[i], tuple[operands.length + i].equals("1"));
        }
        try {
            return Boolean.TRUE.equals(program.eval(variables)) ? Outcome.TRUE : Outcome.FALSE;
        } catch (CelEvaluationException e) {
            return Outcome.FAILED;
        }
    }

    private static Object typed(FieldType type, String value) {
        return switch (type.valueSpace()) {
            case DATES -> instant(LocalDate.parse(value));
            case MONTHS -> instant(YearMonth.parse(value).atDay(1));
            case INTEGERS, AMOUNTS -> Long.valueOf(value);
            case DECIMALS -> Double.valueOf(value);
            case TRUTHS -> value.equals("1");
            case TEXTS -> value;
        };
    }

    private static Instant instant(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static int[] indexes(FeedDefinition feed, List<String> fields) {
        return fields.stream().mapToInt(feed::indexOf).toArray();
    }

    private static CelRuntime.Program program(CelRuntime runtime, CelAbstractSyntaxTree tree) {
        try {
            return runtime.createProgram(tree);
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("A typed CEL expression gave no program", e);
        }
    }

    private record Entry(int hash, String[] tuple, Outcome outcome) {}
}
