package org.guiyi.tabular;

import static org.guiyi.tabular.HostileFiles.ONE_ROW;
import static org.guiyi.tabular.HostileFiles.SHEET_END;
import static org.guiyi.tabular.HostileFiles.SHEET_START;
import static org.guiyi.tabular.HostileFiles.bof;
import static org.guiyi.tabular.HostileFiles.compound;
import static org.guiyi.tabular.HostileFiles.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiyi.tabular.HostileFiles.HostileFile;
import org.guiyi.tabular.HostileFiles.Maker;

/** Files, small on disk, that would fill the heap of a careless reader, each with the verdict it must get. */
final class Bombs {

    private final List<HostileFile> files = new ArrayList<>();

    private Bombs() {}

    static List<HostileFile> all() {
        Bombs bombs = new Bombs();
        bombs.addSheetBombs();
        bombs.addPackageBombs();
        bombs.addOtherBombs();
        return bombs.files;
    }

    private void add(String name, String verdict, Maker maker) {
        files.add(new HostileFile(name, verdict, maker));
    }

    private void add(String name, FileFault fault, Maker maker) {
        add(name, fault.name(), maker);
    }

    private void add(String name, FileFault fault, RawWorkbook workbook) {
        add(name, fault.name(), workbook::writeTo);
    }

    private void addSheetBombs() {
        add(
                "bomb-one-cell.xlsx",
                FileFault.TOO_LARGE,
                RawWorkbook.ofRows("")
                        .withRepeated(
                                RawWorkbook.SHEET_PART,
                                SHEET_START + "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>",
                                "a",
                                700_000_000L,
                                "</v></c></row>" + SHEET_END));
        add(
                "bomb-rows.xlsx",
                FileFault.CELL_REFERENCE,
                RawWorkbook.ofRows("")
                        .withRepeated(RawWorkbook.SHEET_PART, SHEET_START, "<row/>", 20_000_000L, SHEET_END));
        add(
                "bomb-strings.xlsx",
                FileFault.TOO_LARGE,
                RawWorkbook.ofRows(ONE_ROW)
                        .withRepeated("xl/sharedStrings.xml", "<sst>", "<si><t/></si>", 40_000_000L, "</sst>"));
        add(
                "bomb-ratio.xlsx",
                FileFault.ZIP_BOMB,
                RawWorkbook.ofRows("")
                        .withSteepCompression()
                        .withRepeated(
                                RawWorkbook.SHEET_PART,
                                SHEET_START + SHEET_END.substring(0, 12),
                                "<mergeCell ref=\"A1:B2\"/>",
                                4_000_000L,
                                "</worksheet>"));
        add(
                "bomb-comment.xlsx",
                FileFault.TOO_LARGE,
                RawWorkbook.ofRows("")
                        .withRepeated(
                                RawWorkbook.SHEET_PART, "<!--", "<x> ", 50_000_000L, "-->" + SHEET_START + SHEET_END));
        add(
                "bomb-attribute.xlsx",
                FileFault.TOO_LARGE,
                RawWorkbook.ofRows("")
                        .withRepeated(RawWorkbook.SHEET_PART, "<worksheet a=\"", ">>>>", 50_000_000L, "\"/>"));
        add(
                "bomb-depth.xlsx",
                FileFault.MALFORMED,
                RawWorkbook.ofRows("").withRepeated(RawWorkbook.SHEET_PART, "<worksheet>", "<a>", 50_000_000L, ""));
        add(
                "bomb-wide-rows.xlsx",
                "rows 100000",
                RawWorkbook.ofRows("")
                        .withRepeated(
                                RawWorkbook.SHEET_PART,
                                SHEET_START,
                                "<row><c r=\"XFD1\"><v>1</v></c></row>",
                                100_000L,
                                SHEET_END)::writeTo);
    }

