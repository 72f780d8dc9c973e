package org.guiyi.reply;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.guiyi.intake.Bilingual;

/**
 * The report of a night as one HTML page that needs nothing from outside: readable on a phone, printable. Everything that is
 * shown passes through the writer, which escapes it.
 */
final class NightPage {

    private static final String STYLE = """
            body{font:15px/1.5 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;margin:1.5rem auto;max-width:78rem;
            padding:0 1rem;color:#1f2328;background:#fff}
            h1{font-size:1.4rem;margin:0 0 .3rem}h2{font-size:1.05rem;margin:1.8rem 0 .4rem}
            p.outcome{font-weight:600;margin:.2rem 0 1rem}p.well{color:#116329}p.look{color:#a40e26}p.none{color:#59636e}
            small{color:#59636e;font-weight:400}div.table{overflow-x:auto}
            table{border-collapse:collapse;width:100%}th,td{border:1px solid #d1d9e0;padding:.25rem .5rem;text-align:left;
            vertical-align:top}th{background:#f6f8fa;font-weight:600}td.number{text-align:right;font-variant-numeric:tabular-nums;
            white-space:nowrap}
            @media(max-width:640px){body{font-size:14px;margin:.8rem auto}th,td{padding:.2rem .35rem}}
            @media print{body{max-width:none;margin:0;font-size:10pt}div.table{overflow:visible}tr{break-inside:avoid}
            h2{break-after:avoid}}
            """;

    private final XMLStreamWriter xml;

    private NightPage(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(NightReport report) {
        StringWriter text = new StringWriter(16_384);
        text.write("<!DOCTYPE html>\n");
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new NightPage(xml).write(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the report of the night cannot be written as a page", e);
        }
        return text.toString();
    }

    private void write(NightReport report) throws XMLStreamException {
        xml.writeStartElement("html");
        xml.writeAttribute("lang", "zh-CN");
        head(report);
        xml.writeStartElement("body");
        element("h1", "归一整夜报告 ", "Guiyi night report");
        xml.writeStartElement("p");
        xml.writeAttribute("class", "outcome " + (report.wantsAttention() ? "look" : "well"));
        xml.writeCharacters(report.date() + " · " + NightTables.both(report.said())
                + (report.wantsAttention() ? " · 有事项须查看 something below wants a look" : ""));
        xml.writeEndElement();
        for (ReportTable table : new NightTables(report).all()) {
            table(table);
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void head(NightReport report) throws XMLStreamException {
        xml.writeStartElement("head");
        xml.writeEmptyElement("meta");
        xml.writeAttribute("charset", "utf-8");
        xml.writeEmptyElement("meta");
        xml.writeAttribute("name", "viewport");
        xml.writeAttribute("content", "width=device-width, initial-scale=1");
        xml.writeStartElement("title");
        xml.writeCharacters(report.subject());
        xml.writeEndElement();
        xml.writeStartElement("style");
        xml.writeCharacters(STYLE);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void table(ReportTable table) throws XMLStreamException {
        element("h2", table.title().zh() + " ", table.title().en());
        if (table.rows().isEmpty()) {
            xml.writeStartElement("p");
            xml.writeAttribute("class", "none");
            xml.writeCharacters("无 none");
            xml.writeEndElement();
            return;
        }
        xml.writeStartElement("div");
        xml.writeAttribute("class", "table");
        xml.writeStartElement("table");
        xml.writeStartElement("thead");
        xml.writeStartElement("tr");
        for (Bilingual column : table.columns()) {
            element("th", column.zh() + " ", column.en());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("tbody");
        for (List<Object> row : table.rows()) {
            row(row);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void row(List<Object> cells) throws XMLStreamException {
        xml.writeStartElement("tr");
        for (Object cell : cells) {
            xml.writeStartElement("td");
            if (cell instanceof Number) {
                xml.writeAttribute("class", "number");
            }
            xml.writeCharacters(
                    cell instanceof Long number ? String.format(Locale.ROOT, "%,d", number) : cell.toString());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void element(String name, String zh, String en) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(zh);
        xml.writeStartElement("small");
        xml.writeCharacters(en);
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
