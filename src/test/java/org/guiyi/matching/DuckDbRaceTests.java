package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final int LAPS = Integer.getInteger("bench.laps", 3);
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
    private record Lap(double wall, double processor) {

        static Lap now() {
            OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Lap(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9);
        }

        Lap since(Lap before) {
            return new Lap(wall - before.wall, processor - before.processor);
        }
    }

    private static List<String[]> rows() {
        List<String[]> rows = new ArrayList<>();
        EnglishPeople.each(5, PERSONS, 1, 3, row -> rows.add(row.in(EnglishPeople.COLUMNS)));
        return rows;
    }

    private static Records records(List<String[]> rows, MatchingSpec spec) {
        Records.Builder builder = Records.builder(spec);
        for (int row = 0; row < rows.size(); row++) {
            builder.add(row, rows.get(row));
        }
        return builder.build();
    }

    @Test
    void findsTheSamePairsSooner() throws SQLException, IOException {
        List<String[]> rows = rows();
        MatchingSpec spec = MatchingSpec.parse("race.yaml", yaml());
        StringBuilder table = new StringBuilder("""
                | lap | processor s | by the wall | times DuckDB's SQL, processor | by the wall |
                |---|--:|--:|--:|--:|
                """);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads to 2");
            Lap began = Lap.now();
            load(connection, rows);
            LOG.info(
                    "{} records loaded into DuckDB in {}",
                    rows.size(),
                    Lap.now().since(began));
            for (int lap = 1; lap <= LAPS; lap++) {
                began = Lap.now();
                Records records = records(rows, spec);
                Lap encoded = Lap.now();
                Lap[] scored = new Lap[1];
                LinkageResult result = Linkage.of(spec).link(records, List.of(), (stage, done, total) -> {
                    if (stage == LinkageProgress.Stage.CLUSTERING && scored[0] == null) {
                        scored[0] = Lap.now();
                    }
                });
                Lap clustered = Lap.now();
                statement.execute(sql());
                Lap theirs = Lap.now().since(clustered);
                table.append(String.format(
                        Locale.ROOT,
                        "%d: %,d records, %,d pairs compared, %,d kept%n",
                        lap,
                        rows.size(),
                        result.blocks().comparedPairs(),
                        result.links().size()));
                line(table, "DuckDB, from its table to scored pairs", theirs, theirs);
                line(table, "Guiyi, from its records to scored pairs", scored[0].since(encoded), theirs);
                line(table, "Guiyi, from strings to scored pairs", scored[0].since(began), theirs);
                line(table, "Guiyi, from strings to clusters", clustered.since(began), theirs);
                LOG.info("{}", table);
                Files.createDirectories(Path.of("target/bench"));
                Files.writeString(Path.of("target/bench/duckdb-race.md"), table);
                assertSame(result, statement);
            }
        }
    }

    private static void line(StringBuilder table, String what, Lap took, Lap theirs) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                what,
                took.processor,
                took.wall,
                theirs.processor / took.processor,
                theirs.wall / took.wall));
    }

    private static void load(Connection connection, List<String[]> rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table people (id bigint, " + String.join(" varchar, ", EnglishPeople.COLUMNS)
                    + " varchar)");
        }
        try (DuckDBAppender appender = connection.unwrap(DuckDBConnection.class).createAppender("main", "people")) {
            for (int row = 0; row < rows.size(); row++) {
                appender.beginRow();
                appender.append((long) row);
                for (String value : rows.get(row)) {
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
