package org.guiyi.database;

import java.security.MessageDigest;
import java.util.Arrays;

/** Text gathered as UTF-8 in one buffer that is used again and again, for digests. Not thread-safe. */
public final class Utf8Text {

    private static final int LONGEST = 3;

    private byte[] bytes = new byte[1 << 10];
    private int length;

    /** Appends a text; half a surrogate pair becomes {@code ?}, as in {@link String#getBytes}. */
    public Utf8Text append(CharSequence text) {
        int characters = text.length();
        ensure(characters * LONGEST);
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (Character.isSurrogate(c)) {
                i += surrogate(text, i);
            } else {
                basic(c);
            }
        }
        return this;
    }

    public Utf8Text append(byte single) {
        ensure(1);
        bytes[length++] = single;
        return this;
    }

    /** Feeds what was gathered to a digest and starts anew. */
    public void drainTo(MessageDigest digest) {
        digest.update(bytes, 0, length);
        length = 0;
    }

    private void basic(char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
        } else {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        }
        bytes[length++] = (byte) (0x80 | c & 0x3F);
    }

    /** @return how many characters it took beside the first */
    private int surrogate(CharSequence text, int at) {
        int codePoint = Character.codePointAt(text, at);
        if (!Character.isSupplementaryCodePoint(codePoint)) {
            bytes[length++] = '?';
            return 0;
        }
        bytes[length++] = (byte) (0xF0 | codePoint >> 18);
        bytes[length++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | codePoint & 0x3F);
        return 1;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
