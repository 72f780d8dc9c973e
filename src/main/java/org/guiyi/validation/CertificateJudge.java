package org.guiyi.validation;

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

    private final NumberReader reader;
    private final ProblemCode invalid;

    private CertificateJudge(Field field, FieldProblems problems, NumberReader reader, ProblemCode invalid) {
        super(field, problems);
        this.reader = reader;
        this.invalid = invalid;
    }

    static FieldJudge phone(Field field, FieldProblems problems) {
        return new CertificateJudge(field, problems, Phone::read, ProblemCode.PHONE_INVALID);
    }

    static FieldJudge account(Field field, FieldProblems problems) {
        return new CertificateJudge(field, problems, BankAccount::read, ProblemCode.PATTERN);
    }

    static FieldJudge creditCode(Field field, FieldProblems problems) {
        return new CertificateJudge(field, problems, CreditCode::read, ProblemCode.CREDIT_CODE_INVALID);
    }

    static FieldJudge studentNumber(Field field, FieldProblems problems) {
        return new CertificateJudge(field, problems, StudentNumber::read, ProblemCode.CERTIFICATE_INVALID);
    }

    static FieldJudge disabilityCertificate(Field field, FieldProblems problems) {
        return new CertificateJudge(field, problems, DisabilityCertificate::read, ProblemCode.CERTIFICATE_INVALID);
    }

    static FieldJudge birthCertificate(Field field, FieldProblems problems) {
        return new CertificateJudge(field, problems, BirthCertificate::read, ProblemCode.CERTIFICATE_INVALID);
    }

    @Override
    void read(JudgedRow row, String text, boolean numericCell) {
        if (isMissing(text.strip())) {
            row.absent(index);
            return;
        }
        NumberReading reading = reader.read(text, numericCell);
        if (reading.has(NumberFlag.MISSING)) {
            row.absent(index);
            return;
        }
        if (!reading.values().isEmpty()) {
            row.value(index, String.join(";", reading.values()));
        }
        if (!reading.flags().isEmpty() || reading.values().isEmpty()) {
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
