package org.guiyi.validation;

import java.util.EnumSet;
import java.util.Set;
import org.guiyi.feed.Field;
import org.guiyi.feed.Severity;
import org.guiyi.identifier.IdentityFlag;
import org.guiyi.identifier.IdentityReader;
import org.guiyi.identifier.IdentityReading;
import org.guiyi.identifier.NoIdentity;
import org.guiyi.identifier.Synthetic;
import org.jspecify.annotations.Nullable;

/** An identity number. A damaged one is refused as a value and kept as evidence; only a made-up one rejects the row. */
final class IdentityJudge extends FieldJudge {

    private final IdentityReader reader;
    private final boolean strict;

    IdentityJudge(Field field, FieldProblems problems, IdentityReader reader, Synthetic synthetic) {
        super(field, problems);
        this.reader = reader;
        this.strict = synthetic == Synthetic.REFUSED;
    }

    @Override
    void read(JudgedRow row, String text, boolean numericCell) {
        IdentityReading reading = reader.read(text, numericCell);
        row.reading(index, reading);
        if (reading.number().isPresent()) {
            row.value(index, reading.number().get());
        } else if (reading instanceof NoIdentity && !reading.has(IdentityFlag.UNREADABLE)) {
            row.absent(index);
        }
        if (!reading.flags().isEmpty()) {
            note(row, reading);
        }
    }

    private void note(JudgedRow row, IdentityReading reading) {
        Set<ProblemCode> noted = EnumSet.noneOf(ProblemCode.class);
        for (IdentityFlag flag : reading.flags()) {
            ProblemCode code = problem(flag);
            if (code != null && noted.add(code)) {
                String candidate = reading.repairCandidate().orElse(null);
                problems.add(row, code, severity(flag, code), candidate);
            }
        }
    }

    private Severity severity(IdentityFlag flag, ProblemCode code) {
        if (code == ProblemCode.ID_SYNTHETIC || code == ProblemCode.ID_SPECIMEN) {
            Severity ofSign = flag == IdentityFlag.SYNTHETIC_POSSIBLE ? Severity.BLOCK : code.severity();
            return strict && field.related().isEmpty() ? ofSign : Severity.NOTICE;
        }
        return code.severity() == Severity.NOTICE ? Severity.NOTICE : problems.of(code.severity());
    }

    private static @Nullable ProblemCode problem(IdentityFlag flag) {
        return switch (flag) {
            case NORMALISED, EXTRACTED, MISSING -> null;
            case UPGRADED_15, UPGRADED_15_CENTENARIAN -> ProblemCode.ID_UPGRADED;
            case DISABILITY_CERT, STUDENT_NO, STUDENT_NO_SCHOOL, STUDENT_NO_TEMP -> ProblemCode.ID_SPLIT;
            case BAD_REGION -> ProblemCode.ID_REGION_UNKNOWN;
            case AGE_IMPLAUSIBLE -> ProblemCode.ID_AGE_IMPLAUSIBLE;
            case SPECIMEN -> ProblemCode.ID_SPECIMEN;
            case SYNTHETIC, SYNTHETIC_POSSIBLE -> ProblemCode.ID_SYNTHETIC;
            case REPAIR_CANDIDATE -> ProblemCode.ID_REPAIR_CANDIDATE;
            case MASKED -> ProblemCode.ID_MASKED;
            case PRECISION_LOST -> ProblemCode.ID_PRECISION_LOST;
            case SCI_NOTATION -> ProblemCode.ID_SCIENTIFIC;
            case BAD_CHECK -> ProblemCode.ID_CHECK_DIGIT;
            case LENGTH -> ProblemCode.ID_LENGTH;
            case BAD_DATE -> ProblemCode.ID_DATE;
            case FUTURE_BIRTH -> ProblemCode.ID_FUTURE_BIRTH;
            case PLACEHOLDER -> ProblemCode.ID_PLACEHOLDER;
            case MULTI_VALUE -> ProblemCode.ID_MULTIPLE;
            case UNREADABLE -> ProblemCode.ID_UNREADABLE;
        };
    }
}
