package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the definitions in which an admin has changed something. */
final class ChangedDefinitions {

    private ChangedDefinitions() {}

    /** The definitions with a text of a file replaced by another. */
    static Path in(Path folder, String file, String from, String to) {
        Path jobs = folder.resolve("jobs-changed");
        try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
            for (Path each : files.toList()) {
                Path target = jobs.resolve(Path.of("jobs").relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
            String text = Files.readString(jobs.resolve(file));
            assertThat(text).contains(from);
            Files.writeString(jobs.resolve(file), text.replace(from, to));
            return jobs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
