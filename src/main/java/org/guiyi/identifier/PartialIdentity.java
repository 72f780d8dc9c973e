package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number of which some digits are hidden or lost.
 *
 * @param known 18 characters, {@code *} for a digit that is not known
 * @param candidate the only whole number it can have been, if there is exactly one
 */
public record PartialIdentity(
        String delivered,
        List<IdentityFlag> flags,
        String known,
        @Nullable String candidate) implements IdentityReading {

    public PartialIdentity {
        flags = List.copyOf(flags);
        if (known.length() != ResidentDigits.LENGTH) {
            throw new IllegalArgumentException("a pattern has 18 characters, found " + known.length());
        }
    }

    @Override
    public DocumentType document() {
        return ResidentDigits.documentOf(known);
    }

    @Override
    public Optional<String> pattern() {
        return Optional.of(known);
    }

    @Override
    public Optional<String> repairCandidate() {
        return Optional.ofNullable(candidate);
    }

    @Override
    public Optional<LocalDate> birthDate() {
        return ResidentDigits.birthDate(known);
    }

    @Override
    public Optional<Sex> sex() {
        return ResidentDigits.sex(known);
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "PartialIdentity" + flags;
    }
}
