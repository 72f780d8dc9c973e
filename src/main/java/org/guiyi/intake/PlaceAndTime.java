package org.guiyi.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Scope;
import org.guiyi.feed.Source;
import org.guiyi.identifier.Located;
import org.guiyi.identifier.Regions;
import org.guiyi.intake.Identification.Surroundings;

/** Reads a delivery's scope and period from what surrounds its rows, in the order its feed's definition gives. */
public final class PlaceAndTime {

    private static final Pattern BATCH = Pattern.compile("第([0-9一二三四五六七八九十]{1,3})批");

    private final Regions regions;

    public PlaceAndTime(Regions regions) {
        this.regions = regions;
    }

    Optional<Found> period(FeedDefinition feed, Surroundings around) {
        Optional<String> said = around.said().period();
        if (said.isPresent()) {
            return said.map(period -> new Found(period, "marker"));
        }
        List<Source> sources = feed.period().map(period -> period.from()).orElse(List.of());
        return first(sources, source -> switch (source.kind()) {
            case MARKER, FIELD -> Optional.empty();
            case TITLE -> firstOf(around.titles(), PeriodText::find);
            case SHEET -> firstOf(around.sheetNames(), PeriodText::find);
            case FILE -> PeriodText.find(around.fileName());
        });
    }

    Optional<Found> scope(FeedDefinition feed, Surroundings around) {
        Optional<String> said = around.said().scope();
        if (said.isPresent()) {
            return said.map(scope -> new Found(scope, "marker"));
        }
        List<Source> sources = feed.scope().map(Scope::from).orElse(List.of());
        return first(sources, source -> switch (source.kind()) {
            case MARKER, FIELD -> Optional.empty();
            case TITLE -> firstOf(around.titles(), text -> locate(feed, text));
            case SHEET ->
                around.sheetNames().size() == 1
                        ? firstOf(around.sheetNames(), text -> locate(feed, text))
                        : Optional.empty();
            case FILE -> locate(feed, around.fileName());
        });
    }

    /** Which of several files of one scope and period this is ({@code 第2批}), where the feed knows such batches. */
    Optional<String> batch(FeedDefinition feed, Surroundings around) {
        List<Source> sources = feed.scope().map(Scope::batch).orElse(List.of());
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        return Stream.concat(around.titles().stream(), Stream.of(around.fileName()))
                .map(BATCH::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The scope of one sheet of a workbook whose sheets may be of different scopes. */
    public Optional<String> scopeOfSheet(FeedDefinition feed, List<String> titles, String name) {
        List<Source.Kind> kinds = feed.scope().map(Scope::from).orElse(List.of()).stream()
                .map(Source::kind)
                .toList();
        Optional<String> inTitle =
                kinds.contains(Source.Kind.TITLE) ? firstOf(titles, text -> locate(feed, text)) : Optional.empty();
        return inTitle.or(() -> kinds.contains(Source.Kind.SHEET) ? locate(feed, name) : Optional.empty());
    }

    /** The region a text names, if it is of a width that the feed's files may have. */
    private Optional<String> locate(FeedDefinition feed, String text) {
        return regions.locate(text).map(Located::code).filter(code -> fits(feed, code));
    }

    private static boolean fits(FeedDefinition feed, String code) {
        List<Scope.Level> levels = feed.scope().map(Scope::levels).orElse(List.of());
        return levels.contains(code.length() > 6 ? Scope.Level.TOWNSHIP : Scope.Level.COUNTY);
    }

    private static Optional<Found> first(List<Source> sources, Function<Source, Optional<String>> read) {
        return sources.stream()
                .takeWhile(source -> source.kind() != Source.Kind.FIELD)
                .map(source -> read.apply(source)
                        .map(value -> new Found(value, source.kind().key()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Optional<String> firstOf(List<String> texts, Function<String, Optional<String>> read) {
        return texts.stream().map(read).flatMap(Optional::stream).findFirst();
    }
}
