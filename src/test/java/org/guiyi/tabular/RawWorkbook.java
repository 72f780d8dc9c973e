package org.guiyi.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that each part can be as odd as a test wants it. */
final class RawWorkbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String SHEET_PART = "xl/worksheets/sheet1.xml";

    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Map<String, Content> parts = new LinkedHashMap<>();

    private int level = Deflater.BEST_SPEED;

    private RawWorkbook() {}

    /** A workbook of one sheet with these rows, which are XML. */
    static RawWorkbook ofRows(String rows) {
        return new RawWorkbook()
                .with(
                        "[Content_Types].xml",
                        HEAD + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
                .with(
                        "_rels/.rels",
                        relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                                + "/officeDocument\" Target=\"xl/workbook.xml\"/>"))
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"rId2\" Type=\"" + RELATIONS + "/styles\" Target=\"styles.xml\"/>"
                                + "<Relationship Id=\"rId3\" Type=\"" + RELATIONS
                                + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"))
                .withSheets("", "<sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/>")
                .with(SHEET_PART, sheet(rows));
    }

    static String sheet(String rows) {
        return HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String relations(String relations) {
        return HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + relations + "</Relationships>";
    }

    RawWorkbook withSheets(String properties, String sheets) {
        return with(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">" + properties + "<sheets>"
                        + sheets + "</sheets></workbook>");
    }

    RawWorkbook withStrings(String items) {
        return with("xl/sharedStrings.xml", HEAD + "<sst xmlns=\"" + MAIN + "\">" + items + "</sst>");
    }

    /** Cell styles in order, each a number format's id. */
    RawWorkbook withStyles(String formats, int... ids) {
        StringBuilder styles = new StringBuilder();
        for (int id : ids) {
            styles.append("<xf numFmtId=\"").append(id).append("\"/>");
        }
        return with(
                "xl/styles.xml",
                HEAD + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts>" + formats
                        + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + styles
                        + "</cellXfs></styleSheet>");
    }

    RawWorkbook with(String part, String content) {
        return with(part, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    RawWorkbook with(String part, Content content) {
        parts.put(part, content);
        return this;
    }

    /** A part that is a text over and over between two others. */
    RawWorkbook withRepeated(String part, String start, String repeated, long times, String end) {
        return with(part, out -> {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            int together = 4_000;
            byte[] block = repeated.repeat(together).getBytes(StandardCharsets.UTF_8);
            for (long done = 0; done < times; done += together) {
                out.write(block);
            }
            out.write(end.getBytes(StandardCharsets.UTF_8));
        });
    }

    RawWorkbook withSteepCompression() {
        level = Deflater.BEST_COMPRESSION;
        return this;
    }

    RawWorkbook without(String part) {
        parts.remove(part);
        return this;
    }

    Path writeTo(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(level);
            for (Map.Entry<String, Content> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().writeTo(zip);
            }
        }
        return file;
    }
}
