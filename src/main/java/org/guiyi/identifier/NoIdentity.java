package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There is no identity number: the cell is blank, says why, or holds a student number that has none inside.
 *
 * @param reason the settled word for why, or null
 * @param studentNumber a student number without a resident ID, or null
 */
public record NoIdentity(
        String delivered,
        List<IdentityFlag> flags,
        @Nullable String reason,
        @Nullable String studentNumber) implements IdentityReading {

    public NoIdentity {
        flags = List.copyOf(flags);
    }

    @Override
    public DocumentType document() {
        return studentNumber == null ? DocumentType.NONE : DocumentType.STUDENT_NUMBER;
    }

    @Override
    public Optional<String> split(DocumentType other) {
        return other == DocumentType.STUDENT_NUMBER ? Optional.ofNullable(studentNumber) : Optional.empty();
    }

    @Override
    public Optional<String> missingReason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public Optional<LocalDate> birthDate() {
        return StudentNumber.of(studentNumber == null ? "" : studentNumber).flatMap(StudentNumber::birthDate);
    }

    @Override
    public Optional<Sex> sex() {
        return StudentNumber.of(studentNumber == null ? "" : studentNumber).flatMap(StudentNumber::sex);
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "NoIdentity" + flags;
    }
}
