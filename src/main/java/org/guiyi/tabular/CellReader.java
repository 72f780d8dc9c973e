package org.guiyi.tabular;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Reads the cells of worksheet parts into typed text. */
final class CellReader {

    private static final int LETTERS = 26;
    private static final int LONGEST_COLUMN = 3;

    private final ReadingLimits limits;
    private final SharedStrings strings;
    private final CellStyles styles;
    private final ExcelDates dates;
    private final CellText text;

    CellReader(ReadingLimits limits, SharedStrings strings, CellStyles styles, ExcelDates dates) {
        this.limits = limits;
        this.strings = strings;
        this.styles = styles;
        this.dates = dates;
        this.text = new CellText(limits.cellLength());
    }

    /** The column of a reference such as {@code AB12}, from 0; -1 if it has none or one too far. */
    static int column(String reference) {
        int column = 0;
        int letters = 0;
        while (letters < reference.length() && letters <= LONGEST_COLUMN) {
            int letter = (reference.charAt(letters) & ~0x20) - 'A';
            if (letter < 0 || letter >= LETTERS) {
                break;
            }
            column = column * LETTERS + letter + 1;
            letters++;
        }
        return letters > LONGEST_COLUMN ? -1 : column - 1;
    }

    /**
     * Reads the cell element that the cursor has just entered, to its end.
     *
     * @param previous the column of the cell before, which a cell without a reference follows
     * @return the cell's column; -1 if its reference is none
     */
    int read(XmlCursor xml, int previous, RowAssembler row) throws XMLStreamException {
        int column = previous + 1;
        String type = "n";
        String style = "0";
        for (int i = xml.attributes() - 1; i >= 0; i--) {
            switch (xml.attributeName(i)) {
                case "r" -> column = column(xml.attributeValue(i));
                case "t" -> type = xml.attributeValue(i);
                case "s" -> style = xml.attributeValue(i);
                default -> {}
            }
        }
        if (column < 0 || column >= limits.columns()) {
            return -1;
        }
        read(xml, column, type, style, row);
        return column;
    }

    private void read(XmlCursor xml, int column, String type, String style, RowAssembler row)
            throws XMLStreamException {
        text.clear();
        boolean formula = readContent(xml, type.equals("inlineStr"));
        if (text.isEmpty()) {
            if (formula && !type.equals("str")) {
                row.add(column, Cell.NOT_CALCULATED, CellKind.ERROR);
            }
            return;
        }
        if (text.overflown()) {
            row.add(column, text.text(), CellKind.TOO_LONG);
            return;
        }
        switch (type) {
            case "s" -> addShared(column, row);
            case "n" -> addNumber(column, Integer.parseInt(style), row);
            case "b" -> row.add(column, isTrue(text.stripped()) ? "TRUE" : "FALSE", CellKind.BOOLEAN);
            case "e" -> row.add(column, text.text(), CellKind.ERROR);
            case "d" -> addIsoDate(column, row);
            default -> row.add(column, text.text(), CellKind.TEXT);
        }
    }

    /**
     * Gathers the value, or the inline string of a cell that is said to have one, which then counts alone; tells whether there
     * was a formula.
     */
    private boolean readContent(XmlCursor xml, boolean inline) throws XMLStreamException {
        boolean formula = false;
        boolean inValue = false;
        boolean inlined = false;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XmlCursor.CHARACTERS) {
                if (inValue) {
                    xml.appendTo(text);
                }
            } else if (event == XmlCursor.START) {
                String name = xml.name();
                if (inline && name.equals("is")) {
                    text.clear();
                    RichText.read(xml, text);
                    inlined = true;
                } else {
                    depth++;
                    inValue = !inlined && name.equals("v");
                    formula |= name.equals("f");
                }
            } else if (event == XmlCursor.END) {
                depth--;
                inValue = false;
            }
        }
        return formula;
    }

    private void addShared(int column, RowAssembler row) {
        int index = text.index();
        if (index < 0 || index >= strings.size()) {
            throw Refusals.malformed("单元格引用了不存在的共享字符串", "a cell refers to a shared string that isn't there");
        }
        addText(column, strings.get(index), limits, row);
    }

    /** Adds a text that may be blank or too long. */
    static void addText(int column, String text, ReadingLimits limits, RowAssembler row) {
        if (text.length() > limits.cellLength()) {
            row.add(column, text.substring(0, limits.cellLength()), CellKind.TOO_LONG);
        } else if (!text.isEmpty()) {
            row.add(column, text, CellKind.TEXT);
        }
    }

    private void addNumber(int column, int style, RowAssembler row) {
        String stored = text.stripped();
        Optional<String> plain = NumberText.plain(stored);
        if (plain.isEmpty()) {
            addText(column, text.text(), limits, row);
            return;
        }
        addNumber(column, plain.get(), styles.isDate(style), dates, row);
    }

    /** Adds a number or the date that its style makes of it. */
    static void addNumber(int column, String plain, boolean asDate, ExcelDates dates, RowAssembler row) {
        Optional<String> date = asDate ? dates.fromSerial(plain) : Optional.empty();
        if (date.isPresent()) {
            row.add(column, date.get(), CellKind.DATE);
        } else {
            row.add(column, plain, CellKind.NUMBER);
        }
    }

    private void addIsoDate(int column, RowAssembler row) {
        Optional<String> date = ExcelDates.fromIso(text.stripped());
        row.add(column, date.orElseGet(text::text), date.isPresent() ? CellKind.DATE : CellKind.TEXT);
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equalsIgnoreCase("true");
    }
}
