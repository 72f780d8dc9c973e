package org.guiyi.validation;

import java.util.List;
import java.util.function.Predicate;
import org.guiyi.feed.Field;
import org.guiyi.identifier.BankAccount;
import org.guiyi.identifier.BirthCertificate;
import org.guiyi.identifier.CreditCode;
import org.guiyi.identifier.DisabilityCertificate;
import org.guiyi.identifier.NumberFlag;
import org.guiyi.identifier.NumberReading;
import org.guiyi.identifier.Phone;
import org.guiyi.identifier.StudentNumber;

/** A number other than an identity number: a phone, an account, a credit code, a certificate. */
final class CertificateJudge extends FieldJudge {

    /** Whether a text needs no reading: most do not. */
    private final Predicate<String> clean;

    private final NumberReader reader;
    private final ProblemCode invalid;

    private CertificateJudge(
            Field field, FieldProblems problems, Predicate<String> clean, NumberReader reader, ProblemCode invalid) {
        super(field, problems);
        this.clean = clean;
        this.reader = reader;
        this.invalid = invalid;
    }

    static FieldJudge phone(Field field, FieldProblems problems) {
        return new CertificateJudge(field, problems, text -> false, Phone::read, ProblemCode.PHONE_INVALID);
    }

    static FieldJudge account(Field field, FieldProblems problems) {
        return new CertificateJudge(field, problems, text -> false, BankAccount::read, ProblemCode.PATTERN);
    }

    static FieldJudge creditCode(Field field, FieldProblems problems) {
        return new CertificateJudge(
                field,
                problems,
                text -> CreditCode.of(text).isPresent(),
                CreditCode::read,
                ProblemCode.CREDIT_CODE_INVALID);
    }

    static FieldJudge studentNumber(Field field, FieldProblems problems) {
        return new CertificateJudge(
                field,
                problems,
                text -> StudentNumber.of(text).isPresent(),
                StudentNumber::read,
                ProblemCode.CERTIFICATE_INVALID);
    }

    static FieldJudge disabilityCertificate(Field field, FieldProblems problems) {
        return new CertificateJudge(
                field,
                problems,
                text -> DisabilityCertificate.of(text).isPresent(),
                DisabilityCertificate::read,
                ProblemCode.CERTIFICATE_INVALID);
    }

    static FieldJudge birthCertificate(Field field, FieldProblems problems) {
        return new CertificateJudge(
                field,
                problems,
                text -> BirthCertificate.of(text).isPresent(),
                BirthCertificate::read,
                ProblemCode.CERTIFICATE_INVALID);
    }

    @Override
    void read(JudgedRow row, String text, boolean numericCell) {
        if (!numericCell && clean.test(text)) {
            row.value(index, text);
            return;
        }
        if (isMissing(text.strip())) {
            row.absent(index);
            return;
        }
        NumberReading reading = reader.read(text, numericCell);
        if (reading.has(NumberFlag.MISSING)) {
            row.absent(index);
            return;
        }
        List<String> values = reading.values();
        if (!values.isEmpty()) {
            row.value(index, values.size() == 1 ? values.get(0) : String.join(";", values));
        }
        if (!reading.flags().isEmpty() || values.isEmpty()) {
            note(row, reading);
        }
    }

    private void note(JudgedRow row, NumberReading reading) {
        boolean lost = reading.has(NumberFlag.PRECISION_LOST) || reading.has(NumberFlag.SCI_NOTATION);
        if (lost && invalid == ProblemCode.PATTERN) {
            problems.add(row, ProblemCode.ACCOUNT_PRECISION_LOST);
        } else if (reading.values().isEmpty() || reading.has(NumberFlag.BAD_CHECK) || reading.has(NumberFlag.FORM)) {
            problems.add(row, invalid);
        } else if (reading.has(NumberFlag.LUHN)) {
            problems.add(row, ProblemCode.ACCOUNT_LUHN);
        }
    }

    private interface NumberReader {
        NumberReading read(String text, boolean numericCell);
    }
}
