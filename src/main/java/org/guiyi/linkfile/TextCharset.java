package org.guiyi.linkfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which encoding a text file has that needn't come from a Chinese office. {@code tabular} knows UTF-8 and GB 18030; what it
 * takes for the latter, or refuses, is looked at again: accented letters that stand alone between ASCII ones are Western.
 */
final class TextCharset {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private final long lonely;
    private final long groups;
    private final boolean unassigned;
    private final boolean utf8;

    private TextCharset(InputStream text) throws IOException {
        Utf8Check check = new Utf8Check();
        long alone = 0;
        long all = 0;
        long group = 0;
        boolean holes = false;
        for (int b = text.read(); b >= 0; b = text.read()) {
            check.accept(b);
            holes |= b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
            if (b >= 0x80) {
                all += group++ == 0 ? 1 : 0;
            } else {
                alone += group == 1 ? 1 : 0;
                group = 0;
            }
        }
        this.lonely = alone + (group == 1 ? 1 : 0);
        this.groups = all;
        this.unassigned = holes;
        this.utf8 = check.wellFormed();
    }

    /** The encoding that a file has if it isn't Chinese; empty when it seems to be. */
    static Optional<Charset> western(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return new TextCharset(in).western();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A Chinese character of GB 18030 is two bytes, mostly both above ASCII; an accented letter is one. */
    private Optional<Charset> western() {
        if (utf8) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (lonely * 2 <= groups) {
            return Optional.empty();
        }
        return Optional.of(unassigned ? StandardCharsets.ISO_8859_1 : WINDOWS_1252);
    }

    /** Whether bytes are well-formed UTF-8 as far as lead and following bytes go. */
    private static final class Utf8Check {
        private int following;
        private boolean bad;

        void accept(int b) {
            boolean follows = (b & 0xC0) == 0x80;
            bad |= follows != following > 0;
            bad |= b == 0xC0 || b == 0xC1 || b >= 0xF5;
            following = follows ? following - 1 : b < 0xC2 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        }

        boolean wellFormed() {
            return !bad && following == 0;
        }
    }
}
