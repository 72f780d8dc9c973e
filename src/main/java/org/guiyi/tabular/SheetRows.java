package org.guiyi.tabular;

import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of one worksheet part. */
final class SheetRows implements Closeable {

    private static final int LAST_ROW = 1_048_576;

    private final XmlCursor xml;
    private final int sheet;
    private final boolean hiddenSheet;
    private final CellReader cells;
    private final RowAssembler assembler;
    private boolean inData;
    private int number;

    SheetRows(XmlCursor xml, int sheet, boolean hiddenSheet, CellReader cells) {
        this.xml = xml;
        this.sheet = sheet;
        this.hiddenSheet = hiddenSheet;
        this.cells = cells;
        this.assembler = new RowAssembler(sheet);
    }

    /** The next row with a filled cell, or null at the part's proper end. */
    @Nullable
    Row next() throws XMLStreamException {
        for (int event = xml.next(); event != XmlCursor.END_OF_PART; event = xml.next()) {
            if (event == XmlCursor.START) {
                Row row = enter();
                if (row != null) {
                    return row;
                }
            } else if (event == XmlCursor.END && inData && xml.name().equals("sheetData")) {
                inData = false;
            }
        }
        return null;
    }

    private @Nullable Row enter() throws XMLStreamException {
        String name = xml.name();
        if (inData && name.equals("row")) {
            return readRow();
        }
        inData |= name.equals("sheetData");
        if (!name.equals("mergeCell") && !name.equals("hyperlink")) {
            xml.meetForeign();
        }
        return null;
    }

    private @Nullable Row readRow() throws XMLStreamException {
        String given = xml.attribute("r");
        int next = given == null ? number + 1 : rowNumber(given);
        if (next <= number) {
            throw Refusals.malformedAt(sheet, next, "行号重复或次序颠倒", "a row number is repeated or out of order");
        }
        if (next > LAST_ROW) {
            throw Refusals.cellReference(sheet, number);
        }
        number = next;
        boolean hidden = hiddenSheet || xml.isSet("hidden");
        readCells();
        return assembler.take(number, hidden);
    }

    private int rowNumber(String given) {
        int value = 0;
        for (int i = 0; i < given.length() && value <= LAST_ROW; i++) {
            int digit = given.charAt(i) - '0';
            value = digit < 0 || digit > 9 ? LAST_ROW + 1 : value * 10 + digit;
        }
        if (value > LAST_ROW || value == 0) {
            throw Refusals.cellReference(sheet, number);
        }
        return value;
    }

    private void readCells() throws XMLStreamException {
        int column = -1;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XmlCursor.START) {
                if (depth == 1 && xml.name().equals("c")) {
                    column = cells.read(xml, column, assembler);
                    if (column < 0) {
                        throw Refusals.cellReference(sheet, number);
                    }
                } else {
                    xml.meetForeign();
                    depth++;
                }
            } else if (event == XmlCursor.END) {
                depth--;
            }
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
