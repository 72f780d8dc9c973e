package org.guiyi.tabular;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of a text table. */
final class CsvRows implements RowSource {

    private static final List<SheetDescription> ONE_SHEET = List.of(new SheetDescription("", false));

    private final EncodingVerdict verdict;
    private final RecordBoundReader text;
    private final CloseableIterator<Row> records;

    CsvRows(Path file, byte[] head, ReadingLimits limits, Optional<Charset> fixed) throws IOException {
        TextEncoding encoding = TextEncoding.detect(file, head, fixed);
        this.verdict = encoding.verdict();
        char separator;
        try (Reader start = encoding.open(file)) {
            separator = Separator.guess(new RecordBoundReader(start, verdict.charset(), limits));
        }
        this.text = new RecordBoundReader(encoding.open(file), verdict.charset(), limits);
        this.records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(false)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.recordCharacters())
                .build(new RecordListener(text, limits), text)
                .iterator();
    }

    @Override
    public @Nullable Row next() {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (CsvParseException e) {
            if (e.getCause() != null) {
                throw e;
            }
            throw text.isRecordTooLong()
                    ? Refusals.quote(
                            text.recordStart(), "过长，多半是双引号未闭合", "is too long, probably for an unclosed quotation mark")
                    : Refusals.quote(
                            text.recordStart(),
                            "中双引号未闭合，或闭合后还有文字",
                            "has a quotation mark that isn't closed, or is followed by text");
        }
    }

    @Override
    public TabularFormat format() {
        return TabularFormat.CSV;
    }

    @Override
    public List<SheetDescription> sheets() {
        return ONE_SHEET;
    }

    @Override
    public Optional<EncodingVerdict> encoding() {
        return Optional.of(verdict);
    }

    @Override
    public void close() throws IOException {
        records.close();
        text.close();
    }

    /** Makes rows straight from the parser's buffer; a record without a filled field makes none. */
    private static final class RecordListener extends AbstractBaseCsvCallbackHandler<Row> {

        private static final byte TEXT = (byte) CellKind.TEXT.ordinal();
        private static final byte BLANK = (byte) CellKind.BLANK.ordinal();
        private static final byte TOO_LONG = (byte) CellKind.TOO_LONG.ordinal();

        private final RecordBoundReader reader;
        private final ReadingLimits limits;
        private String[] texts = new String[32];
        private byte[] kinds = new byte[32];
        private int fields;
        private boolean filled;
        private int number;
        private long characters;

        RecordListener(RecordBoundReader reader, ReadingLimits limits) {
            this.reader = reader;
            this.limits = limits;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            reader.beginRecord(startingLineNumber);
            fields = 0;
            characters = 0;
            filled = false;
            number++;
        }

        @Override
        protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
            if (field == texts.length) {
                grow();
            }
            characters += length;
            if (characters > limits.recordCharacters()) {
                throw Refusals.tooLarge("一条记录的字符数", "The number of characters of a record", limits.recordCharacters());
            }
            boolean tooLong = length > limits.cellLength();
            texts[field] = length == 0 ? "" : new String(buffer, offset, tooLong ? limits.cellLength() : length);
            kinds[field] = length == 0 ? BLANK : tooLong ? TOO_LONG : TEXT;
            filled |= length > 0;
            fields = field + 1;
        }

        private void grow() {
            if (texts.length >= limits.columns()) {
                throw Refusals.tooLarge("一条记录的字段数", "The number of fields of a record", limits.columns());
            }
            texts = Arrays.copyOf(texts, texts.length * 2);
            kinds = Arrays.copyOf(kinds, kinds.length * 2);
        }

        @Override
        protected @Nullable Row buildRecord() {
            return filled
                    ? new Row(
                            0, number, false, fields, Arrays.copyOf(texts, fields), Arrays.copyOf(kinds, fields), null)
                    : null;
        }
    }
}
