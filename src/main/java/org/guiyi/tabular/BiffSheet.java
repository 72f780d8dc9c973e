package org.guiyi.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one .xls sheet. Excel writes cells row by row and so they are streamed; a sheet whose writer didn't is
 * gathered whole first.
 */
final class BiffSheet implements Closeable {

    private static final int HIDDEN = 0x20;
    private static final int MOST_UNORDERED_CELLS = 1_500_000;

    private final DocumentInputStream stream;
    private final RecordInputStream in;
    private final BiffCells cells;
    private final boolean hiddenSheet;
    private final BitSet hiddenRows = new BitSet();
    private final RowAssembler assembler;
    private final @Nullable TreeMap<Integer, RowAssembler> gathered;
    private int depth;
    private int row = -1;
    /** The row of the cell record that is next to be read; -1 if none is begun. */
    private int begun = -1;

    private boolean ended;

    BiffSheet(DocumentEntry workbook, int position, BiffCells cells, boolean hiddenSheet) throws IOException {
        this.cells = cells;
        this.hiddenSheet = hiddenSheet;
        this.assembler = new RowAssembler(cells.sheet());
        boolean ordered = BiffOrder.isByRows(workbook, position);
        this.stream = BiffOrder.open(workbook, position);
        this.in = new RecordInputStream(stream);
        this.gathered = ordered ? null : gather();
    }

    private TreeMap<Integer, RowAssembler> gather() {
        TreeMap<Integer, RowAssembler> rows = new TreeMap<>();
        for (int count = 0; begin(); count++) {
            if (count == MOST_UNORDERED_CELLS) {
                throw Refusals.malformed("单元格未按行存放", "its cells aren't stored by rows");
            }
            cells.read(in, rows.computeIfAbsent(begun, number -> new RowAssembler(cells.sheet())));
            begun = -1;
        }
        return rows;
    }

    @Nullable
    Row next() {
        return gathered == null ? nextStreamed() : nextGathered(gathered);
    }

    private @Nullable Row nextGathered(TreeMap<Integer, RowAssembler> rows) {
        while (!rows.isEmpty()) {
            Map.Entry<Integer, RowAssembler> first = rows.pollFirstEntry();
            Row next = first.getValue().take(first.getKey() + 1, isHidden(first.getKey()));
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    private @Nullable Row nextStreamed() {
        while (begun >= 0 || begin()) {
            if (begun != row && !assembler.isEmpty()) {
                return assembler.take(row + 1, isHidden(row));
            }
            row = begun;
            begun = -1;
            cells.read(in, assembler);
        }
        return assembler.take(row + 1, isHidden(row));
    }

    private boolean isHidden(int index) {
        return hiddenSheet || (index >= 0 && hiddenRows.get(index));
    }

    /** Goes to the next cell record and reads its row; false at the sheet's end. */
    private boolean begin() {
        while (!ended) {
            BiffGlobals.skipRest(in);
            if (!in.hasNextRecord()) {
                throw Refusals.malformed("工作表没有结尾", "a sheet has no end");
            }
            in.nextRecord();
            if (in.getSid() == EOFRecord.sid && --depth <= 0) {
                ended = true;
            } else if (in.getSid() == BOFRecord.sid) {
                BiffGlobals.requireBiff8(in.readUShort());
                depth++;
            } else if (in.getSid() == RowRecord.sid && depth == 1) {
                readRow();
            } else if (depth == 1 && BiffCells.isCell(in.getSid())) {
                begun = in.readUShort();
                return true;
            }
        }
        return false;
    }

    private void readRow() {
        int index = in.readUShort();
        in.readLong();
        in.readUShort();
        hiddenRows.set(index, (in.readUShort() & HIDDEN) != 0);
    }

    @Override
    public void close() {
        stream.close();
    }
}
