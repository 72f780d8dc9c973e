package org.guiyi.database;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's COPY text format, gathered in one growing UTF-8 buffer.
 *
 * <p>Not thread-safe; a block of rows is filled by one thread and then handed to the stream that owns the connection. A NUL
 * character, which PostgreSQL refuses, is written as U+FFFD; whoever cares has judged the row before.
 */
public final class CopyRows {

    private static final byte[] NULL = {'\\', 'N'};

    private byte[] buffer;
    private int length;
    private boolean rowStarted;
    private int rows;

    public CopyRows(int expectedBytes) {
        this.buffer = new byte[Math.max(64, expectedBytes)];
    }

    public CopyRows number(long value) {
        byte[] digits = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        separate(digits.length);
        System.arraycopy(digits, 0, buffer, length, digits.length);
        length += digits.length;
        return this;
    }

    public CopyRows decimal(double value) {
        return text(Double.toString(value));
    }

    public CopyRows flag(boolean value) {
        separate(1);
        buffer[length++] = (byte) (value ? 't' : 'f');
        return this;
    }

    public CopyRows absent() {
        separate(NULL.length);
        buffer[length++] = NULL[0];
        buffer[length++] = NULL[1];
        return this;
    }

    public CopyRows digest(@Nullable Digest value) {
        return value == null ? absent() : text(value.hex());
    }

    /** A text, escaped for COPY, or NULL. */
    public CopyRows text(@Nullable CharSequence value) {
        if (value == null) {
            return absent();
        }
        int characters = value.length();
        separate(characters * 4);
        for (int i = 0; i < characters; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < characters
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                supplementary(Character.toCodePoint(c, value.charAt(++i)));
            } else {
                basic(Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return this;
    }

    public CopyRows endRow() {
        ensure(1);
        buffer[length++] = '\n';
        rowStarted = false;
        rows++;
        return this;
    }

    public int rows() {
        return rows;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
        rows = 0;
        rowStarted = false;
    }

    byte[] buffer() {
        return buffer;
    }

    private void separate(int needed) {
        ensure(needed + 1);
        if (rowStarted) {
            buffer[length++] = '\t';
        }
        rowStarted = true;
    }

    private void ascii(char c) {
        switch (c) {
            case '\\' -> escaped('\\');
            case '\t' -> escaped('t');
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case 0 -> basic('\uFFFD');
            default -> buffer[length++] = (byte) c;
        }
    }

    private void escaped(char letter) {
        buffer[length++] = '\\';
        buffer[length++] = (byte) letter;
    }

    private void basic(char c) {
        if (c < 0x800) {
            buffer[length++] = (byte) (0xC0 | c >> 6);
        } else {
            buffer[length++] = (byte) (0xE0 | c >> 12);
            buffer[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        buffer[length++] = (byte) (0x80 | c & 0x3F);
    }

    private void supplementary(int codePoint) {
        buffer[length++] = (byte) (0xF0 | codePoint >> 18);
        buffer[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        buffer[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        buffer[length++] = (byte) (0x80 | codePoint & 0x3F);
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }
}
