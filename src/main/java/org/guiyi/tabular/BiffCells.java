package org.guiyi.tabular;

import java.util.Set;
import org.apache.poi.hssf.record.ArrayRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.SharedFormulaRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.TableRecord;
import org.apache.poi.hssf.util.RKUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/** Reads the cell records of one .xls sheet. */
final class BiffCells {

    private static final int RICH_LABEL = 0x00D6;
    private static final Set<Integer> CELLS = Set.of(
            (int) LabelSSTRecord.sid,
            (int) LabelRecord.sid,
            RICH_LABEL,
            (int) NumberRecord.sid,
            (int) RKRecord.sid,
            (int) MulRKRecord.sid,
            (int) FormulaRecord.sid,
            (int) BoolErrRecord.sid);
    private static final Set<Integer> BETWEEN_FORMULA_AND_STRING =
            Set.of((int) SharedFormulaRecord.sid, (int) ArrayRecord.sid, (int) TableRecord.sid);

    private final int sheet;
    private final ReadingLimits limits;
    private final SharedStrings strings;
    private final BiffGlobals globals;

    BiffCells(int sheet, ReadingLimits limits, SharedStrings strings, BiffGlobals globals) {
        this.sheet = sheet;
        this.limits = limits;
        this.strings = strings;
        this.globals = globals;
    }

    int sheet() {
        return sheet;
    }

    /** Whether records of a kind hold cells with a value; they all begin with the row. */
    static boolean isCell(int sid) {
        return CELLS.contains(sid);
    }

    /** Reads on in a cell record whose row has been read. */
    void read(RecordInputStream in, RowAssembler row) {
        int column = in.readUShort();
        switch (in.getSid()) {
            case MulRKRecord.sid -> readMany(in, column, row);
            case LabelSSTRecord.sid -> readShared(in, column, row);
            case NumberRecord.sid -> addNumber(column, in.readUShort(), in.readDouble(), row);
            case RKRecord.sid -> addNumber(column, in.readUShort(), RKUtil.decodeNumber(in.readInt()), row);
            case BoolErrRecord.sid -> readBooleanOrError(in, column, row);
            case FormulaRecord.sid -> readFormula(in, column, row);
            default -> {
                in.readUShort();
                CellReader.addText(column, BiffGlobals.text(in, in.readUShort()), limits, row);
            }
        }
    }

    private void readMany(RecordInputStream in, int firstColumn, RowAssembler row) {
        for (int column = firstColumn; in.remaining() >= 6; column++) {
            addNumber(column, in.readUShort(), RKUtil.decodeNumber(in.readInt()), row);
        }
    }

    private void readShared(RecordInputStream in, int column, RowAssembler row) {
        in.readUShort();
        int index = in.readInt();
        if (index < 0 || index >= strings.size()) {
            throw Refusals.malformed("单元格引用了不存在的共享字符串", "a cell refers to a shared string that isn't there");
        }
        CellReader.addText(column, strings.get(index), limits, row);
    }

    private void addNumber(int column, int style, double value, RowAssembler row) {
        CellReader.addNumber(column, NumberText.plain(value), globals.styles().isDate(style), globals.dates(), row);
    }

    private static void readBooleanOrError(RecordInputStream in, int column, RowAssembler row) {
        in.readUShort();
        int value = in.readUByte();
        addBooleanOrError(column, value, in.readUByte() != 0, row);
    }

    private static void addBooleanOrError(int column, int value, boolean error, RowAssembler row) {
        if (!error) {
            row.add(column, value == 0 ? "FALSE" : "TRUE", CellKind.BOOLEAN);
        } else {
            row.add(
                    column,
                    FormulaError.isValidCode(value) ? FormulaError.forInt(value).getString() : "#ERROR!",
                    CellKind.ERROR);
        }
    }

    /** The stored result: a double, or a marker in the double's place that tells what else it is. */
    private void readFormula(RecordInputStream in, int column, RowAssembler row) {
        int style = in.readUShort();
        long result = in.readLong();
        if (result >>> 48 != 0xFFFF) {
            addNumber(column, style, Double.longBitsToDouble(result), row);
            return;
        }
        int value = (int) (result >>> 16) & 0xFF;
        switch ((int) result & 0xFF) {
            case 0 -> readFormulaText(in, column, row);
            case 1 -> addBooleanOrError(column, value, false, row);
            case 2 -> addBooleanOrError(column, value, true, row);
            default -> {}
        }
    }

    private void readFormulaText(RecordInputStream in, int column, RowAssembler row) {
        BiffGlobals.skipRest(in);
        while (in.hasNextRecord() && BETWEEN_FORMULA_AND_STRING.contains(in.getNextSid())) {
            in.nextRecord();
            in.readRemainder();
        }
        if (in.hasNextRecord() && in.getNextSid() == StringRecord.sid) {
            in.nextRecord();
            CellReader.addText(column, BiffGlobals.text(in, in.readUShort()), limits, row);
        }
    }
}
