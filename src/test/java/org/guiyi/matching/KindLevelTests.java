package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which level two values have under the usual levels of a kind. */
class KindLevelTests {

    /** The level of the first two of some rows, both ways. */
    private static String level(String kind, String type, String inputs, String[]... rows) {
        String columns = IntStream.range(0, rows[0].length)
                .mapToObj(i -> "  - {name: c%d, type: %s, clean: []}\n".formatted(i, type))
                .collect(Collectors.joining());
        MatchingSpec spec = MatchingSpec.parse("kind.yaml", """
                id: kind
                columns:
                %sblocking: [{name: all, keys: [exact(c0)]}]
                comparisons: [{name: it, kind: %s, columns: {%s}}]
                """.formatted(columns, kind, inputs));
        return level(spec, rows);
    }

    private static String level(MatchingSpec spec, String[]... rows) {
        Records.Builder builder = Records.builder(spec);
        for (int row = 0; row < rows.length; row++) {
            builder.add(row, rows[row]);
        }
        Records records = builder.build();
        ComparedValues values = ComparedValues.of(spec, records);
        LevelTeller teller = new LevelTeller(values.comparisons()[0]);
        int left = values.at(values.row(records.place(0)), 0);
        int right = values.at(values.row(records.place(1)), 0);
        int level = teller.level(left, right);
        assertThat(teller.level(right, left)).isEqualTo(level);
        return level == 0
                ? "missing"
                : spec.comparisonSpecs().get(0).levels().get(level - 1).name();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            anna   | smith | anna   | smith | equal
            anna   | smith | smith  | anna  | swapped
                   | smith | anna   | smith | family_equal_given_missing
                   | smith |        | smith | family_equal_given_missing
            bert   | smith | anna   | smith | family_equal
            anna   |       | anna   | smith | given_equal_family_missing
            anna   | jones | anna   | smith | given_equal
                   | smith | anna   | smyth | one_alike_other_missing
            anne   |       | anna   | smith | one_alike_other_missing
            bert   | smith | anna   | smyth | one_alike
                   | jones | anna   | smith | one_different_other_missing
            bert   |       | anna   | smith | one_different_other_missing
            bert   | jones | anna   | smith | different
                   | smith | anna   |       | missing
            """)
    void aPartOfANameThatIsMissingIsNeitherEqualNorDifferent(
            String given, String family, String otherGiven, String otherFamily, String level) {
        assertThat(level("two_part_name", "text", "given: c0, family: c1", new String[] {given, family}, new String[] {
                    otherGiven, otherFamily
                }))
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4359     | 4359.0      | equal
            4359     | ' 4359 '    | equal
            $12.99   | 12.99       | equal
            12,99 €  | 12.99 EUR   | equal
            ￥12.50   | 12.5元      | equal
            1,299.00 | 1299        | equal
            1.299,00 | 1 299       | equal
            1,299    | 1.299       | different
            -$5      | $-5.00      | equal
            -5       | 5           | different
            1e3      | 1000        | equal
            12.99    | 13.00       | different
            12       | abc         | missing
            12       | NaN         | missing
            12       | 1,2,3       | missing
            12       | 12-13       | missing
            """)
    void numbersAreReadAsPeopleWriteThem(String one, String other, String level) {
        assertThat(level("number", "number", "value: c0", new String[] {one}, new String[] {other}))
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, equal",
        "$100, 95.00, within_5_percent",
        "100, 80, within_20_percent",
        "1000000, 800000, within_20_percent",
        "100, 50, within_half",
        "100, 49, different",
        "0, 1, different",
        "-1, 1, different",
    })
    void aRatioTellsTheDifferenceAsAShareOfTheLargerNumber(String one, String other, String level) {
        assertThat(level("ratio", "number", "value: c0", new String[] {one}, new String[] {other}))
                .isEqualTo(level);
    }

    @Test
    void aResidentIdsCheckCharacterMayBeSmall() {
        String[] one = {"15042219800101123X"};
        String[] other = {"15042219800101123x"};
        assertThat(level("resident_id", "number", "number: c0", one, other)).isEqualTo("same_number");
    }

    /** As docs/matching.md says it. */
    @ParameterizedTest
    @CsvSource({
        "15042219800101123X, 15042219800101123x, same_number",
        "15042219800101123X, 150422198001011***, birth_part_agrees",
        "15042219800101123X, 150422********123x, sequence_agrees",
    })
    void wholeAndMaskedResidentIdsOfOneColumnAreToldApart(String one, String other, String level) {
        MatchingSpec spec = MatchingSpec.parse("id.yaml", """
                id: id
                columns: [{name: id, type: number}]
                derived: [{name: whole, type: number, first_of: [digits(id 1 18)]}]
                blocking: [{name: all, keys: [exact(id)]}]
                comparisons: [{name: it, kind: resident_id, columns: {number: whole, pattern: id}}]
                """);
        assertThat(level(spec, new String[] {one}, new String[] {other})).isEqualTo(level);
    }

    @Test
    void whatTenRecordsShareIsSharedByMany() {
        String[][] rows = new String[10][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new String[] {"1|" + (100 + row)};
        }
        assertThat(level("overlap", "list", "value: c0", rows)).isEqualTo("shared_by_many");
        assertThat(level(
                        "overlap",
                        "list",
                        "value: c0",
                        List.of(rows).subList(0, 9).toArray(String[][]::new)))
                .isEqualTo("shared");
    }

    @Test
    void keysOfADateThatIsNotWrittenAsOneGiveNothing() {
        for (String function : List.of("year", "month", "month_day", "day")) {
            KeyFunction key = KeyFunction.find(function).orElseThrow();
            assertThat(key.derive("12/03/1980", 0, 0)).isNull();
            assertThat(key.derive("19800312-1", 0, 0)).isNull();
            assertThat(key.derive("1980-03-12", 0, 0)).isNotNull();
        }
        assertThat(KeyFunction.YEAR.derive("1980", 0, 0)).isEqualTo("1980");
        assertThat(KeyFunction.MONTH.derive("1980-03", 0, 0)).isEqualTo("1980-03");
    }

    private static List<String> notes(String yaml, String[]... rows) {
        Records.Builder builder = Records.builder(MatchingSpec.parse("notes.yaml", yaml));
        for (int row = 0; row < rows.length; row++) {
            builder.add(row, rows[row]);
        }
        return ColumnCheck.of(builder.build()).stream()
                .map(ColumnCheck.Note::en)
                .toList();
    }

    private static final String NOTES = """
            id: notes
            thresholds: {auto: AUTO}
            columns: [{name: price, type: number}, {name: city}]
            blocking: [{name: city, keys: [exact(city)]}]
            comparisons: [{name: cost, kind: KIND, column: price}]
            """;

    @Test
    void valuesThatAreNoNumbersAreNoted() {
        for (String kind : List.of("number", "ratio")) {
            String spec = NOTES.replace("KIND", kind).replace("AUTO", "3");
            assertThat(notes(
                            spec, new String[] {"$1,299.00", "a"}, new String[] {"cheap", "b"}, new String[] {"", "c"}))
                    .containsExactly("column price: 1 of 2 values aren't numbers and count as missing in cost");
            assertThat(notes(spec, new String[] {"$1,299.00", "a"}, new String[] {"7", "b"}))
                    .isEmpty();
        }
        assertThat(notes(NOTES.replace("KIND", "exact").replace("AUTO", "3"), new String[] {"cheap", "a"}))
                .isEmpty();
    }

    @Test
    void wordsForNothingAreNotedUnlessTheyAreListed() {
        String spec = NOTES.replace("KIND", "exact").replace("AUTO", "3");
        Map<String, String> rows = Map.of("1", "NULL", "2", "null", "3", "N/A");
        String[][] table = rows.entrySet().stream()
                .map(row -> new String[] {row.getKey(), row.getValue()})
                .toArray(String[][]::new);
        assertThat(notes(spec, table))
                .containsExactly(
                        "column city: 2 values are null and are compared as any other; if it says that there is none,"
                                + " list it under missing");
        assertThat(notes(spec.replace("name: city}]", "name: city, missing: [null]}]"), table))
                .containsExactly("column city: 2 of 3 are missing");
    }

    @Test
    void aThresholdThatLooksLikeAProbabilityIsNoted() {
        String spec = NOTES.replace("KIND", "exact");
        assertThat(notes(spec.replace("AUTO", "0.9, review: 0.5"), new String[] {"1", "a"}))
                .singleElement()
                .asString()
                .startsWith("thresholds.auto is 0.9: thresholds are bits");
        assertThat(notes(spec.replace("AUTO", "1"), new String[] {"1", "a"})).isEmpty();
        assertThat(notes(spec.replace("AUTO", "0"), new String[] {"1", "a"})).isEmpty();
    }
}
