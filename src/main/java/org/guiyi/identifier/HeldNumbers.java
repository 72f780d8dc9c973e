package org.guiyi.identifier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Other numbers that hold a resident ID: disability certificates and student numbers. */
final class HeldNumbers implements IdentityStep {

    private static final Pattern CERTIFICATE = Pattern.compile("\\d{17}[\\dX][1-7][1-4](B\\d{1,2})?");
    private static final Pattern STUDENT = Pattern.compile("[GJL]\\d{17}[\\dX]");

    private final WholeNumbers numbers;

    HeldNumbers(WholeNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public Optional<IdentityReading> read(IdentityCell cell) {
        if (CERTIFICATE.matcher(cell.text()).matches()) {
            return Optional.of(inside(cell, 0, DocumentType.DISABILITY_CERTIFICATE, IdentityFlag.DISABILITY_CERT));
        }
        return STUDENT.matcher(cell.text()).matches() ? Optional.of(student(cell)) : Optional.empty();
    }

    private IdentityReading student(IdentityCell cell) {
        return switch (cell.text().charAt(0)) {
            case 'G' -> inside(cell, 1, DocumentType.STUDENT_NUMBER, IdentityFlag.STUDENT_NO);
            case 'J' -> withoutIdentity(cell, IdentityFlag.STUDENT_NO_SCHOOL);
            default -> withoutIdentity(cell, IdentityFlag.STUDENT_NO_TEMP);
        };
    }

    private IdentityReading inside(IdentityCell cell, int from, DocumentType holder, IdentityFlag flag) {
        String number = cell.text().substring(from, from + ResidentDigits.LENGTH);
        return numbers.judge(cell, number, cell.flags(flag), Map.of(holder, cell.text()));
    }

    private static IdentityReading withoutIdentity(IdentityCell cell, IdentityFlag flag) {
        return new NoIdentity(cell.delivered(), List.of(flag), null, cell.text());
    }
}
