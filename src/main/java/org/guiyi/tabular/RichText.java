package org.guiyi.tabular;

import javax.xml.stream.XMLStreamException;

/** The text of a shared or inline string: its runs joined, its phonetic readings skipped. */
final class RichText {

    private final CellText text;

    RichText(int longest) {
        this.text = new CellText(longest);
    }

    /** Reads the element that the cursor has just entered, to its end. */
    CellText read(XmlCursor xml) throws XMLStreamException {
        text.clear();
        read(xml, text);
        return text;
    }

    static void read(XmlCursor xml, CellText text) throws XMLStreamException {
        int depth = 1;
        int phonetic = 0;
        boolean inText = false;
        while (depth > 0) {
            int event = xml.next();
            if (event == XmlCursor.CHARACTERS) {
                if (inText && phonetic == 0) {
                    xml.appendTo(text);
                }
            } else if (event == XmlCursor.START) {
                depth++;
                inText = xml.name().equals("t");
                phonetic = phonetic > 0 || xml.name().equals("rPh") ? phonetic + 1 : 0;
            } else if (event == XmlCursor.END) {
                depth--;
                inText = false;
                phonetic = Math.max(0, phonetic - 1);
            } else if (event == XmlCursor.END_OF_PART) {
                return;
            }
        }
    }
}
