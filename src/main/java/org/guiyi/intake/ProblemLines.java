package org.guiyi.intake;

import org.guiyi.database.CopyRows;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.Severity;
import org.guiyi.protection.NumberTokens;
import org.jspecify.annotations.Nullable;

/** Lines for {@code intake.row_problem}. */
public final class ProblemLines {

    /** The COPY target that these lines fit. */
    public static final String TARGET = """
            intake.row_problem (processing_id, row_seq, code, severity, field, column_index, delivered, message_zh, \
            message_en, suggestion)""";

    private final FeedDefinition feed;
    private final CopyRows lines;
    private final NumberTokens numbers;

    public ProblemLines(FeedDefinition feed, CopyRows lines, NumberTokens numbers) {
        this.feed = feed;
        this.lines = lines;
        this.numbers = numbers;
    }

    /** A problem of a row as {@code intake} keeps it; {@code column} is -1 for the row as a whole. */
    public record RowProblem(
            String code,
            Severity severity,
            @Nullable String field,
            int column,
            String delivered,
            Bilingual message,
            @Nullable String suggestion) {}

    public void add(long processing, int rowSeq, RowProblem problem) {
        lines.number(processing)
                .number(rowSeq)
                .text(problem.code())
                .text(problem.severity().key())
                .text(problem.field())
                .number(problem.column())
                .text(kept(problem.field(), problem.delivered()))
                .text(problem.message().zh())
                .text(problem.message().en())
                .text(problem.suggestion() == null ? null : kept(problem.field(), problem.suggestion()))
                .endRow();
    }

    /** A text of a field as it may be stored. */
    private String kept(@Nullable String field, String text) {
        boolean number =
                field != null && feed.find(field).filter(Field::holdsNumbers).isPresent();
        return number ? numbers.whole(text) : numbers.within(text);
    }
}
