package org.guiyi.validation;

import java.util.Optional;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldRole;
import org.guiyi.feed.FieldType;
import org.guiyi.feed.FieldValue;
import org.guiyi.feed.Severity;
import org.guiyi.identifier.IdentityReading;
import org.guiyi.tabular.CellKind;
import org.jspecify.annotations.Nullable;

/** What an empty field means: its default, a required value missing, or nothing. */
final class AbsenceCheck implements RowCheck {

    /** The code of 无证件 in the document types. */
    private static final String NO_DOCUMENT = "00";

    private final Field field;
    private final FieldJudge judge;
    private final FieldProblems problems;
    private final int documentType;
    private final int from;
    private final @Nullable Condition condition;

    AbsenceCheck(FeedDefinition feed, FieldJudge judge, @Nullable Condition condition) {
        this.field = judge.field;
        this.judge = judge;
        this.problems = judge.problems;
        this.condition = condition;
        this.documentType = feed.find(FieldRole.DOCUMENT_TYPE).map(Field::index).orElse(-1);
        Optional<FieldValue> whenEmpty = field.whenEmpty();
        this.from =
                whenEmpty.isPresent() && whenEmpty.get() instanceof FieldValue.Of of ? feed.indexOf(of.field()) : -1;
    }

    /** Whether an empty field of this kind means anything. */
    static boolean matters(Field field) {
        return field.required()
                || field.expected()
                || field.whenEmpty().isPresent()
                || field.requiredWhen().isPresent();
    }

    @Override
    public void check(JudgedRow row) {
        if (row.isAbsent(field.index())) {
            fill(row);
            if (row.isAbsent(field.index())) {
                judgeAbsence(row);
            }
        }
    }

    private void fill(JudgedRow row) {
        if (from >= 0 && !row.isAbsent(from)) {
            // A source that can't be read is told there, once.
            row.value(field.index(), row.value(from));
            row.present(field.index());
        } else if (field.whenEmpty().isPresent() && field.whenEmpty().get() instanceof FieldValue.Fixed fixed) {
            row.present(field.index());
            judge.judge(row, fixed.text(), CellKind.TEXT);
        }
    }

    private void judgeAbsence(JudgedRow row) {
        if (field.type() == FieldType.IDENTITY && (field.required() || field.expected())) {
            judgeMissingIdentity(row);
        } else if (field.required()) {
            problems.add(row, ProblemCode.REQUIRED, Severity.REJECT, null);
        } else if (condition != null && condition.test(row) == Condition.Outcome.TRUE) {
            problems.add(row, ProblemCode.REQUIRED_WHEN, field.severity().orElse(Severity.BLOCK), null);
        }
    }

    private void judgeMissingIdentity(JudgedRow row) {
        Optional<IdentityReading> reading = row.identity(field.index());
        boolean reason = reading.flatMap(IdentityReading::missingReason).isPresent()
                || documentType >= 0 && NO_DOCUMENT.equals(row.value(documentType));
        boolean otherNumber = reading.isPresent() && reading.get().document() != org.guiyi.identifier.DocumentType.NONE;
        if (reason) {
            Severity severity = field.required() ? Severity.BLOCK : Severity.NOTICE;
            problems.add(row, ProblemCode.ID_NONE_WITH_REASON, severity, null);
        } else if (field.required() && !otherNumber) {
            problems.add(row, ProblemCode.REQUIRED, Severity.REJECT, null);
        } else {
            problems.add(row, ProblemCode.ID_MISSING, problems.of(Severity.BLOCK), null);
        }
    }
}
