package org.guiyi.tabular;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Stands between the text and its CSV parser and counts lines, so that a quotation mark that is never closed can't swallow
 * the rest of the file: the parser asks for more only when it has used up all it got, so whatever was handed over since
 * the start of the unfinished record belongs to that record.
 */
final class RecordBoundReader extends Reader {

    private final Reader in;
    private final Charset charset;
    private final ReadingLimits limits;
    private long line = 1;
    private char last;
    private long recordStart = 1;
    private long charactersSinceStart;

    RecordBoundReader(Reader in, Charset charset, ReadingLimits limits) {
        this.in = in;
        this.charset = charset;
        this.limits = limits;
    }

    /** To be told by the parser's listener. */
    void beginRecord(long startLine) {
        recordStart = startLine;
        charactersSinceStart = 0;
    }

    long recordStart() {
        return recordStart;
    }

    /** Whether the unfinished record has outgrown the limit of characters. */
    boolean isRecordTooLong() {
        return charactersSinceStart > limits.recordCharacters();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (line - recordStart >= limits.recordLines()) {
            throw Refusals.quote(
                    recordStart,
                    "在 " + limits.recordLines() + " 行内没有结束，多半是双引号未闭合",
                    "doesn't end within " + limits.recordLines() + " lines, probably for an unclosed quotation mark");
        }
        int n;
        try {
            n = in.read(buffer, offset, length);
        } catch (CharacterCodingException e) {
            throw Refusals.encoding(line, charset);
        }
        count(buffer, offset, n);
        return n;
    }

    private void count(char[] buffer, int offset, int n) {
        if (n <= 0) {
            return;
        }
        charactersSinceStart += n;
        for (int i = offset; i < offset + n; i++) {
            if (buffer[i] <= '\r') {
                countLineEnd(buffer[i], i == offset ? last : buffer[i - 1]);
            }
        }
        last = buffer[offset + n - 1];
    }

    private void countLineEnd(char c, char before) {
        if (c == '\r' || (c == '\n' && before != '\r')) {
            line++;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
