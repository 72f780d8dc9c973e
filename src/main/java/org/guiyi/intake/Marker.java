package org.guiyi.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiyi.feed.Delivery;
import org.guiyi.feed.FeedId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The marker beside a delivered file: {@code roster.xlsx.ok}, lines of {@code feed}, {@code period}, {@code scope},
 * {@code delivered-at}, {@code kind} ({@code snapshot} or {@code changes}), {@code sha-256} and {@code rows}, each optional.
 * A value that cannot be read counts as not said; but a {@code sha-256} or {@code rows} that is none fits no file, and a file
 * beside whose marker has another key is not taken: it may be one of these, misspelt.
 */
final class Marker {

    private static final Logger LOG = LoggerFactory.getLogger(Marker.class);

    static final String SUFFIX = ".ok";

    private static final Set<String> KEYS =
            Set.of("feed", "period", "scope", "delivered-at", "kind", "sha-256", "rows");

    /** Separated as in property files, or as an input method for Chinese writes it. */
    private static final Pattern LINE = Pattern.compile("(?<key>[^#!\\s=:＝：][^\\s=:＝：]*)\\s*[=:＝：]?\\s*(?<value>.*)");

    private static final Said NOT_UNDERSTOOD = new Said(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Said.Whole(Optional.empty(), Optional.empty(), false));

    private Marker() {}

    static Said beside(Path file) {
        Path marker = path(file);
        return Files.isRegularFile(marker) ? read(marker) : Said.NOTHING;
    }

    static Path path(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    private static Said read(Path marker) {
        try {
            return said(lines(marker));
        } catch (NoSuchFileException e) {
            return Said.NOTHING;
        } catch (IOException e) {
            LOG.warn("a marker cannot be read, {}; its file is left to the next run", FileFailure.of(e));
            return NOT_UNDERSTOOD;
        }
    }

    private static Said said(Map<String, String> lines) {
        return new Said(
                value(lines, "feed").flatMap(FeedId::tryOf),
                value(lines, "period").flatMap(PeriodText::find),
                value(lines, "scope"),
                value(lines, "delivered-at").flatMap(Marker::instant),
                value(lines, "kind").flatMap(Marker::kind),
                new Said.Whole(
                        value(lines, "sha-256").map(text -> text.toLowerCase(Locale.ROOT)),
                        value(lines, "rows").map(Marker::rows),
                        KEYS.containsAll(lines.keySet())));
    }

    /** The last line of a key counts. A word alone, like {@code ok}, says nothing. */
    private static Map<String, String> lines(Path marker) throws IOException {
        Map<String, String> lines = new HashMap<>();
        MarkerText.of(marker).lines().map(String::strip).forEach(line -> {
            Matcher parts = LINE.matcher(line);
            if (parts.matches() && !parts.group("value").isEmpty()) {
                lines.put(parts.group("key").toLowerCase(Locale.ROOT), parts.group("value"));
            }
        });
        return lines;
    }

    private static Optional<String> value(Map<String, String> lines, String key) {
        return Optional.ofNullable(lines.get(key));
    }

    private static Optional<Delivery> kind(String text) {
        return Stream.of(Delivery.values())
                .filter(kind -> kind.key().equals(text))
                .findFirst();
    }

    private static long rows(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
