package org.guiyi.intake;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.guiyi.feed.FeedId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The marker beside a delivered file: {@code roster.xlsx.ok}, lines of {@code feed}, {@code period}, {@code scope} and
 * {@code delivered-at}, each optional. What cannot be read of it counts as not said.
 */
final class Marker {

    private static final Logger LOG = LoggerFactory.getLogger(Marker.class);

    static final String SUFFIX = ".ok";

    private Marker() {}

    static Said beside(Path file) {
        Path marker = path(file);
        return Files.isRegularFile(marker) ? read(marker) : Said.NOTHING;
    }

    static Path path(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    private static Said read(Path marker) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(marker)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("a marker is no text of lines like period=2026-10; its file is taken as if it had none", e);
            return Said.NOTHING;
        }
        return new Said(
                value(lines, "feed").flatMap(FeedId::tryOf),
                value(lines, "period").flatMap(PeriodText::find),
                value(lines, "scope"),
                value(lines, "delivered-at").flatMap(Marker::instant));
    }

    private static Optional<String> value(Properties lines, String key) {
        return Optional.ofNullable(lines.getProperty(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
