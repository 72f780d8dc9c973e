package org.guiyi.pipeline;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.guiyi.intake.Identifier;
import org.guiyi.reply.RowKeys.Keyring;
import org.guiyi.reply.RowKeys.RowKey;
import org.guiyi.tabular.HeaderFinder;
import org.guiyi.tabular.ReadingLimits;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.TabularReader;

/** The rows that a returned workbook answers by their keys, and those that it answers more than once. */
final class AmendmentKeys {

    private final Keyring keyring;
    private final BitSet seen = new BitSet();
    private final BitSet repeated = new BitSet();

    private AmendmentKeys(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Looks through a returned workbook. */
    static AmendmentKeys of(Path workbook, Keyring keyring) {
        AmendmentKeys keys = new AmendmentKeys(keyring);
        Map<Integer, Integer> columns = new HashMap<>();
        try (TabularReader reader = TabularReader.open(workbook, ReadingLimits.defaults(), Optional.empty())) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                Integer column = columns.get(row.sheet());
                if (column != null) {
                    keys.note(row.text(column));
                } else if (row.number() <= HeaderFinder.ROWS) {
                    keyHeader(row).ifPresent(at -> columns.put(at.sheet(), at.column()));
                }
            }
        }
        return keys;
    }

    private record At(int sheet, int column) {}

    private static Optional<At> keyHeader(Row row) {
        for (int column = row.size() - 1; column >= 0; column--) {
            if (row.text(column).startsWith(Identifier.KEY_HEADER)) {
                return Optional.of(new At(row.sheet(), column));
            }
        }
        return Optional.empty();
    }

    private void note(String text) {
        if (keyring.read(text) instanceof RowKey.Ours ours) {
            if (seen.get(ours.rowSeq())) {
                repeated.set(ours.rowSeq());
            }
            seen.set(ours.rowSeq());
        }
    }

    RowKey read(String text) {
        return keyring.read(text);
    }

    /** Whether some row of the workbook has this row's key. */
    boolean has(int rowSeq) {
        return seen.get(rowSeq);
    }

    boolean isRepeated(int rowSeq) {
        return repeated.get(rowSeq);
    }
}
