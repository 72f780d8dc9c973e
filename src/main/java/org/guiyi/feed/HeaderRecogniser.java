package org.guiyi.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guiyi.tabular.HeaderCell;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.tabular.TabularFormat;

/**
 * Finds the feed whose headers a file has. A feed scores by its required columns found, by the share of the file's
 * columns it knows, by columns that no other feed knows, and by its title above the header.
 */
final class HeaderRecogniser {

    private static final double ENOUGH = 0.6;
    private static final double ENOUGH_REQUIRED = 0.5;
    private static final double TOO_CLOSE = 0.05;
    private static final double SURELY_DISTINCT = 3;
    private static final int NEAREST = 3;

    private final List<FeedHeaders> feeds;
    private final Map<String, Integer> feedsByHeader = new HashMap<>();

    HeaderRecogniser(List<FeedDefinition> definitions) {
        this.feeds = definitions.stream().map(FeedHeaders::new).toList();
        feeds.forEach(feed -> feed.known().forEach(header -> feedsByHeader.merge(header, 1, Integer::sum)));
    }

    boolean knows(String header) {
        String own = HeaderText.normal(header);
        return feedsByHeader.containsKey(own) || feedsByHeader.containsKey(own.replace("/", ""));
    }

    Recognition recognise(Optional<String> bureau, List<SheetLayout> layouts, TabularFormat format) {
        List<Fit> fits = new ArrayList<>();
        for (FeedHeaders feed : feeds) {
            if (bureau.isEmpty() || feed.feed().bureau().equals(bureau.get())) {
                fits.add(fit(feed, layouts));
            }
        }
        fits.sort(Comparator.comparingDouble(Fit::score)
                .reversed()
                .thenComparing(fit -> fit.feed().id()));
        List<Fit> good = fits.stream().filter(Fit::enough).toList();
        if (good.isEmpty()) {
            return new Recognition.Unrecognised(
                    candidates(fits.stream().limit(NEAREST).toList()));
        }
        if (good.size() > 1 && good.get(0).score() - good.get(1).score() < TOO_CLOSE) {
            return new Recognition.Ambiguous(candidates(good));
        }
        FeedDefinition feed = good.get(0).feed();
        return new Recognition.Recognised(
                feed, new HeaderMapping(feed, format, good.get(0).enoughSheets()));
    }

    private static List<Recognition.Candidate> candidates(List<Fit> fits) {
        return fits.stream().map(Fit::candidate).toList();
    }

    private Fit fit(FeedHeaders headers, List<SheetLayout> layouts) {
        List<SheetFit> sheets =
                layouts.stream().map(layout -> fit(headers, layout)).toList();
        return new Fit(headers.feed(), sheets);
    }

    private SheetFit fit(FeedHeaders headers, SheetLayout layout) {
        FeedDefinition feed = headers.feed();
        SheetMapping mapping = headers.map(layout);
        long required = feed.fields().stream()
                .filter(field -> field.required() && field.whenEmpty().isEmpty())
                .count();
        double found =
                required == 0 ? 1 : 1 - (double) mapping.missingRequired().size() / required;
        double known = layout.columns().isEmpty()
                ? 0
                : (double) mapping.matched() / layout.columns().size();
        double distinct = Math.min(1, distinct(headers, layout) / SURELY_DISTINCT);
        boolean titled = layout.titles().stream()
                .anyMatch(title -> HeaderText.normal(title).contains(HeaderText.normal(feed.title())));
        double score = Math.min(1, 0.5 * found + 0.3 * known + 0.2 * distinct + (titled ? 0.1 : 0));
        return new SheetFit(mapping, score, found >= ENOUGH_REQUIRED && score >= ENOUGH);
    }

    /** How many of the sheet's headers only this feed knows. */
    private double distinct(FeedHeaders headers, SheetLayout layout) {
        Set<String> distinct = new HashSet<>();
        for (HeaderCell cell : layout.columns()) {
            String header = HeaderText.normal(cell.text());
            if (headers.known().contains(header) && feedsByHeader.getOrDefault(header, 0) == 1) {
                distinct.add(header);
            }
        }
        return distinct.size();
    }

    private record SheetFit(SheetMapping mapping, double score, boolean enough) {}

    private record Fit(FeedDefinition feed, List<SheetFit> sheets) {

        double score() {
            return sheets.stream().mapToDouble(SheetFit::score).max().orElse(0);
        }

        boolean enough() {
            return sheets.stream().anyMatch(SheetFit::enough);
        }

        List<SheetMapping> enoughSheets() {
            return sheets.stream()
                    .filter(SheetFit::enough)
                    .map(SheetFit::mapping)
                    .toList();
        }

        Recognition.Candidate candidate() {
            Optional<SheetMapping> best = sheets.stream()
                    .max(Comparator.comparingDouble(SheetFit::score))
                    .map(SheetFit::mapping);
            return new Recognition.Candidate(
                    feed.id(),
                    feed.title(),
                    feed.titleEn(),
                    score(),
                    best.map(sheet -> sheet.missingRequired().stream()
                                    .map(Field::title)
                                    .toList())
                            .orElse(List.of()),
                    best.map(sheet -> sheet.unknown().stream()
                                    .map(HeaderCell::name)
                                    .toList())
                            .orElse(List.of()));
        }
    }
}
