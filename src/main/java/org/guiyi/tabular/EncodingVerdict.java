package org.guiyi.tabular;

import java.nio.charset.Charset;

/**
 * The encoding of a text file and what it was concluded from.
 *
 * @param charset the encoding the file is read with, strictly
 * @param how what decided
 */
public record EncodingVerdict(Charset charset, How how) {

    /** What decided the encoding. */
    public enum How {
        /** The caller (the feed's definition) fixed it. */
        FIXED,
        /** A byte order mark; it outweighs what the caller fixed. */
        BYTE_ORDER_MARK,
        /** The whole file is well-formed UTF-8. */
        STRICT_UTF_8,
        /** The whole file is well-formed GB18030 and not UTF-8. */
        STRICT_GB18030,
        /** Every other byte of the ASCII characters is zero. */
        ZERO_BYTES
    }
}
