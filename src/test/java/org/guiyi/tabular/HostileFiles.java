package org.guiyi.tabular;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files as an enemy or a poor program makes them, each with the verdict it must get. */
final class HostileFiles {

    /** Writes a file. */
    interface Maker {
        void writeTo(Path file) throws IOException;
    }

    /**
     * @param name the file's name
     * @param verdict the fault it must be refused for, or {@code "rows n"}
     */
    record HostileFile(String name, String verdict, Maker maker) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final String ONE_ROW = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    static final String SHEET_START =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    static final String SHEET_END = "</sheetData></worksheet>";

    private final Map<String, HostileFile> files = new LinkedHashMap<>();

    private HostileFiles() {}

    static Iterable<HostileFile> odd() {
        HostileFiles files = new HostileFiles();
        files.addDisguises();
        files.addBrokenWorkbooks();
        files.addPoisonedXml();
        return files.files.values();
    }

    private void add(String name, String verdict, Maker maker) {
        files.put(name, new HostileFile(name, verdict, maker));
    }

    private void add(String name, FileFault fault, Maker maker) {
        add(name, fault.name(), maker);
    }

    private void add(String name, FileFault fault, RawWorkbook workbook) {
        add(name, fault.name(), workbook::writeTo);
    }

    private void addDisguises() {
        add("empty.xlsx", FileFault.NOT_A_TABLE, file -> Files.write(file, new byte[0]));
        add("html.xls", FileFault.NOT_A_TABLE, text("<html><table><tr><td>姓名</td></tr></table></html>"));
        add("html-bom.xls", FileFault.NOT_A_TABLE, text("\uFEFF\r\n<!DOCTYPE html><html></html>"));
        add(
                "xml2003.xls",
                FileFault.NOT_A_TABLE,
                text("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"));
        add("xlsx-named.xls", "rows 1", file -> RawWorkbook.ofRows(ONE_ROW).writeTo(file));
        add("csv-named.xls", "rows 2", text("姓名,性别\n张三,男\n"));
        add("zip-named.csv", FileFault.NOT_A_TABLE, zip("readme.txt"));
        add("xlsb.xlsx", FileFault.NOT_A_TABLE, zip("[Content_Types].xml", "xl/workbook.bin"));
        add("ods.xlsx", FileFault.NOT_A_TABLE, zip("mimetype", "content.xml"));
        add("docx.xlsx", FileFault.NOT_A_TABLE, zip("[Content_Types].xml", "word/document.xml"));
        add("pdf.xlsx", FileFault.NOT_A_TABLE, text("%PDF-1.7 ..."));
        add("rar.xlsx", FileFault.NOT_A_TABLE, text("Rar!\u001A\u0007"));
        add("picture.csv", FileFault.NOT_A_TABLE, bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10));
        add("zeros.csv", FileFault.NOT_A_TABLE, file -> Files.write(file, new byte[9_000]));
        add("biff4.xls", FileFault.EXCEL_5_95, bytes(0x09, 0x04, 0x06, 0, 0, 0, 0x10, 0));
        add("biff2.xls", FileFault.EXCEL_5_95, bytes(0x09, 0x00, 0x04, 0, 2, 0, 0x10, 0));
        add("excel95.xls", FileFault.EXCEL_5_95, compound("Book", new byte[5_000]));
        add("excel95-in-workbook.xls", FileFault.EXCEL_5_95, compound("Workbook", bof(0x0500)));
        add("word.xls", FileFault.NOT_A_TABLE, compound("WordDocument", new byte[5_000]));
        add("table.et", FileFault.ET_WPS, xls());
        add("et-stream.xls", FileFault.ET_WPS, compound("ETContent", new byte[5_000]));
        add("encrypted.xlsx", FileFault.ENCRYPTED, HostileFiles::encryptedOfficeXml);
        add("encrypted.xls", FileFault.ENCRYPTED, HostileFiles::encryptedBiff);
        add(
                "latin-garbage.csv",
                FileFault.ENCODING,
                file -> Files.write(file, "a,b\nx,\u00FF\u00FF\u00FF\n".getBytes(StandardCharsets.ISO_8859_1)));
        add("gb18030-cut.csv", FileFault.ENCODING, cut(Charset.forName("GB18030"), 1));
        add("utf16-odd.csv", FileFault.ENCODING, cut(StandardCharsets.UTF_16LE, 1));
    }

    private void addBrokenWorkbooks() {
        add("no-sheets.xlsx", FileFault.NO_SHEETS, RawWorkbook.ofRows("").withSheets("", ""));
        add(
                "no-sheets.xls",
                FileFault.NO_SHEETS,
                file -> compound("Workbook", concat(bof(0x0600), record(0x0A))).writeTo(file));
        add(
                "unordered.xls",
                "rows 2",
                file -> compound("Workbook", unorderedCells()).writeTo(file));
        add("no-workbook.xlsx", FileFault.MALFORMED, RawWorkbook.ofRows("").without("xl/workbook.xml"));
        add("no-sheet-part.xlsx", FileFault.MALFORMED, RawWorkbook.ofRows("").without(RawWorkbook.SHEET_PART));
        add(
                "truncated.xlsx",
                FileFault.MALFORMED,
                file -> truncate(RawWorkbook.ofRows(ONE_ROW).writeTo(file), 0.7));
        add("truncated.xls", FileFault.MALFORMED, file -> {
            xls().writeTo(file);
            truncate(file, 0.6);
        });
        add("corrupt-byte.xlsx", FileFault.MALFORMED, file -> {
            byte[] bytes = Files.readAllBytes(RawWorkbook.ofRows("<!--" + "0123456789".repeat(500) + "-->" + ONE_ROW)
                    .writeTo(file));
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("sheet1.xml") + 40;
            bytes[at] ^= 0x10;
            Files.write(file, bytes);
        });
        add(
                "cell-zzzzzz1.xlsx",
                FileFault.CELL_REFERENCE,
                RawWorkbook.ofRows("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"));
        add(
                "cell-xfe1.xlsx",
                FileFault.CELL_REFERENCE,
                RawWorkbook.ofRows("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"));
        add("cell-1.xlsx", FileFault.CELL_REFERENCE, RawWorkbook.ofRows("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>"));
        add(
                "row-beyond.xlsx",
                FileFault.CELL_REFERENCE,
                RawWorkbook.ofRows("<row r=\"1048577\"><c r=\"A1\"><v>1</v></c></row>"));
        add("row-overflow.xlsx", FileFault.CELL_REFERENCE, RawWorkbook.ofRows("<row r=\"99999999999999999999\"/>"));
        add("row-twice.xlsx", FileFault.MALFORMED, RawWorkbook.ofRows(ONE_ROW + ONE_ROW));
        add(
                "cell-twice.xlsx",
                FileFault.MALFORMED,
                RawWorkbook.ofRows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"));
        add(
                "no-such-string.xlsx",
                FileFault.MALFORMED,
                RawWorkbook.ofRows("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"));
        add(
                "style-is-no-number.xlsx",
                FileFault.MALFORMED,
                RawWorkbook.ofRows("<row r=\"1\"><c r=\"A1\" s=\"x\"><v>7</v></c></row>"));
        add(
                "half-xml.xlsx",
                FileFault.MALFORMED,
                RawWorkbook.ofRows("").with(RawWorkbook.SHEET_PART, SHEET_START + ONE_ROW));
        add(
                "utf16-part.xlsx",
                FileFault.MALFORMED,
                RawWorkbook.ofRows("")
                        .with(
                                RawWorkbook.SHEET_PART,
                                out -> out.write(
                                        (SHEET_START + ONE_ROW + SHEET_END).getBytes(StandardCharsets.UTF_16))));
    }

    private void addPoisonedXml() {
        add(
                "xxe.xlsx",
                FileFault.DOCTYPE,
                RawWorkbook.ofRows("")
                        .with(
                                RawWorkbook.SHEET_PART,
                                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + SHEET_START
                                        + "<row><c t=\"str\"><v>&e;</v></c></row>" + SHEET_END));
        add(
                "laughs.xlsx",
                FileFault.DOCTYPE,
                RawWorkbook.ofRows("")
                        .with(
                                "xl/sharedStrings.xml",
                                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><sst><si><t>&b;</t></si></sst>"));
        for (String part :
                new String[] {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}) {
            add(
                    "doctype-in-" + part.replace('/', '-') + ".xlsx",
                    FileFault.DOCTYPE,
                    RawWorkbook.ofRows(ONE_ROW).withStyles("", 0).with(part, prefixed(part)));
        }
        add("entity.xlsx", FileFault.MALFORMED, RawWorkbook.ofRows("<row><c t=\"str\"><v>&unknown;</v></c></row>"));
    }

    private static String prefixed(String part) {
        String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        String doctype = "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">";
        return switch (part) {
            case "_rels/.rels" ->
                doctype + "<Relationships><Relationship Id=\"a\" Type=\"" + type
                        + "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
            default -> doctype + "<a/>";
        };
    }

    private static Maker text(String text) {
        return file -> Files.writeString(file, text);
    }

    private static Maker bytes(int... bytes) {
        return file -> {
            byte[] content = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                content[i] = (byte) bytes[i];
            }
            Files.write(file, content);
        };
    }

    private static Maker cut(Charset charset, int missing) {
        return file -> {
            Files.write(file, "姓名,性别,地址\n张三,男,某某镇".getBytes(charset));
            truncate(file, 1 - missing / (double) Files.size(file));
        };
    }

    private static Maker zip(String... entries) {
        return file -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (String entry : entries) {
                    zip.putNextEntry(new ZipEntry(entry));
                    zip.write('x');
                }
            }
        };
    }

    private static Maker xls() {
        return file -> {
            try (Workbook workbook = new HSSFWorkbook();
                    OutputStream out = Files.newOutputStream(file)) {
                for (int r = 0; r < 2_000; r++) {
                    workbook.getNumberOfSheets();
                    (r == 0 ? workbook.createSheet() : workbook.getSheetAt(0))
                            .createRow(r)
                            .createCell(0)
                            .setCellValue("x" + r);
                }
                workbook.write(out);
            }
        };
    }

    static Maker compound(String stream, byte[] content) {
        return file -> {
            try (POIFSFileSystem container = new POIFSFileSystem();
                    OutputStream out = Files.newOutputStream(file)) {
                container.createDocument(new ByteArrayInputStream(content), stream);
                container.writeFilesystem(out);
            }
        };
    }

    private static void encryptedOfficeXml(Path file) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            workbook.createSheet();
            try (OutputStream data = encryptor.getDataStream(container)) {
                workbook.write(data);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
            container.writeFilesystem(out);
        }
    }

    private static void encryptedBiff(Path file) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try {
            xls().writeTo(file);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static void truncate(Path file, double share) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) Math.round(bytes.length * share)));
    }

    static byte[] bof(int version) {
        return record(0x0809, version & 0xFF, version >> 8, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    static byte[] record(int sid, int... content) {
        ByteBuffer record = ByteBuffer.allocate(4 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putShort((short) sid).putShort((short) content.length);
        for (int b : content) {
            record.put((byte) b);
        }
        return record.array();
    }

    static byte[] concat(byte[]... records) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] record : records) {
            all.write(record);
        }
        return all.toByteArray();
    }

    /** A sheet whose second row stands behind its sixth. */
    private static byte[] unorderedCells() throws IOException {
        byte[] start = bof(0x0600);
        byte[] sheet = record(0x85, start.length + 17, 0, 0, 0, 0, 0, 1, 0, 'a');
        return concat(start, sheet, record(0x0A), bof(0x0600), number(5), number(1), record(0x0A));
    }

    private static byte[] number(int row) {
        return record(0x0203, row, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F);
    }
}
