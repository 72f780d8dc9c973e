package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Races DuckDB from records in memory to scored pairs: the same blocking rules, comparison levels and whole-number weights,
 * SQL in the manner of Splink; {@code mvn -Pbench test -Dtest=DuckDbRaceTests}. Both must find the same pairs with the same
 * weights.
 */
@Tag("bench")
class DuckDbRaceTests {

    private static final Logger LOG = LoggerFactory.getLogger(DuckDbRaceTests.class);
    private static final int PERSONS = Integer.getInteger("bench.persons", 667_000);
    private static final int LAPS = 3;
    private static final List<String> RULES = List.of(
            "soc_sec_id",
            "given_name surname",
            "date_of_birth surname",
            "postcode surname",
            "suburb street_number",
            "date_of_birth postcode");
    private static final List<String> ALIKE = List.of("given_name", "surname", "address_1", "suburb");
    private static final List<String> EDITED = List.of("street_number", "postcode", "soc_sec_id");
    private static final List<String> EQUAL = List.of("state", "date_of_birth");
    private static final double[] BOUNDS = {1, 0.92, 0.85, 0.7};

    /** A likeness of exactly 0.92 may come out a little smaller in one engine. */
    private static final double SLACK = 1e-9;

    private static final double[][] ALIKE_M_U = {{0.8, 0.002}, {0.1, 0.003}, {0.05, 0.005}, {0.02, 0.06}, {0.03, 0.93}};
    private static final double[][] EDITED_M_U = {{0.85, 0.001}, {0.1, 0.01}, {0.02, 0.089}, {0.03, 0.9}};
    private static final double[][] EQUAL_M_U = {{0.9, 0.01}, {0.1, 0.99}};
    private static final double PRIOR = 1e-6;
    private static final int THRESHOLD = 0;

    private static String yaml() {
        StringBuilder yaml = new StringBuilder("id: race\nmax_block: 100000\nprior: " + PRIOR + "\nthresholds: {auto: "
                + THRESHOLD + ", review: " + THRESHOLD + "}\ncolumns:\n");
        EnglishPeople.COLUMNS.forEach(column -> yaml.append("  - {name: " + column + ", clean: []}\n"));
        yaml.append("blocking:\n");
        for (String rule : RULES) {
            yaml.append("  - {name: " + rule.replace(' ', '-') + ", keys: [exact(" + rule.replace(" ", "), exact(")
                    + ")]}\n");
        }
        yaml.append("comparisons:\n");
        ALIKE.forEach(column -> comparison(yaml, column, "jaro_winkler", BOUNDS, ALIKE_M_U));
        EDITED.forEach(column -> comparison(yaml, column, "levenshtein", new double[] {0, 1, 2}, EDITED_M_U));
        EQUAL.forEach(column -> comparison(yaml, column, "exact", new double[0], EQUAL_M_U));
        return yaml.toString();
    }

    private static void comparison(
            StringBuilder yaml, String column, String kind, double[] bounds, double[][] numbers) {
        yaml.append("  - name: " + column + "\n    kind: " + kind + "\n    column: " + column + "\n    levels:\n");
        for (int level = 0; level < numbers.length; level++) {
            String name = level == numbers.length - 1 ? "different" : level == 0 ? "equal" : "level_" + level;
            String word = kind.equals("levenshtein") ? "at_most" : "at_least";
            String bound = level < bounds.length ? ", " + word + ": " + bounds[level] : "";
            yaml.append("      - {level: " + name + bound + ", m: " + numbers[level][0] + ", u: " + numbers[level][1]
                    + "}\n");
        }
    }

    private static String sql() {
        List<String> joins = new ArrayList<>();
        for (int rule = 0; rule < RULES.size(); rule++) {
            StringBuilder join = new StringBuilder(
                    "select l.id as a, r.id as b from people l join people r on " + holds(rule) + " where l.id < r.id");
            for (int earlier = 0; earlier < rule; earlier++) {
                join.append(" and not coalesce(" + holds(earlier) + ", false)");
            }
            joins.add(join.toString());
        }
        List<String> measured = new ArrayList<>();
        List<String> weights = new ArrayList<>();
        for (String column : ALIKE) {
            measured.add("jaro_winkler_similarity(l." + column + ", r." + column + ") as s_" + column);
            weights.add(graded("s_" + column, ">=", BOUNDS, ALIKE_M_U));
        }
        for (String column : EDITED) {
            measured.add("levenshtein(l." + column + ", r." + column + ") as s_" + column);
            weights.add(graded("s_" + column, "<=", new double[] {0, 1, 2}, EDITED_M_U));
        }
        for (String column : EQUAL) {
            measured.add("l." + column + " = r." + column + " as s_" + column);
            weights.add("case when s_" + column + " is null then 0 when s_" + column + " then " + bits(EQUAL_M_U[0])
                    + " else " + bits(EQUAL_M_U[1]) + " end");
        }
        return "create or replace table scored as with blocked as (" + String.join(" union all ", joins)
                + "), measured as (select a, b, "
                + String.join(", ", measured)
                + " from blocked join people l on l.id = a join people r on r.id = b), weighed as (select a, b, "
                + Bits.ofProbability(PRIOR) + " + " + String.join(" + ", weights) + " as weight from measured) "
                + "select a, b, weight from weighed where weight >= " + Bits.of(THRESHOLD);
    }

