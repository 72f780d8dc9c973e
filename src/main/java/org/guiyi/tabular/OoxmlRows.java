package org.guiyi.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of an .xlsx workbook, transitional or strict, sheet after sheet. */
final class OoxmlRows implements RowSource {

    private final ReadingLimits limits;
    private final OfficePackage parts;
    private final SharedStrings strings;
    private final WorkbookPart workbook;
    private final CellReader cells;
    private int sheet = -1;
    private @Nullable SheetRows current;

    OoxmlRows(Path file, ReadingLimits limits) throws IOException, XMLStreamException {
        this.limits = limits;
        this.parts = new OfficePackage(file, limits);
        this.strings = new SharedStrings(limits);
        try {
            refuseOtherPackages();
            this.workbook = WorkbookPart.read(parts);
            if (workbook.sheets().isEmpty()) {
                throw Refusals.noSheets();
            }
            CellStyles styles = CellStyles.read(parts, workbook.name());
            readStrings();
            this.cells = new CellReader(limits, strings, styles, new ExcelDates(workbook.since1904()));
        } catch (IOException | XMLStreamException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void refuseOtherPackages() {
        if (parts.has("xl/workbook.bin")) {
            throw Refusals.notATable("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)");
        }
        if (parts.has("mimetype")) {
            throw Refusals.notATable("OpenDocument 文档（如 .ods）", "an OpenDocument file (such as .ods)");
        }
        if (parts.has("word/document.xml")) {
            throw Refusals.notATable("Word 文档", "a Word document");
        }
        if (!parts.has("[Content_Types].xml")) {
            throw Refusals.notATable("压缩包（.zip），请先解压", "a zip archive; unpack it first");
        }
    }

    private void readStrings() throws IOException, XMLStreamException {
        Optional<String> part = parts.related(workbook.name(), "sharedStrings");
        if (part.isPresent()) {
            try (XmlCursor xml = parts.open(part.get())) {
                RichText text = new RichText(limits.cellLength() + 1);
                for (int event = xml.next(); event != XmlCursor.END_OF_PART; event = xml.next()) {
                    if (event == XmlCursor.START && xml.name().equals("si")) {
                        strings.add(text.read(xml).text());
                    }
                }
            }
        }
    }

    @Override
    public @Nullable Row next() throws IOException, XMLStreamException {
        while (true) {
            if (current == null) {
                if (sheet + 1 == workbook.sheets().size()) {
                    return null;
                }
                sheet++;
                current = new SheetRows(
                        parts.open(workbook.sheetParts().get(sheet)),
                        sheet,
                        workbook.sheets().get(sheet).hidden(),
                        cells);
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
        return TabularFormat.XLSX;
    }

    @Override
    public List<SheetDescription> sheets() {
        return workbook.sheets();
    }

    @Override
    public void close() throws IOException {
        try (parts;
                strings) {
            if (current != null) {
                current.close();
                current = null;
            }
        }
    }
}
