package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole number that holds by its own rules.
 *
 * @param value the normal form: 18 characters for a resident ID and a residence permit
 * @param splits the numbers of other documents found in the same cell
 */
public record WholeIdentity(
        String delivered,
        List<IdentityFlag> flags,
        DocumentType document,
        String value,
        Map<DocumentType, String> splits)
        implements IdentityReading {

    public WholeIdentity {
        flags = List.copyOf(flags);
        splits = Map.copyOf(splits);
    }

    @Override
    public Optional<String> number() {
        return Optional.of(value);
    }

    @Override
    public Optional<String> split(DocumentType other) {
        return Optional.ofNullable(splits.get(other));
    }

    @Override
    public Optional<LocalDate> birthDate() {
        return ResidentDigits.birthDate(value);
    }

    @Override
    public Optional<Sex> sex() {
        return ResidentDigits.sex(value);
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "WholeIdentity" + flags;
    }
}
