package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something stands in the cell that can't be used as a number.
 *
 * @param known its 18 characters, at least one of them wrong, or null when it hasn't 18
 * @param candidate the only whole number it can have been, or null
 */
public record UnusableIdentity(
        String delivered,
        List<IdentityFlag> flags,
        @Nullable String known,
        @Nullable String candidate) implements IdentityReading {

    public UnusableIdentity {
        flags = List.copyOf(flags);
    }

    @Override
    public DocumentType document() {
        return known == null ? DocumentType.OTHER : ResidentDigits.documentOf(known);
    }

    @Override
    public Optional<String> pattern() {
        return Optional.ofNullable(known);
    }

    @Override
    public Optional<String> repairCandidate() {
        return Optional.ofNullable(candidate);
    }

    @Override
    public Optional<LocalDate> birthDate() {
        return known == null ? Optional.empty() : ResidentDigits.birthDate(known);
    }

    @Override
    public Optional<Sex> sex() {
        return known == null ? Optional.empty() : ResidentDigits.sex(known);
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "UnusableIdentity" + flags;
    }
}
