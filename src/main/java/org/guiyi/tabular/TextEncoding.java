package org.guiyi.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.guiyi.tabular.EncodingVerdict.How;

/**
 * How a text file is encoded, concluded from its whole content and never by statistics over letters.
 *
 * @param mark bytes of a byte order mark to pass over
 * @param withSurrogates whether the file holds UTF-8 encoded surrogates, which a strict decoder would refuse as a whole
 */
record TextEncoding(EncodingVerdict verdict, int mark, boolean withSurrogates) {

    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int BLOCK = 1 << 16;

    static TextEncoding detect(Path file, byte[] head, Optional<Charset> fixed) throws IOException {
        Optional<TextEncoding> marked = byMark(head);
        if (marked.isPresent()) {
            return checked(file, marked.get());
        }
        if (fixed.isPresent()) {
            return checked(file, of(fixed.get(), How.FIXED, 0));
        }
        Optional<TextEncoding> zeros = byZeroBytes(head);
        return zeros.isPresent() ? zeros.get() : byContent(file);
    }

    private static TextEncoding of(Charset charset, How how, int mark) {
        return new TextEncoding(new EncodingVerdict(charset, how), mark, false);
    }

    private static Optional<TextEncoding> byMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(of(StandardCharsets.UTF_8, How.BYTE_ORDER_MARK, 3));
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return Optional.of(of(StandardCharsets.UTF_16LE, How.BYTE_ORDER_MARK, 2));
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return Optional.of(of(StandardCharsets.UTF_16BE, How.BYTE_ORDER_MARK, 2));
        }
        return startsWith(head, 0x84, 0x31, 0x95, 0x33)
                ? Optional.of(of(GB18030, How.BYTE_ORDER_MARK, 4))
                : Optional.empty();
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static TextEncoding checked(Path file, TextEncoding encoding) throws IOException {
        if (!encoding.verdict.charset().equals(StandardCharsets.UTF_8)) {
            return encoding;
        }
        ByteCheck.Utf8 utf8 = new ByteCheck.Utf8();
        follow(file, utf8);
        if (utf8.bad() > 0) {
            throw Refusals.encoding(lineOf(file, utf8.firstBad()), StandardCharsets.UTF_8);
        }
        return new TextEncoding(encoding.verdict, encoding.mark, utf8.holdsSurrogates());
    }

    /** UTF-16 without a mark: the ASCII characters of any table show as zeros in every other byte, and only there. */
    private static Optional<TextEncoding> byZeroBytes(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        if (zeros[0] + zeros[1] < Math.max(2, head.length / 20) || Math.min(zeros[0], zeros[1]) * 20 > head.length) {
            return Optional.empty();
        }
        if (zeros[1] > 19 * zeros[0]) {
            return Optional.of(of(StandardCharsets.UTF_16LE, How.ZERO_BYTES, 0));
        }
        return zeros[0] > 19 * zeros[1]
                ? Optional.of(of(StandardCharsets.UTF_16BE, How.ZERO_BYTES, 0))
                : Optional.empty();
    }

    private static TextEncoding byContent(Path file) throws IOException {
        ByteCheck.Utf8 utf8 = new ByteCheck.Utf8();
        follow(file, utf8);
        if (utf8.bad() == 0 && !utf8.isAccidental()) {
            return new TextEncoding(
                    new EncodingVerdict(StandardCharsets.UTF_8, How.STRICT_UTF_8), 0, utf8.holdsSurrogates());
        }
        if (utf8.isDamaged()) {
            throw Refusals.encoding(lineOf(file, utf8.firstBad()), StandardCharsets.UTF_8);
        }
        ByteCheck.Gb18030 gb = new ByteCheck.Gb18030();
        follow(file, gb);
        if (gb.bad() == 0) {
            return of(GB18030, How.STRICT_GB18030, 0);
        }
        if (utf8.bad() == 0) {
            return of(StandardCharsets.UTF_8, How.STRICT_UTF_8, 0);
        }
        throw Refusals.encoding(lineOf(file, gb.firstBad()), " UTF-8 或 GB18030", "UTF-8 or GB18030");
    }

    private static void follow(Path file, ByteCheck check) throws IOException {
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                check.accept(block, n);
                if (check instanceof ByteCheck.Utf8 utf8 && utf8.isHopeless()) {
                    return;
                }
            }
        }
        check.end();
    }

    private static long lineOf(Path file, long offset) throws IOException {
        long line = 1;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (long i = 0; i < offset; i++) {
                line += in.read() == '\n' ? 1 : 0;
            }
        }
        return line;
    }

    /** Opens the text behind the byte order mark; surrogates without a partner come through as they are. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(mark);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        Charset charset = verdict.charset();
        if (withSurrogates) {
            return new CodeUnitReader(new BufferedInputStream(in, BLOCK), CodeUnitReader.Form.UTF_8);
        }
        if (charset.equals(StandardCharsets.UTF_16LE)) {
            return new CodeUnitReader(new BufferedInputStream(in, BLOCK), CodeUnitReader.Form.UTF_16LE);
        }
        if (charset.equals(StandardCharsets.UTF_16BE) || charset.equals(StandardCharsets.UTF_16)) {
            return new CodeUnitReader(new BufferedInputStream(in, BLOCK), CodeUnitReader.Form.UTF_16BE);
        }
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
