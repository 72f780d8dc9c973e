package org.guiyi.validation;

import org.guiyi.feed.Severity;

/** The built-in problems with their usual severity; names are stable. */
public enum ProblemCode {
    RAGGED_ROW(Severity.REJECT),
    NUL_CHARACTER(Severity.REJECT),
    BAD_CHARACTER(Severity.REJECT),
    CELL_TOO_LONG(Severity.REJECT),
    CELL_ERROR(Severity.BLOCK),
    REQUIRED(Severity.REJECT),
    REQUIRED_WHEN(Severity.BLOCK),
    KEY_MISSING(Severity.REJECT),
    DATE_UNREADABLE(Severity.BLOCK),
    DATE_MONTH_ONLY(Severity.NOTICE),
    DATE_FUTURE(Severity.BLOCK),
    DATE_DOUBTFUL(Severity.BLOCK),
    CODE_UNKNOWN(Severity.NOTICE),
    NUMBER_UNREADABLE(Severity.BLOCK),
    PATTERN(Severity.BLOCK),
    ENUM(Severity.BLOCK),
    MIN_LENGTH(Severity.BLOCK),
    MAX_LENGTH(Severity.BLOCK),
    MINIMUM(Severity.BLOCK),
    MAXIMUM(Severity.BLOCK),
    NAME_ENCODING(Severity.REJECT),
    NAME_WILDCARD(Severity.BLOCK),
    NAME_WEAK(Severity.NOTICE),
    PHONE_INVALID(Severity.NOTICE),
    ACCOUNT_PRECISION_LOST(Severity.BLOCK),
    ACCOUNT_LUHN(Severity.NOTICE),
    CREDIT_CODE_INVALID(Severity.BLOCK),
    CERTIFICATE_INVALID(Severity.BLOCK),
    ID_PRECISION_LOST(Severity.BLOCK),
    ID_SCIENTIFIC(Severity.BLOCK),
    ID_MASKED(Severity.BLOCK),
    ID_CHECK_DIGIT(Severity.BLOCK),
    ID_LENGTH(Severity.BLOCK),
    ID_DATE(Severity.BLOCK),
    ID_FUTURE_BIRTH(Severity.BLOCK),
    ID_REPAIR_CANDIDATE(Severity.BLOCK),
    ID_MULTIPLE(Severity.BLOCK),
    ID_PLACEHOLDER(Severity.BLOCK),
    ID_UNREADABLE(Severity.BLOCK),
    ID_MISSING(Severity.BLOCK),
    ID_NONE_WITH_REASON(Severity.NOTICE),
    ID_BIRTH_MISMATCH(Severity.BLOCK),
    ID_SEX_MISMATCH(Severity.BLOCK),
    ID_OF_RELATED(Severity.BLOCK),
    ID_REGION_UNKNOWN(Severity.NOTICE),
    ID_AGE_IMPLAUSIBLE(Severity.NOTICE),
    ID_UPGRADED(Severity.NOTICE),
    ID_SPLIT(Severity.NOTICE),
    ID_SYNTHETIC(Severity.REJECT),
    ID_SPECIMEN(Severity.REJECT),
    RULE_FAILED(Severity.NOTICE);

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
