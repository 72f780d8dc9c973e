package org.guiyi.tabular;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A pull parser over one part, that asks for nothing outside, knows no entities and bounds nesting and foreign names.
 *
 * <p>Elements are told by their local names, so that transitional and strict OOXML and any prefix read alike.
 */
final class XmlCursor implements Closeable {

    static final int START = XMLStreamConstants.START_ELEMENT;
    static final int END = XMLStreamConstants.END_ELEMENT;
    static final int END_OF_PART = XMLStreamConstants.END_DOCUMENT;
    static final int CHARACTERS = XMLStreamConstants.CHARACTERS;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final int DEEPEST = 200;
    /** Every distinct name stays in the parser's memory; honest parts have some dozens. */
    private static final int MOST_ATTRIBUTES = 200;

    private static final int MOST_FOREIGN = 1_000_000;

    private final InputStream in;
    private final XMLStreamReader xml;
    private int depth;
    private int foreign;

    XmlCursor(InputStream in) throws IOException, XMLStreamException {
        this.in = in;
        this.xml = factory().createXMLStreamReader(decoded(in));
    }

    /** Strictly UTF-8, whatever is declared: the bytes were watched as such, and the parser's own decoder prints to stderr. */
    private static Reader decoded(InputStream in) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return text;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw Refusals.doctype();
        });
        return factory;
    }

    /** The next event: {@link #START}, {@link #END}, {@link #CHARACTERS} (in pieces), {@link #END_OF_PART} or another. */
    int next() throws XMLStreamException {
        int event = xml.next();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> enter();
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> event = CHARACTERS;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw Refusals.doctype();
            default -> {}
        }
        return event;
    }

    private void enter() {
        if (++depth > DEEPEST || xml.getAttributeCount() > MOST_ATTRIBUTES) {
            throw Refusals.malformed("内部 XML 结构异常", "its XML is nested or attributed beyond reason");
        }
    }

    /** To be called on an element that the caller doesn't know. */
    void meetForeign() {
        if (++foreign > MOST_FOREIGN) {
            throw Refusals.malformed("内部 XML 含大量未知内容", "its XML is full of unknown elements");
        }
    }

    String name() {
        return xml.getLocalName();
    }

    /** The value of an attribute by its local name, in whatever namespace. */
    @Nullable
    String attribute(String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String localName, String otherwise) {
        String value = attribute(localName);
        return value == null ? otherwise : value;
    }

    /** Whether an {@code xsd:boolean} attribute is there and true. */
    boolean isSet(String localName) {
        String value = attribute(localName, "0");
        return value.equals("1") || value.equals("true");
    }

    int attributes() {
        return xml.getAttributeCount();
    }

    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return xml.getAttributeValue(index);
    }

    void appendTo(CellText text) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }
}
