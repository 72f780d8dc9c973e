package org.guiyi.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One field of a feed. {@code index} is its place in the definition; {@code aliases} are other headers it goes by
 * ({@code 监护人/姓名} under a group, {@code 联系电话#2} for the second of that name); {@code expected} asks an identity
 * field for a number or a reason for having none; {@code future} lets a date lie after the business date; {@code whenEmpty} is taken in place of an empty cell.
 */
public record Field(
        int index,
        String name,
        String title,
        List<String> aliases,
        FieldType type,
        Optional<FieldRole> role,
        Optional<String> codes,
        Constraints constraints,
        boolean expected,
        boolean future,
        Optional<Expression> requiredWhen,
        Optional<Severity> severity,
        Optional<FieldValue> whenEmpty,
        Set<String> missingValues,
        Personal personal,
        Correct correct,
        Optional<String> example,
        Optional<String> note) {

    public Field {
        aliases = List.copyOf(aliases);
        missingValues = Set.copyOf(missingValues);
    }

    public boolean required() {
        return constraints.required();
    }

    /** Whether its texts are identity or account numbers. */
    public boolean holdsNumbers() {
        return switch (type) {
            case IDENTITY, STUDENT_NUMBER, DISABILITY_CERTIFICATE, BIRTH_CERTIFICATE, ACCOUNT -> true;
            case STRING,
                    ANY,
                    NAME,
                    CREDIT_CODE,
                    PHONE,
                    ADDRESS,
                    DATE,
                    YEARMONTH,
                    INTEGER,
                    NUMBER,
                    MONEY,
                    BOOLEAN,
                    CODE -> personal == Personal.IDENTITY || personal == Personal.ACCOUNT;
        };
    }

    /** Whether an identity or account number may stand among other things in what is read from it. */
    public boolean mayHoldNumbers() {
        return switch (type) {
            case STRING, ANY -> !has(FieldRole.INSTITUTION_CODE) && !has(FieldRole.INSTITUTION_CREDIT_CODE);
            case NAME, PHONE, ADDRESS -> true;
            case IDENTITY, STUDENT_NUMBER, DISABILITY_CERTIFICATE, BIRTH_CERTIFICATE, ACCOUNT -> true;
            case CREDIT_CODE, DATE, YEARMONTH, INTEGER, NUMBER, MONEY, BOOLEAN, CODE -> false;
        };
    }

    /** Whose field this is when it isn't the subject's own. */
    public Optional<RelatedRole> related() {
        return role.flatMap(FieldRole::related);
    }

    public boolean has(FieldRole wanted) {
        return role.isPresent() && role.get() == wanted;
    }
}
