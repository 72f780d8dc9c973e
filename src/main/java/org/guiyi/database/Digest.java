package org.guiyi.database;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first 128 bits of a SHA-256, held where PostgreSQL holds a {@code uuid}. */
public record Digest(long high, long low) {

    private static final byte BORDER = 0x1f;
    private static final ThreadLocal<Work> WORK = ThreadLocal.withInitial(Work::new);

    /** Digests the parts with their borders, so that ("ab", "c") and ("a", "bc") differ. */
    public static Digest of(CharSequence... parts) {
        Work work = WORK.get();
        for (CharSequence part : parts) {
            work.text.append(part).append(BORDER);
        }
        work.text.drainTo(work.digest);
        ByteBuffer bytes = ByteBuffer.wrap(work.digest.digest());
        return new Digest(bytes.getLong(), bytes.getLong());
    }

    /** What a thread needs for digests, made once. */
    private static final class Work {
        private final Utf8Text text = new Utf8Text();
        private final MessageDigest digest = sha256();
    }

    /** Thirty-two hexadecimal digits. */
    public String hex() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    /** A fresh SHA-256, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
