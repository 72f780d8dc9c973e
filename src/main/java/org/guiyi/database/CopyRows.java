package org.guiyi.database;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's COPY text format, gathered in one growing UTF-8 buffer.
 *
 * <p>Not thread-safe; a block of rows is filled by one thread and then handed to the stream that owns the connection. A NUL
 * character, which PostgreSQL refuses, is written as U+FFFD; whoever cares has judged the row before.
 */
public final class CopyRows {

    private static final byte[] NULL = {'\\', 'N'};
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] buffer;
    private int length;
    private boolean rowStarted;
    private int rows;

    public CopyRows(int expectedBytes) {
        this.buffer = new byte[Math.max(64, expectedBytes)];
    }

    public CopyRows number(long value) {
        if (value < 0) {
            return text(Long.toString(value));
        }
        int digits = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            digits++;
        }
        separate(digits);
        long rest = value;
        for (int place = length + digits - 1; place >= length; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
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
        if (value == null) {
            return absent();
        }
        separate(2 * Long.BYTES * 2);
        hex(value.high());
        hex(value.low());
        return this;
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
            if (c > '\\' && c < 0x80 || c >= ' ' && c < '\\') {
                buffer[length++] = (byte) c;
            } else if (c < 0x80) {
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

    /** An array of texts. */
    public CopyRows texts(List<String> values) {
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return text(array.append('}'));
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

    private void hex(long bits) {
        for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
            buffer[length++] = HEX[(int) (bits >>> shift) & 0xF];
        }
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
