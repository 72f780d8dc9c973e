package org.guiyi.pipeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/**
 * Where the filled rows of a file are, by another reader than ours: POI's user model for workbooks, a plain parser of
 * quotation marks for text. A place is {@code sheet:row}, the sheet from 0, the row from 1.
 */
final class IndependentCount {

    private IndependentCount() {}

    static TreeSet<String> placesIn(Path file) throws IOException {
        return file.toString().endsWith(".csv") ? ofText(text(Files.readAllBytes(file))) : ofWorkbook(file);
    }

    private static TreeSet<String> ofWorkbook(Path file) throws IOException {
        TreeSet<String> places = new TreeSet<>();
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            for (int sheet = 0; sheet < workbook.getNumberOfSheets(); sheet++) {
                Sheet rows = workbook.getSheetAt(sheet);
                for (Row row : rows) {
                    if (isFilled(row)) {
                        places.add(sheet + ":" + (row.getRowNum() + 1));
                    }
                }
            }
        }
        return places;
    }

    private static boolean isFilled(Row row) {
        for (Cell cell : row) {
            CellType type =
                    cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
            boolean filled = type == CellType.STRING
                    ? !cell.getRichStringCellValue().getString().isEmpty()
                    : type != CellType.BLANK;
            if (filled) {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw new IllegalStateException("neither UTF-8 nor GB18030");
    }

    /** A record ends at a line's end outside of quotation marks; it is filled if anything but separators and marks is in it. */
    private static TreeSet<String> ofText(String text) {
        TreeSet<String> places = new TreeSet<>();
        boolean quoted = false;
        boolean filled = false;
        int record = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                if (filled) {
                    places.add("0:" + record);
                }
                if (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                    at++;
                }
                filled = false;
                record++;
            } else if (quoted || (c != ',' && c != '\t')) {
                filled = true;
            }
        }
        if (filled) {
            places.add("0:" + record);
        }
        return places;
    }
}