    private static String holds(int rule) {
        return "l."
                + RULES.get(rule).replaceAll("(\\w+)( |$)", "$1 = r.$1 and l.").replaceAll(" and l\\.$", "");
    }

    private static String graded(String measure, String order, double[] bounds, double[][] numbers) {
        StringBuilder sql = new StringBuilder("case when " + measure + " is null then 0");
        for (int level = 0; level < bounds.length; level++) {
            sql.append(" when " + measure + " " + order + " "
                    + (order.equals(">=") ? bounds[level] - SLACK : bounds[level]) + " then " + bits(numbers[level]));
        }
        return sql.append(" else " + bits(numbers[numbers.length - 1]) + " end").toString();
    }

    private static int bits(double[] numbers) {
        return Bits.ofRatio(numbers[0], numbers[1]);
    }

    /** Seconds by the wall and by the processor. */
    private record Lap(double wall, double processor) {}

    private interface Run {
        void run() throws SQLException;
    }

    private static Lap timed(Run run) throws SQLException {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long wall = System.nanoTime();
        long processor = system.getProcessCpuTime();
        run.run();
        return new Lap((System.nanoTime() - wall) / 1e9, (system.getProcessCpuTime() - processor) / 1e9);
    }

    private static Records records(List<EnglishPeople.Row> rows, MatchingSpec spec) {
        Records.Builder builder = Records.builder(spec);
        rows.forEach(row -> builder.add(row.id(), row.in(EnglishPeople.COLUMNS)));
        return builder.build();
    }

    @Test
    void findsTheSamePairsSooner() throws SQLException {
        List<EnglishPeople.Row> rows = EnglishPeople.rows(5, PERSONS, 1, 3);
        MatchingSpec spec = MatchingSpec.parse("race.yaml", yaml());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads to 2");
            load(connection, rows);
            for (int lap = 0; lap < LAPS; lap++) {
                LinkageResult[] result = new LinkageResult[1];
                Lap ours = timed(() -> result[0] = Linkage.of(spec).link(records(rows, spec), List.of()));
                Lap theirs = timed(() -> statement.execute(sql()));
                LOG.info(
                        "{} records, {} pairs compared, {} kept: guiyi {} s ({} processor, clustering included), DuckDB {} s ({}): ratio {} ({})",
                        rows.size(),
                        result[0].blocks().comparedPairs(),
                        result[0].links().size(),
                        ours.wall,
                        ours.processor,
                        theirs.wall,
                        theirs.processor,
                        theirs.wall / ours.wall,
                        theirs.processor / ours.processor);
                assertSame(result[0], statement);
            }
        }
    }

    private static void load(Connection connection, List<EnglishPeople.Row> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table people (id bigint, " + String.join(" varchar, ", EnglishPeople.COLUMNS)
                    + " varchar)");
        }
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "people")) {
            for (EnglishPeople.Row row : rows) {
                appender.beginRow();
                appender.append(row.id());
                for (String value : row.in(EnglishPeople.COLUMNS)) {
                    appender.append(value == null || value.isBlank() ? null : value);
                }
                appender.endRow();
            }
        }
    }

    private static void assertSame(LinkageResult result, Statement statement) throws SQLException {
        long weights = 0;
        long pairs = 0;
        for (Link link : result.links()) {
            weights += Math.round(link.weight() * 1e6);
            pairs += link.a() * 31 + link.b();
        }
        try (ResultSet sums = statement.executeQuery("select count(*), sum(weight), sum(a * 31 + b) from scored")) {
            assertThat(sums.next()).isTrue();
            assertThat(sums.getLong(1)).isEqualTo(result.links().size());
            assertThat(sums.getLong(2)).isEqualTo(weights);
            assertThat(sums.getLong(3)).isEqualTo(pairs);
        }
    }
}
