package org.guiyi.protection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/**
 * The blind index: a keyed digest stands for a text, so that equal texts can be found and joined by whoever cannot read them.
 * Used by several threads.
 */
final class NumberIndex {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS_PER_LETTER = 5;

    private final String keyId;
    private final ThreadLocal<UnaryOperator<byte[]>> macs;

    NumberIndex(Key key, Suite suite) {
        this.keyId = key.id();
        byte[] secret = key.derived(Message.of("number index").add(suite.name()));
        this.macs = ThreadLocal.withInitial(() -> suite.mac(secret));
    }

    String keyId() {
        return keyId;
    }

    /** The token of a text without its signs: the first 130 bits of its digest. */
    String token(String text) {
        byte[] mac = mac((byte) 't', text.getBytes(StandardCharsets.UTF_8));
        StringBuilder token = new StringBuilder(Token.LETTERS);
        int bits = 0;
        int held = 0;
        for (int at = 0; token.length() < Token.LETTERS; at++) {
            held = (held << Byte.SIZE | mac[at] & 0xFF) & 0xFFFF;
            bits += Byte.SIZE;
            while (bits >= BITS_PER_LETTER && token.length() < Token.LETTERS) {
                bits -= BITS_PER_LETTER;
                token.append(ALPHABET.charAt(held >> bits & 0x1F));
            }
        }
        return token.toString();
    }

    /** A number for a number that was computed of personal texts. */
    long blind(long digest) {
        return ByteBuffer.wrap(mac(
                        (byte) 'l',
                        ByteBuffer.allocate(Long.BYTES).putLong(digest).array()))
                .getLong();
    }

    /** A digest for a digest, in hexadecimal. */
    String blind(String digest) {
        return HexFormat.of().formatHex(mac((byte) 'd', digest.getBytes(StandardCharsets.UTF_8)));
    }

    /** Tells this key from others. */
    byte[] check() {
        return mac((byte) 'c', new byte[0]);
    }

    private byte[] mac(byte use, byte[] text) {
        return macs.get()
                .apply(ByteBuffer.allocate(1 + text.length).put(use).put(text).array());
    }
}
