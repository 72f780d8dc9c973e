package org.guiyi.tabular;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delivered file row by row, all its sheets in their order, hidden ones and hidden rows included.
 *
 * <p>Exactly those rows are returned that have at least one filled cell; rows and lines without any are passed over but
 * keep their numbers, so that counting the rows of the same bytes always gives the same (sheet, number) pairs. A cell of
 * blanks only is filled. The file's type is judged by its content, never by its name. Formulas give their stored result
 * and are never evaluated; nothing outside of the file is ever asked for. Not thread-safe.
 *
 * <p>{@link #open} and {@link #next} throw {@link UnreadableFileException} if the file is at fault, and
 * {@link java.io.UncheckedIOException} if the disk is.
 */
public final class TabularReader implements AutoCloseable {

    private final RowSource rows;
    private final ReadingLimits limits;
    private int count;
    private int lastSheet;
    private int lastNumber;

    private TabularReader(RowSource rows, ReadingLimits limits) {
        this.rows = rows;
        this.limits = limits;
    }

    /**
     * Opens a file.
     *
     * @param fixed the encoding that a text file has according to its feed, if that is known; no meaning for workbooks
     */
    public static TabularReader open(Path file, ReadingLimits limits, Optional<Charset> fixed) {
        try {
            if (Files.size(file) > limits.fileBytes()) {
                throw Refusals.tooLarge("文件的字节数", "The number of bytes of the file", limits.fileBytes());
            }
            FileContent content = FileContent.of(file);
            return new TabularReader(
                    switch (content.kind()) {
                        case ZIP -> new OoxmlRows(file, limits);
                        case COMPOUND -> new BiffRows(file, limits);
                        case TEXT -> new CsvRows(file, content.head(), limits, fixed);
                    },
                    limits);
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            throw judged(e, "，尚未读到第一行时", "before its first row");
        }
    }

    /** The next row, or null after the last. */
    public @Nullable Row next() {
        Row row;
        try {
            row = rows.next();
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            throw judged(
                    e,
                    "从第 " + (lastSheet + 1) + " 张工作表第 " + lastNumber + " 行之后",
                    "after row " + lastNumber + " of sheet " + (lastSheet + 1));
        }
        if (row != null) {
            if (count++ == limits.rows()) {
                throw Refusals.tooLarge("文件的行数", "The number of rows of the file", limits.rows());
            }
            lastSheet = row.sheet();
            lastNumber = row.number();
        }
        return row;
    }

    /** The only place where what parsers throw on broken files becomes a word about the file. */
    private static RuntimeException judged(Throwable thrown, String placeZh, String placeEn) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFileException unreadable) {
                return unreadable;
            }
            if (cause instanceof IOException disk && isOfTheDisk(disk)) {
                return new UncheckedIOException(disk);
            }
        }
        return Refusals.malformed(placeZh, placeEn, thrown);
    }

    private static boolean isOfTheDisk(IOException e) {
        return e instanceof FileSystemException
                || (e.getClass() == IOException.class
                        && e.getCause() == null
                        && String.valueOf(e.getMessage())
                                .matches("(?i).*(input/output error|no space left|disk|stale).*"));
    }

    public TabularFormat format() {
        return rows.format();
    }

    /** How a text file is encoded; empty for workbooks. */
    public Optional<EncodingVerdict> encoding() {
        return rows.encoding();
    }

    /** The worksheets in their order; a CSV file has one without a name. */
    public List<SheetDescription> sheets() {
        return rows.sheets();
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
