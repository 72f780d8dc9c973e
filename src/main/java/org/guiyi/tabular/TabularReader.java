package org.guiyi.tabular;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    private TabularReader() {}

    /**
     * Opens a file.
     *
     * @param fixed the encoding that a text file has according to its feed, if that is known; no meaning for workbooks
     */
    public static TabularReader open(Path file, ReadingLimits limits, Optional<Charset> fixed) {
        throw new UnsupportedOperationException(file.getFileName() + " " + limits + fixed);
    }

    /** The next row, or null after the last. */
    public @Nullable Row next() {
        return null;
    }

    public TabularFormat format() {
        return TabularFormat.CSV;
    }

    /** How a text file is encoded; empty for workbooks. */
    public Optional<EncodingVerdict> encoding() {
        return Optional.empty();
    }

    /** The worksheets in their order; a CSV file has one without a name. */
    public List<SheetDescription> sheets() {
        return List.of();
    }

    @Override
    public void close() {}
}
