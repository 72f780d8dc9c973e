package org.guiyi.tabular;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Which cell styles of a workbook show dates. */
final class CellStyles {

    private static final int MOST_FORMATS = 100_000;
    private static final int MOST_STYLES = 1_000_000;

    private final Map<Integer, Boolean> dateFormats = new HashMap<>();
    private final BitSet dates = new BitSet();
    private int styles;

    static CellStyles read(OfficePackage parts, String workbook) throws IOException, XMLStreamException {
        CellStyles styles = new CellStyles();
        Optional<String> part = parts.related(workbook, "styles");
        if (part.isPresent()) {
            try (XmlCursor xml = parts.open(part.get())) {
                styles.read(xml);
            }
        }
        return styles;
    }

    private void read(XmlCursor xml) throws XMLStreamException {
        boolean ofCells = false;
        for (int event = xml.next(); event != XmlCursor.END_OF_PART; event = xml.next()) {
            if (event == XmlCursor.END) {
                ofCells &= !xml.name().equals("cellXfs");
            } else if (event == XmlCursor.START) {
                switch (xml.name()) {
                    case "numFmt" -> addFormat(number(xml, "numFmtId"), xml.attribute("formatCode", ""));
                    case "cellXfs" -> ofCells = true;
                    case "xf" -> {
                        if (ofCells) {
                            addStyle(number(xml, "numFmtId"));
                        }
                    }
                    default -> xml.meetForeign();
                }
            }
        }
    }

    private static int number(XmlCursor xml, String attribute) {
        return Integer.parseInt(xml.attribute(attribute, "0"));
    }

    void addFormat(int id, String code) {
        if (dateFormats.size() == MOST_FORMATS) {
            throw Refusals.malformed("数字格式过多", "it has too many number formats");
        }
        dateFormats.putIfAbsent(id, DateFormats.isDate(id, code));
    }

    /** Appends the next style. */
    void addStyle(int format) {
        if (styles == MOST_STYLES) {
            throw Refusals.malformed("单元格样式过多", "it has too many cell styles");
        }
        Boolean defined = dateFormats.get(format);
        dates.set(styles++, defined != null ? defined : DateFormats.isDate(format, null));
    }

    boolean isDate(int style) {
        return style > 0 ? dates.get(style) : style == 0 && dates.get(0);
    }
}
