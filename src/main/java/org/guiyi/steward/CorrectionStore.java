package org.guiyi.steward;

import java.util.List;
import org.guiyi.correction.CellCorrection;
import org.guiyi.correction.Corrections;
import org.guiyi.correction.ValueMapping;
import org.guiyi.protection.NumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The corrections and value mappings that stewards made. */
@Repository
public class CorrectionStore {

    private final JdbcClient jdbc;
    private final NumberVault vault;

    CorrectionStore(JdbcClient jdbc, NumberVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** What was decided about the cells of a submission and the texts of its feed, in the order it was decided. */
    public Corrections of(long submission, String feed) {
        List<CellCorrection> cells = jdbc.sql("""
                        select sheet, row_number, field, corrected from steward.correction
                        where submission_id = ? order by correction_id
                        """)
                .param(submission)
                .query((row, number) -> new CellCorrection(
                        row.getInt("sheet"),
                        row.getInt("row_number"),
                        row.getString("field"),
                        vault.reveal(row.getString("corrected"))))
                .list();
        List<ValueMapping> values = jdbc.sql(
                        "select field, delivered, mapped from steward.value_mapping where feed = ? order by mapping_id")
                .param(feed)
                .query((row, number) -> new ValueMapping(
                        row.getString("field"),
                        vault.reveal(row.getString("delivered")),
                        vault.reveal(row.getString("mapped"))))
                .list();
        return Corrections.of(cells, values);
    }
}
