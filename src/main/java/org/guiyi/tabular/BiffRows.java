package org.guiyi.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.jspecify.annotations.Nullable;

/** The rows of an .xls workbook of Excel 97 to 2003, sheet after sheet, record by record ([MS-XLS]). */
final class BiffRows implements RowSource {

    private final ReadingLimits limits;
    private final POIFSFileSystem container;
    private final SharedStrings strings;
    private final DocumentEntry stream;
    private final BiffGlobals globals;
    private int sheet = -1;
    private @Nullable BiffSheet current;

    BiffRows(Path file, ReadingLimits limits) throws IOException {
        this.limits = limits;
        this.container = new POIFSFileSystem(file.toFile(), true);
        this.strings = new SharedStrings(limits);
        try {
            this.stream = workbookStream(container.getRoot(), file);
            try (DocumentInputStream in = new DocumentInputStream(stream)) {
                this.globals = BiffGlobals.read(new RecordInputStream(in), strings);
            }
            if (globals.sheets().isEmpty()) {
                throw Refusals.noSheets();
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static DocumentEntry workbookStream(DirectoryNode root, Path file) throws IOException {
        if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
            throw Refusals.encrypted();
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".et") || name.endsWith(".ett")) {
            throw Refusals.wpsTable();
        }
        Optional<DocumentEntry> workbook = document(root, "Workbook");
        if (workbook.isPresent()) {
            return workbook.get();
        }
        if (document(root, "Book").isPresent()) {
            throw Refusals.oldExcel();
        }
        throw root.getEntryNames().stream()
                        .anyMatch(entry -> entry.toUpperCase(Locale.ROOT).startsWith("ET"))
                ? Refusals.wpsTable()
                : Refusals.notATable("其他 Office 文档（如 .doc、.ppt）", "another Office document (such as .doc or .ppt)");
    }

    private static Optional<DocumentEntry> document(DirectoryNode root, String name) throws IOException {
        return root.hasEntryCaseInsensitive(name) && root.getEntryCaseInsensitive(name) instanceof DocumentEntry entry
                ? Optional.of(entry)
                : Optional.empty();
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (true) {
            if (current == null) {
                if (sheet + 1 == globals.sheets().size()) {
                    return null;
                }
                sheet++;
                current = new BiffSheet(
                        stream,
                        globals.positions().get(sheet),
                        new BiffCells(sheet, limits, strings, globals),
                        globals.sheets().get(sheet).hidden());
            }
            Row row = current.next();
            if (row != null) {
                return row;
            }
            current.close();
            current = null;
        }
    }

    @Override
    public TabularFormat format() {
        return TabularFormat.XLS;
    }

    @Override
    public List<SheetDescription> sheets() {
        return globals.sheets();
    }

    @Override
    public void close() throws IOException {
        try (container;
                strings) {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }
}