    private void addPackageBombs() {
        add("bomb-entries.xlsx", FileFault.ZIP_BOMB, file -> {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (int i = 0; i < 120_000; i++) {
                    zip.putNextEntry(new ZipEntry("xl/media/" + i));
                }
            }
        });
        add(
                "bomb-relations.xlsx",
                FileFault.MALFORMED,
                RawWorkbook.ofRows("")
                        .withRepeated(
                                "_rels/.rels",
                                "<Relationships>",
                                "<Relationship Id=\"a\" Type=\"b\" Target=\"c\"/>",
                                3_000_000L,
                                "</Relationships>"));
        add(
                "bomb-styles.xlsx",
                FileFault.MALFORMED,
                RawWorkbook.ofRows("")
                        .withStyles("", 0)
                        .withRepeated(
                                "xl/styles.xml",
                                "<styleSheet><cellXfs>",
                                "<xf numFmtId=\"14\"/>",
                                4_000_000L,
                                "</cellXfs></styleSheet>"));
        add("bomb-names.xlsx", FileFault.MALFORMED, RawWorkbook.ofRows("").with(RawWorkbook.SHEET_PART, out -> {
            out.write(SHEET_START.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 2_000_000; i++) {
                out.write(("<n" + i + "/>").getBytes(StandardCharsets.UTF_8));
            }
        }));
        add("big-unique-strings.xlsx", "rows 60000", Bombs::manyStrings);
    }

    private void addOtherBombs() {
        add(
                "bomb-quote.csv",
                FileFault.UNCLOSED_QUOTE,
                file -> writeRepeated(file, "a,b\n1,\"x", "y".repeat(1_000), 60_000));
        add(
                "bomb-cell.csv",
                FileFault.UNCLOSED_QUOTE,
                file -> writeRepeated(file, "a,b\n1,", "y".repeat(1_000), 60_000));
        add("bomb-fields.csv", FileFault.TOO_LARGE, file -> writeRepeated(file, "a,b\n", ",x".repeat(500), 60_000));
        add("bomb-lines.csv", "rows 1", file -> writeRepeated(file, "a,b\n", "\n".repeat(1_000), 60_000));
        add(
                "bomb-strings.xls",
                FileFault.NO_SHEETS,
                file -> compound("Workbook", emptyStrings(6_000_000)).writeTo(file));
    }

    private static void manyStrings(Path file) throws IOException {
        RawWorkbook.ofRows("")
                .with("xl/sharedStrings.xml", out -> {
                    out.write("<sst>".getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 1_200_000; i++) {
                        out.write(("<si><t>住址" + i + "某某街道某某社区某某小区某某号楼某某单元某某室</t></si>")
                                .getBytes(StandardCharsets.UTF_8));
                    }
                    out.write("</sst>".getBytes(StandardCharsets.UTF_8));
                })
                .with(RawWorkbook.SHEET_PART, out -> {
                    out.write(SHEET_START.getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 1_200_000; i++) {
                        out.write(((i % 20 == 0 ? "<row>" : "") + "<c t=\"s\"><v>" + i + "</v></c>"
                                        + (i % 20 == 19 ? "</row>" : ""))
                                .getBytes(StandardCharsets.UTF_8));
                    }
                    out.write(SHEET_END.getBytes(StandardCharsets.UTF_8));
                })
                .writeTo(file);
    }

    /** A table of shared strings, each of three bytes, of which a careless reader makes a hundred and more. */
    private static byte[] emptyStrings(int count) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bof(0x0600));
        int[] first = new int[8 + 3 * 2_000];
        for (int i = 0; i < 4; i++) {
            first[i] = first[4 + i] = count >> (8 * i) & 0xFF;
        }
        all.write(record(0xFC, first));
        byte[] more = record(0x3C, new int[3 * 2_000]);
        for (int done = 2_000; done < count; done += 2_000) {
            all.write(more);
        }
        all.write(record(0x0A));
        return all.toByteArray();
    }

    private static void writeRepeated(Path file, String start, String repeated, int times) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            byte[] block = repeated.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                out.write(block);
            }
        }
    }
}
