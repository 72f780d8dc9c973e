package org.guiyi.validation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.guiyi.feed.Field;
import org.guiyi.feed.Severity;
import org.guiyi.identifier.DocumentType;
import org.guiyi.identifier.IdentityFlag;
import org.guiyi.identifier.IdentityReader;
import org.guiyi.identifier.IdentityReading;
import org.guiyi.identifier.NoIdentity;
import org.guiyi.identifier.Synthetic;
import org.jspecify.annotations.Nullable;

/** An identity number. A damaged one is refused as a value and kept as evidence; only a made-up one rejects the row. */
final class IdentityJudge extends FieldJudge {

    /** The documents whose numbers have no form of their own, by their code in {@code document_type}. */
    private static final Map<String, DocumentType> DOCUMENTS = Map.of(
            "03",
            DocumentType.PASSPORT,
            "06",
            DocumentType.TAIWAN_PERMIT,
            "10",
            DocumentType.OTHER,
            "99",
            DocumentType.OTHER);

    private final IdentityReader reader;
    private final int documentType;
    private final boolean strict;

    /** {@code documentType} is an earlier field that says what document the number is of, or -1. */
    IdentityJudge(Field field, FieldProblems problems, IdentityReader reader, int documentType, Synthetic synthetic) {
        super(field, problems);
        this.reader = reader;
        this.documentType = documentType;
        this.strict = synthetic == Synthetic.REFUSED;
    }

    @Override
    void read(JudgedRow row, String text, boolean numericCell) {
        IdentityReading reading = reader.read(text, numericCell, stated(row));
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

    private @Nullable DocumentType stated(JudgedRow row) {
        String code = documentType < 0 ? null : row.value(documentType);
        return code == null ? null : DOCUMENTS.get(code);
    }

    private void note(JudgedRow row, IdentityReading reading) {
        Set<ProblemCode> noted = EnumSet.noneOf(ProblemCode.class);
        for (IdentityFlag flag : reading.flags()) {
            ProblemCode code = problem(flag, reading);
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

    private static @Nullable ProblemCode problem(IdentityFlag flag, IdentityReading reading) {
        return switch (flag) {
            case NORMALISED, EXTRACTED, MISSING -> null;
            case UPGRADED_15, UPGRADED_15_CENTENARIAN -> ProblemCode.ID_UPGRADED;
            case DISABILITY_CERT, STUDENT_NO, STUDENT_NO_SCHOOL, STUDENT_NO_TEMP -> ProblemCode.ID_SPLIT;
            case BAD_REGION -> ProblemCode.ID_REGION_UNKNOWN;
            case AGE_IMPLAUSIBLE -> ProblemCode.ID_AGE_IMPLAUSIBLE;
            case SPECIMEN -> ProblemCode.ID_SPECIMEN;
            case SYNTHETIC, SYNTHETIC_POSSIBLE -> ProblemCode.ID_SYNTHETIC;
            case REPAIR_CANDIDATE -> reading.has(IdentityFlag.LETTERS) ? ProblemCode.ID_REPAIR_CANDIDATE : null;
            case LETTERS -> isToldOtherwise(reading) ? null : ProblemCode.ID_UNREADABLE;
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

    /** Letters among the digits are told by what they make of the number, where they make anything of it. */
    private static boolean isToldOtherwise(IdentityReading reading) {
        return reading.has(IdentityFlag.REPAIR_CANDIDATE) || reading.has(IdentityFlag.BAD_CHECK);
    }
}
