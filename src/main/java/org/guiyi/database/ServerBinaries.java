package org.guiyi.database;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The unpacked programs of PostgreSQL under the home folder. */
final class ServerBinaries {

    /** Written into a folder of programs once all of them are unpacked. */
    private static final String COMPLETE = ".exists";

    private ServerBinaries() {}

    /** Takes away what a killed process had half unpacked: unpacking does not go over files that are there. */
    static void clearUnfinished(Path engine) throws IOException {
        if (!Files.isDirectory(engine)) {
            return;
        }
        try (DirectoryStream<Path> versions = Files.newDirectoryStream(engine, "PG-*")) {
            for (Path version : versions) {
                if (!Files.exists(version.resolve(COMPLETE))) {
                    delete(version);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
