package org.guiyi.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.guiyi.pipeline.CountyNight.County;
import org.guiyi.pipeline.CountyNight.Line;

/**
 * How well a generated county was linked, in pairs of rows that are about their person. A steward is asked once for each two
 * clusters that pairs of the review band connect, so that is what a task is here.
 */
final class CountyQuality {

    /** @param proposed joined, or asked about */
    record Stratum(String name, long pairs, long joined, long proposed) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.4f | %.4f |",
                    name,
                    pairs,
                    pairs == 0 ? 1 : (double) joined / pairs,
                    pairs == 0 ? 1 : (double) proposed / pairs);
        }
    }

    private final County county;
    private final MatchingSpec spec;
    private final LinkageResult result;
    private final Map<Long, Integer> clusters = new HashMap<>();
    private final Map<Long, Line> lines = new HashMap<>();
    private final Map<String, List<Line>> persons = new TreeMap<>();
    private final Set<Long> tasks = new HashSet<>();
    private long reviews;

    private CountyQuality(County county, MatchingSpec spec, LinkageResult result) {
        this.county = county;
        this.spec = spec;
        this.result = result;
        for (Line line : county.lines()) {
            clusters.put(line.id(), result.clusters().of(line.id()));
            lines.put(line.id(), line);
            if (line.person() != null) {
                persons.computeIfAbsent(line.person(), any -> new ArrayList<>()).add(line);
            }
        }
        for (Link link : result.links()) {
            if (link.decision() == Decision.REVIEW && !together(link.a(), link.b())) {
                reviews++;
                tasks.add(sides(link.a(), link.b()));
            }
        }
    }

    static CountyQuality of(County county, Model model, MatchingSpec spec) {
        return new CountyQuality(county, spec, Linkage.of(spec, model).link(records(county, spec), List.of()));
    }

    static Records records(County county, MatchingSpec spec) {
        Records.Builder builder = Records.builder(spec);
        county.lines().forEach(line -> builder.add(line.id(), line.values()));
        return builder.build();
    }

    int records() {
        return county.lines().size();
    }

    int persons() {
        return persons.size();
    }

    double tasksPerHundred() {
        return 100.0 * tasks.size() / persons.size();
    }

    double reviewsPerHundred() {
        return 100.0 * reviews / persons.size();
    }

    /** Pairs in one cluster that are two persons; related persons count here too. */
    long wrong() {
        return wrong((a, b) -> true);
    }

    long wrongTwins() {
        return wrong(
                (a, b) -> county.twins().contains(a.person()) && county.twins().contains(b.person()));
    }

    private long wrong(BiPredicate<Line, Line> counts) {
        long wrong = 0;
        for (List<Line> members : membersOfClusters()) {
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    Line a = members.get(i);
                    Line b = members.get(j);
                    boolean known = a.person() != null && b.person() != null;
                    wrong += known && !Objects.equals(a.person(), b.person()) && counts.test(a, b) ? 1 : 0;
                }
            }
        }
        return wrong;
    }

    private Iterable<List<Line>> membersOfClusters() {
        Map<Integer, List<Line>> members = new HashMap<>();
        county.lines()
                .forEach(line -> members.computeIfAbsent(
                                Objects.requireNonNull(clusters.get(line.id())), any -> new ArrayList<>())
                        .add(line));
        return members.values();
    }

    double precision() {
        long joined = stratum("", (a, b) -> true).joined();
        return joined == 0 ? 1 : (double) joined / (joined + wrong());
    }

    List<Stratum> strata() {
        BiPredicate<Line, Line> decidable = (a, b) -> a.decidable() && b.decidable();
        return List.of(
                stratum("all that can be decided", decidable),
                stratum("a trusted full number on both sides", (a, b) -> trusted(a) && trusted(b)),
                stratum("a side lacks a trusted full number", decidable.and((a, b) -> !trusted(a) || !trusted(b))),
                stratum("a side has no digit of a number", decidable.and((a, b) -> !numbered(a) || !numbered(b))),
                stratum("children", decidable.and((a, b) -> child(a))),
                stratum("elders", decidable.and((a, b) -> !child(a))),
                stratum("who has a twin", decidable.and((a, b) -> county.twins().contains(a.person()))),
                stratum("that nobody can decide", decidable.negate()));
    }

    private Stratum stratum(String name, BiPredicate<Line, Line> counts) {
        long[] pairs = new long[3];
        eachTruePair((a, b) -> {
            if (counts.test(a, b)) {
                pairs[0]++;
                pairs[1] += together(a.id(), b.id()) ? 1 : 0;
                pairs[2] += together(a.id(), b.id()) || tasks.contains(sides(a.id(), b.id())) ? 1 : 0;
            }
        });
        return new Stratum(name, pairs[0], pairs[1], pairs[2]);
    }

    /** Why pairs of one person were not joined, and how many. */
    Map<String, Integer> missed() {
        Map<String, Integer> missed = new TreeMap<>();
        eachTruePair((a, b) -> {
            if (!together(a.id(), b.id())) {
                Explanation explanation = result.explain(a.id(), b.id());
                String asked = tasks.contains(sides(a.id(), b.id())) ? "asked" : "not asked";
                String decidable = a.decidable() && b.decidable() ? "" : ", can't be decided";
                missed.merge(asked + decidable + ": " + explanation.constraint().orElse("too light"), 1, Integer::sum);
            }
        });
        return missed;
    }

    private void eachTruePair(java.util.function.BiConsumer<Line, Line> taker) {
        for (List<Line> own : persons.values()) {
            for (int i = 0; i < own.size(); i++) {
                for (int j = i + 1; j < own.size(); j++) {
                    if (own.get(i).subject() && own.get(j).subject()) {
                        taker.accept(own.get(i), own.get(j));
                    }
                }
            }
        }
    }

    private boolean together(long a, long b) {
        return Objects.equals(clusters.get(a), clusters.get(b));
    }

    private long sides(long a, long b) {
        int one = Objects.requireNonNull(clusters.get(a));
        int other = Objects.requireNonNull(clusters.get(b));
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    private boolean trusted(Line line) {
        return "1".equals(line.values()[spec.columns().indexOf("resident_id_trusted")]);
    }

    private boolean numbered(Line line) {
        return line.values()[spec.columns().indexOf("resident_id")] != null
                || line.values()[spec.columns().indexOf("resident_id_pattern")] != null;
    }

    /** The generator's persons end in their place in the family: children first. */
    private static boolean child(Line line) {
        String person = Objects.requireNonNull(line.person());
        return person.charAt(person.length() - 1) <= '2';
    }
}
