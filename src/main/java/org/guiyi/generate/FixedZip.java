package org.guiyi.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes a package again with one time on every part, so that equal content is equal bytes. */
final class FixedZip {

    private static final LocalDateTime EPOCH_OF_ZIP = LocalDateTime.of(1980, 1, 1, 0, 0);

    private FixedZip() {}

    /** Something that writes itself. */
    @FunctionalInterface
    interface Content {

        void writeTo(OutputStream stream) throws IOException;
    }

    static void write(Path target, Content content) throws IOException {
        Path loose = Files.createTempFile("guiyi-generate", ".zip");
        try {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(loose))) {
                content.writeTo(stream);
            }
            copy(loose, target);
        } finally {
            Files.delete(loose);
        }
    }

    private static void copy(Path loose, Path target) throws IOException {
        try (ZipFile in = new ZipFile(loose.toFile());
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            for (ZipEntry part : Collections.list(in.entries())) {
                ZipEntry fixed = new ZipEntry(part.getName());
                fixed.setTimeLocal(EPOCH_OF_ZIP);
                out.putNextEntry(fixed);
                try (InputStream content = in.getInputStream(part)) {
                    content.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }
}
