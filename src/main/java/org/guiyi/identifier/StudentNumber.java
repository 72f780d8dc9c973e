package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 全国学籍号: a letter and 18 characters. {@code G} stands before a resident ID; {@code J} before 18 characters built by
 * the same rule for a pupil who has none; {@code L} is temporary and holds no more than region and birth.
 */
public record StudentNumber(String value) {

    public StudentNumber {
        if (!holds(value)) {
            throw new IllegalArgumentException("a student number has G, J or L and 18 characters that hold");
        }
    }

    /** The number, when the text is one exactly as it stands. */
    public static Optional<StudentNumber> of(String text) {
        return holds(text) ? Optional.of(new StudentNumber(text)) : Optional.empty();
    }

    /** Reads the text of a cell. */
    public static NumberReading read(String delivered, boolean numericCell) {
        return NumberCell.of(delivered, numericCell).reading(text -> holds(text), NumberFlag.FORM);
    }

    /** The resident ID inside a number of kind G. */
    public Optional<ResidentId> residentId() {
        return value.charAt(0) == 'G' ? ResidentId.of(value.substring(1)) : Optional.empty();
    }

    public Optional<LocalDate> birthDate() {
        return ResidentDigits.birthDate(value.substring(1));
    }

    /** The sex in the digits; a temporary number does not tell. */
    public Optional<Sex> sex() {
        return value.charAt(0) == 'L' ? Optional.empty() : ResidentDigits.sex(value.substring(1));
    }

    private static boolean holds(String text) {
        if (text.length() != 19 || !ResidentDigits.wellFormed(text.substring(1))) {
            return false;
        }
        return switch (text.charAt(0)) {
            case 'G', 'J' -> ResidentId.holds(text.substring(1));
            case 'L' -> true;
            default -> false;
        };
    }

    static List<Character> kinds() {
        return List.of('G', 'J', 'L');
    }
}
