package org.guiyi.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.guiyi.feed.FeedId;

/**
 * The marker beside a delivered file: {@code roster.xlsx.ok}, lines of {@code feed}, {@code period}, {@code scope} and
 * {@code delivered-at}, each optional.
 */
final class Marker {

    static final String SUFFIX = ".ok";

    private Marker() {}

    static Said beside(Path file) {
        Path marker = file.resolveSibling(file.getFileName() + SUFFIX);
        return Files.isRegularFile(marker) ? read(marker) : Said.NOTHING;
    }

    private static Said read(Path marker) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(marker)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("a marker cannot be read", e);
        }
        return new Said(
                value(lines, "feed").map(FeedId::of),
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
