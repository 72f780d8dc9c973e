package org.guiyi.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.MalformedInputException;

/**
 * Reads UTF-16, or UTF-8 that was checked before, and keeps lone surrogates as they are, which Java's decoders can't: the
 * row that holds one is to be refused, not the file.
 */
final class CodeUnitReader extends Reader {

    enum Form {
        UTF_8,
        UTF_16LE,
        UTF_16BE
    }

    private final InputStream in;
    private final Form form;
    /** The second half of a pair that didn't fit in the caller's buffer; -1 if there is none. */
    private int pending = -1;

    CodeUnitReader(InputStream in, Form form) {
        this.in = in;
        this.form = form;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int n = 0;
        while (n < length) {
            int unit = next();
            if (unit < 0) {
                return n == 0 ? -1 : n;
            }
            buffer[offset + n++] = (char) unit;
        }
        return n;
    }

    private int next() throws IOException {
        if (pending >= 0) {
            int unit = pending;
            pending = -1;
            return unit;
        }
        int first = in.read();
        if (first < 0) {
            return -1;
        }
        return switch (form) {
            case UTF_8 -> first < 0x80 ? first : fromUtf8(first);
            case UTF_16LE -> first | following(2) << 8;
            case UTF_16BE -> first << 8 | following(2);
        };
    }

    private int fromUtf8(int lead) throws IOException {
        if (lead < 0xE0) {
            return (lead & 0x1F) << 6 | following(2) & 0x3F;
        }
        if (lead < 0xF0) {
            return (lead & 0x0F) << 12 | (following(3) & 0x3F) << 6 | following(3) & 0x3F;
        }
        int point =
                (lead & 0x07) << 18 | (following(4) & 0x3F) << 12 | (following(4) & 0x3F) << 6 | following(4) & 0x3F;
        pending = Character.lowSurrogate(point);
        return Character.highSurrogate(point);
    }

    private int following(int ofBytes) throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new MalformedInputException(ofBytes);
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
