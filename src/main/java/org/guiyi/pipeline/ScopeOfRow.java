package org.guiyi.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.Scope;
import org.guiyi.feed.Source;
import org.guiyi.identifier.Located;
import org.guiyi.identifier.Regions;
import org.guiyi.intake.Found;
import org.guiyi.intake.PeriodText;
import org.guiyi.intake.PlaceAndTime;
import org.guiyi.intake.Submission;
import org.guiyi.validation.JudgedRow;

/**
 * The scope each row of a file belongs to, and the file's period. What was found outside of the rows holds for the whole file
 * or sheet; a school or institution is read from each row; a county or a period that only the rows tell is what most of the
 * first rows say.
 */
final class ScopeOfRow {

    /** The scope of rows of a feed that has none. */
    static final String EVERYWHERE = "-";

    private static final int COUNTY = 6;

    private final FeedDefinition feed;
    private final List<Integer> scopeFields;
    private final Optional<Found> fixed;
    private final Optional<Found> period;
    private final boolean missing;
    private final String suffix;
    private final Map<String, String> sameAs = new HashMap<>();
    private final Map<Integer, Optional<String>> sheets = new ConcurrentHashMap<>();

    private ScopeOfRow(FeedDefinition feed, Optional<Found> fixed, Optional<Found> period, List<Integer> scopeFields) {
        this.feed = feed;
        this.fixed = fixed;
        this.period = period;
        this.scopeFields = scopeFields;
        this.missing = feed.scope().isPresent() && fixed.isEmpty() && scopeFields.isEmpty();
        this.suffix = perPeriod(feed) ? period.map(found -> "/" + found.value()).orElse("") : "";
    }

    /** @param firstRows the judged rows of the first block */
    static ScopeOfRow of(StagingOrder order, Regions regions, List<JudgedRow> firstRows) {
        FeedDefinition feed = order.feed();
        Submission submission = order.submission();
        Optional<Found> period = submission
                .period()
                .map(value -> new Found(value, "known"))
                .or(() -> mostSaid(feed, firstRows).map(value -> new Found(value, "field")));
        Optional<Found> known = order.outsideScope().map(value -> new Found(baseOf(value), "known"));
        List<Integer> fields =
                feed.scope().map(scope -> fields(feed, scope.from())).orElse(List.of());
        if (known.isPresent() || feed.scope().isEmpty()) {
            return new ScopeOfRow(feed, known, period, List.of());
        }
        if (perRow(feed.scope().get())) {
            ScopeOfRow scopes = new ScopeOfRow(feed, known, period, fields);
            firstRows.forEach(scopes::learn);
            return scopes;
        }
        Optional<Found> county = mostLocated(regions, fields, firstRows).map(code -> new Found(code, "field"));
        return new ScopeOfRow(feed, county, period, List.of());
    }

    /** The scopes that the titles and names of single sheets tell, where they differ from the file's. */
    void sheet(StagedSheet sheet, String name, PlaceAndTime places) {
        Optional<String> own = places.scopeOfSheet(feed, sheet.titles(), name);
        sheets.put(sheet.number(), own);
    }

    String of(StagedSheet sheet, JudgedRow row) {
        return base(sheet, row) + suffix;
    }

    Optional<Found> period() {
        return period;
    }

    /** Whether nobody says what the file covers. */
    boolean missing() {
        return missing;
    }

    /** A row that gives a school's name but not its code belongs to the code that other rows give beside this name. */
    private void learn(JudgedRow row) {
        String best = scopeFields.isEmpty() ? null : row.value(scopeFields.get(0));
        for (int field : scopeFields) {
            String value = row.value(field);
            if (best != null && value != null) {
                sameAs.putIfAbsent(value, best);
            }
        }
    }

    private String base(StagedSheet sheet, JudgedRow row) {
        for (int field : scopeFields) {
            String value = row.value(field);
            if (value != null) {
                return sameAs.getOrDefault(value, value);
            }
        }
        return sheets.getOrDefault(sheet.number(), Optional.empty())
                .or(() -> fixed.map(Found::value))
                .orElse(EVERYWHERE);
    }

    /** A feed whose period stands in its rows' key is a whole roster per period: its scope ends with the period. */
    private static boolean perPeriod(FeedDefinition feed) {
        return feed.period().isPresent()
                && feed.period().get().from().stream().anyMatch(source -> source.kind() == Source.Kind.FIELD)
                && feed.scope().isPresent();
    }

    private static String baseOf(String scope) {
        int slash = scope.indexOf('/');
        return slash < 0 ? scope : scope.substring(0, slash);
    }

    private static boolean perRow(Scope scope) {
        return scope.levels().contains(Scope.Level.SCHOOL) || scope.levels().contains(Scope.Level.INSTITUTION);
    }

    private static List<Integer> fields(FeedDefinition feed, List<Source> sources) {
        return sources.stream()
                .flatMap(source -> source.fields().stream())
                .map(feed::indexOf)
                .toList();
    }

    private static Optional<String> mostSaid(FeedDefinition feed, List<JudgedRow> rows) {
        List<Integer> fields =
                feed.period().map(period -> fields(feed, period.from())).orElse(List.of());
        Map<String, Integer> votes = new HashMap<>();
        for (JudgedRow row : rows) {
            fields.stream()
                    .map(row::value)
                    .flatMap(java.util.stream.Stream::ofNullable)
                    .map(PeriodText::find)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(month -> votes.merge(month, 1, Integer::sum));
        }
        return most(votes);
    }

    private static Optional<String> mostLocated(Regions regions, List<Integer> fields, List<JudgedRow> rows) {
        Map<String, Integer> votes = new HashMap<>();
        for (JudgedRow row : rows) {
            fields.stream()
                    .map(row::value)
                    .flatMap(java.util.stream.Stream::ofNullable)
                    .map(regions::locate)
                    .flatMap(Optional::stream)
                    .map(Located::code)
                    .filter(code -> code.length() >= COUNTY)
                    .findFirst()
                    .ifPresent(code -> votes.merge(code.substring(0, COUNTY), 1, Integer::sum));
        }
        return most(votes);
    }

    /** The value with the most votes; among equals the last in order, so that the answer depends on nothing else. */
    private static Optional<String> most(Map<String, Integer> votes) {
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }
}
