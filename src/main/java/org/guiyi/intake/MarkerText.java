package org.guiyi.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a marker as editors write it: UTF-8, UTF-16 with its mark, or else GB18030 as on Chinese Windows. */
final class MarkerText {

    private static final int LONGEST = 1 << 16;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String MARK = "\uFEFF";

    private MarkerText() {}

    static String of(Path marker) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(marker)) {
            bytes = in.readNBytes(LONGEST);
        }
        String text = decoded(bytes);
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        if (isUtf16(bytes)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, GB18030);
        }
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length > 1
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
    }
}
