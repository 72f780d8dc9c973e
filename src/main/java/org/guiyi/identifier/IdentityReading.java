package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a cell of an identity column says. Nothing is repaired silently: whatever differs from the delivered text shows
 * in {@link #flags()}, and a guess is only ever a {@link #repairCandidate()}.
 */
public sealed interface IdentityReading permits WholeIdentity, PartialIdentity, NoIdentity, UnusableIdentity {

    /** The text as it stood in the cell. */
    String delivered();

    /** All signs seen, the gravest first; empty for a clean number. */
    List<IdentityFlag> flags();

    /** The document the number stands on; {@code NONE} when there is none. */
    DocumentType document();

    default boolean has(IdentityFlag flag) {
        return flags().contains(flag);
    }

    /** The whole number in its normal form, of whatever document. Only a {@link WholeIdentity} has one. */
    default Optional<String> number() {
        return Optional.empty();
    }

    /**
     * What is left of a damaged number: 18 characters, {@code *} for a digit that is not known. For a number whose check
     * digit or date is wrong, the digits as delivered: at least one of them is wrong.
     */
    default Optional<String> pattern() {
        return Optional.empty();
    }

    /** The number of another document that was found in the cell. */
    default Optional<String> split(DocumentType document) {
        return Optional.empty();
    }

    /** What the number may have been: there is exactly one such repair, and only a person may accept it. */
    default Optional<String> repairCandidate() {
        return Optional.empty();
    }

    /** Why there is no number, in a settled Chinese word (新生未落户, 无户籍, 打拐解救 …); empty for a bare 无. */
    default Optional<String> missingReason() {
        return Optional.empty();
    }

    /** The birth date in the digits, where all eight are known and make a date. */
    default Optional<LocalDate> birthDate() {
        return Optional.empty();
    }

    /** The sex in the digits, where the seventeenth is known. */
    default Optional<Sex> sex() {
        return Optional.empty();
    }
}
