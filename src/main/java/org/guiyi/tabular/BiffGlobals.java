package org.guiyi.tabular;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ContinueRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SSTRecord;

/**
 * What the beginning of an .xls stream tells about the whole workbook.
 *
 * @param sheets the worksheets; charts and macro sheets are left out
 * @param positions where in the stream each of them begins
 */
record BiffGlobals(List<SheetDescription> sheets, List<Integer> positions, CellStyles styles, ExcelDates dates) {

    private static final int BIFF_8 = 0x0600;
    private static final int MOST_SHEETS = 10_000;

    static BiffGlobals read(RecordInputStream in, SharedStrings strings) throws IOException {
        BiffGlobals globals =
                new BiffGlobals(new ArrayList<>(), new ArrayList<>(), new CellStyles(), new ExcelDates(false));
        boolean since1904 = false;
        while (in.hasNextRecord()) {
            in.nextRecord();
            switch (in.getSid()) {
                case BOFRecord.sid -> requireBiff8(in.readUShort());
                case FilePassRecord.sid -> throw Refusals.encrypted();
                case DateWindow1904Record.sid -> since1904 = in.readUShort() == 1;
                case FormatRecord.sid -> globals.styles.addFormat(in.readUShort(), text(in, in.readUShort()));
                case ExtendedFormatRecord.sid -> globals.addStyle(in);
                case BoundSheetRecord.sid -> globals.addSheet(in);
                case SSTRecord.sid -> addStrings(in, strings);
                default -> {}
            }
            boolean end = in.getSid() == EOFRecord.sid;
            skipRest(in);
            if (end) {
                break;
            }
        }
        return new BiffGlobals(
                List.copyOf(globals.sheets), List.copyOf(globals.positions), globals.styles, new ExcelDates(since1904));
    }

    static void requireBiff8(int version) {
        if (version != BIFF_8) {
            throw Refusals.oldExcel();
        }
    }

    private void addStyle(RecordInputStream in) {
        in.readUShort();
        styles.addStyle(in.readUShort());
    }

    private void addSheet(RecordInputStream in) {
        int position = in.readInt();
        int visibility = in.readUByte() & 3;
        int type = in.readUByte();
        if (type != 0) {
            return;
        }
        if (sheets.size() == MOST_SHEETS) {
            throw Refusals.tooLarge("工作表的数目", "The number of sheets", MOST_SHEETS);
        }
        sheets.add(new SheetDescription(text(in, in.readUByte()), visibility != 0));
        positions.add(position);
    }

    private static void addStrings(RecordInputStream in, SharedStrings strings) throws IOException {
        in.readInt();
        int count = in.readInt();
        for (int i = 0; i < count && more(in); i++) {
            int length = in.readUShort();
            int flags = in.readUByte();
            int runs = (flags & 8) == 0 ? 0 : in.readUShort();
            long extension = (flags & 4) == 0 ? 0 : in.readInt();
            strings.add((flags & 1) == 0 ? in.readCompressedUnicode(length) : in.readUnicodeLEString(length));
            skip(in, 4L * runs + Math.max(0, extension));
        }
    }

    /** Whether the table goes on, in this record or in a continuation; at a record's very end the next id is not read yet. */
    private static boolean more(RecordInputStream in) {
        return in.remaining() > 0 || in.hasNextRecord() && in.getNextSid() == ContinueRecord.sid;
    }

    private static void skip(RecordInputStream in, long bytes) {
        byte[] ignored = new byte[(int) Math.min(bytes, RecordInputStream.MAX_RECORD_DATA_SIZE)];
        for (long left = bytes; left > 0; left -= ignored.length) {
            in.readFully(ignored, 0, (int) Math.min(left, ignored.length));
        }
    }

    /** A string whose length stood before it: one byte of options, then the characters. */
    static String text(RecordInputStream in, int length) {
        return (in.readUByte() & 1) == 0 ? in.readCompressedUnicode(length) : in.readUnicodeLEString(length);
    }

    static void skipRest(RecordInputStream in) {
        if (in.remaining() > 0) {
            in.readRemainder();
        }
    }
}
