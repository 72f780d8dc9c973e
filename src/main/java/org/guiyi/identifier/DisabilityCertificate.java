package org.guiyi.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 残疾人证号: 18 characters of the resident ID, a digit of type (1 视力 to 7 多重), one of level (1 to 4), and {@code B1},
 * {@code B2} … after a reissue.
 */
public record DisabilityCertificate(String value) {

    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX][1-7][1-4](B\\d{1,2})?");

    public DisabilityCertificate {
        if (!holds(value)) {
            throw new IllegalArgumentException("a disability certificate has a resident ID, a type and a level");
        }
    }

    /** The number, when the text is one exactly as it stands. */
    public static Optional<DisabilityCertificate> of(String text) {
        return holds(text) ? Optional.of(new DisabilityCertificate(text)) : Optional.empty();
    }

    /** Reads the text of a cell; {@code BAD_CHECK} when the resident ID inside does not hold. */
    public static NumberReading read(String delivered, boolean numericCell) {
        var cell = NumberCell.of(delivered, numericCell);
        boolean form = FORM.matcher(cell.text()).matches();
        return cell.reading(DisabilityCertificate::holds, form ? NumberFlag.BAD_CHECK : NumberFlag.FORM);
    }

    public ResidentId residentId() {
        return new ResidentId(value.substring(0, ResidentDigits.LENGTH));
    }

    /** The code in list {@code disability_type}. */
    public String typeCode() {
        return value.substring(18, 19);
    }

    /** The code in list {@code disability_level}. */
    public String levelCode() {
        return value.substring(19, 20);
    }

    private static boolean holds(String text) {
        return FORM.matcher(text).matches() && ResidentId.holds(text.substring(0, ResidentDigits.LENGTH));
    }

    /** Not the number: it must not reach a log. */
    @Override
    public String toString() {
        return "DisabilityCertificate[…]";
    }
}
