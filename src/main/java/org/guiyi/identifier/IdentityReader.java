package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of identity columns. Safe for use by several threads.
 *
 * <p>Ages are counted at the business date. In a cell typed as a number, 16 digits or more have lost their end even
 * when the check digit happens to hold.
 */
public final class IdentityReader {

    private final WholeNumbers numbers;
    private final List<IdentityStep> steps;

    public IdentityReader(Regions regions, LocalDate businessDate, Synthetic synthetic) {
        this.numbers = new WholeNumbers(regions, businessDate, synthetic);
        this.steps = List.of(
                new MissingWords(),
                new LostPrecision(),
                new SeveralNumbers(),
                new Placeholders(),
                numbers,
                new HeldNumbers(numbers),
                new OldNumbers(numbers),
                new MaskedNumbers(),
                new OtherDocuments(),
                new LetterRepair(),
                new WrongLength(),
                new NumberAmongWords(numbers));
    }

    /** Reads the text of a cell; {@code numericCell} when the workbook holds it as a number. */
    public IdentityReading read(String delivered, boolean numericCell) {
        if (!numericCell && ResidentDigits.wellFormed(delivered) && ResidentId.holds(delivered)) {
            return numbers.held(delivered);
        }
        return readSlowly(IdentityCell.of(delivered, numericCell));
    }

    /**
     * Reads a cell beside which another says what document it is: a number without a form of its own, such as the eight
     * digits of a 台胞证 or a foreign passport, is believed only then.
     */
    public IdentityReading read(String delivered, boolean numericCell, @Nullable DocumentType stated) {
        IdentityReading reading = read(delivered, numericCell);
        return stated == null || reading instanceof WholeIdentity || numericCell
                ? reading
                : OtherDocuments.stated(IdentityCell.of(delivered, false), stated)
                        .orElse(reading);
    }

    private IdentityReading readSlowly(IdentityCell cell) {
        for (IdentityStep step : steps) {
            var reading = step.read(cell);
            if (reading.isPresent()) {
                return reading.get();
            }
        }
        return cell.unusable(null, null, IdentityFlag.UNREADABLE);
    }
}
