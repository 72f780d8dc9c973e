package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecFaultsTests {

    private static final String GOOD = """
            id: people
            prior: 0.001
            max_block: 100
            thresholds: {auto: 8, review: 0}
            columns:
              - {name: surname, type: text}
              - {name: born, type: date}
            blocking:
              - {name: surname, keys: [exact(surname)]}
            comparisons:
              - name: surname
                kind: exact
                column: surname
                levels:
                  - {level: equal, m: 0.9, u: 0.01}
                  - {level: different, m: 0.1, u: 0.99}
            """;

    private static List<String> faults(String yaml) {
        try {
            MatchingSpec.parse("people.yaml", yaml);
            return List.of();
        } catch (SpecFaultsException e) {
            return e.faults().list().stream().map(SpecFault::toString).toList();
        }
    }

    @Test
    void aSmallSpecIsEnough() {
        MatchingSpec spec = MatchingSpec.parse("people.yaml", GOOD);
        assertThat(spec.columns()).containsExactly("surname", "born");
        assertThat(spec.comparisons()).containsExactly("surname");
    }

    @Test
    void theShippedSpecIsSound() {
        assertThat(Roster.PERSON.columns())
                .startsWith("feed", "name", "name_key", "name_sound")
                .hasSize(28);
        assertThat(Roster.PERSON.constraints()).contains("twins", "trusted-numbers-differ");
    }

    @Test
    void allFaultsAreReportedTogetherWithTheirLines() {
        String bad = GOOD.replace("prior: 0.001", "prior: much")
                .replace("{name: born, type: date}", "{name: born, type: day}")
                .replace("exact(surname)", "exact(sirname)")
                .replace("u: 0.99", "u: 0.5")
                .replace("level: equal", "level: alike")
                .replace("max_block: 100", "max_blocks: 100");
        assertThat(faults(bad))
                .containsExactly(
                        "people.yaml:2:8: expected a number from 1.0E-12 to 0.5, found much",
                        "people.yaml:3:13: unknown field max_blocks, expected one of blocking, clean, cohesion,"
                                + " columns, comparisons, constraints, derived, id, max_block, missing, mode, prior, record_id,"
                                + " thresholds, title, training",
                        "people.yaml:7:24: unknown column type day, expected text, date, code, number, list or flag",
                        "people.yaml:9:5: keys needs at least one key",
                        "people.yaml:9:28: no column is named sirname, expected one of surname, born",
                        "people.yaml:15:7: the levels' u must sum to 1, found 0.51",
                        "people.yaml:15:9: exact has no level alike, expected one of equal, different");
    }

    @Test
    void boundsMustFitTheKindAndFall() {
        String graded =
                GOOD.replace("kind: exact", "kind: jaro_winkler").replace("level: equal,", "level: equal, at_most: 3,");
        assertThat(faults(graded))
                .containsExactly(
                        "people.yaml:15:7: every level but the last needs a bound, the strongest first",
                        "people.yaml:15:9: jaro_winkler is graded by at_least, not by at_most");
        assertThat(faults(GOOD.replace("kind: exact", "kind: levenshtein")
                        .replace("level: equal,", "level: equal, at_most: 0,")))
                .isEmpty();
    }

    @Test
    void aThresholdThatNearlyEveryPairReachesIsRefused() {
        assertThat(faults(GOOD.replace("review: 0}", "review: -200}")))
                .containsExactly("people.yaml:4:31: expected a number from -20.0 to 200.0, found -200");
    }

    @Test
    void aPriorByRulesNeedsTheRulesAndTheirRecall() {
        assertThat(faults(GOOD + "training: {prior: rules}\n"))
                .contains("people.yaml:17:11: prior: rules, recall and same belong together");
        assertThat(faults(GOOD + "training: {recall: 0.9, same: [exact(surname)]}\n"))
                .containsExactly("people.yaml:17:11: prior: rules, recall and same belong together");
        assertThat(faults(GOOD + "training: {prior: guessed, recall: 2, same: [exact(surname)]}\n"))
                .containsExactly(
                        "people.yaml:17:19: expected rules",
                        "people.yaml:17:36: expected a number from 0.01 to 1.0, found 2");
        assertThat(faults(GOOD + "training: {prior: rules, recall: 0.9, same: [exact(surname)]}\n"))
                .isEmpty();
    }

    @Test
    void whatCleaningThereIsAndHowDatesAreWrittenIsSaid() {
        String bad = GOOD.replace("{name: surname, type: text}", "{name: surname, clean: [lower, upper]}")
                .replace("{name: born, type: date}", "{name: born, type: date, format: someday}");
        assertThat(faults(bad))
                .containsExactly(
                        "people.yaml:6:36: there is no way to clean called upper, expected one of trim, lower, ascii,"
                                + " letters, words, digits, no_blanks",
                        "people.yaml:7:38: expected a pattern such as yyyyMMdd or dd/MM/yyyy, found someday");
    }

    @Test
    void aSpecWithoutWeightsIsLeftToTraining() {
        String plain = GOOD.replace(", m: 0.9, u: 0.01", "")
                .replace(", m: 0.1, u: 0.99", "")
                .replace("prior: 0.001\n", "");
        assertThat(MatchingSpec.parse("people.yaml", plain).weighed()).isFalse();
        assertThat(MatchingSpec.parse("people.yaml", GOOD).weighed()).isTrue();
        assertThat(faults(GOOD.replace(", m: 0.1, u: 0.99", "")))
                .containsExactly(
                        "people.yaml:15:7: either all levels have m or none",
                        "people.yaml:15:7: either all levels have u or none");
    }

    @Test
    void aCommaThatYamlTakesForItsOwnIsExplained() {
        assertThat(faults(GOOD.replace("exact(surname)]", "prefix(surname, 1)]")))
                .contains("people.yaml:9:28: expected function(column number) without a comma, found prefix(surname");
    }

    @Test
    void aFaultSpeaksChineseToo() {
        assertThatThrownBy(() -> MatchingSpec.parse("people.yaml", GOOD.replace("kind: exact", "kind: guess")))
                .isInstanceOfSatisfying(
                        SpecFaultsException.class,
                        e -> assertThat(e.faults())
                                .extracting(SpecFault::messageZh)
                                .singleElement()
                                .asString()
                                .startsWith("没有比较方法 guess，可用：exact, jaro_winkler"));
    }

    @Test
    void aComparisonWithoutColumnsIsAFault() {
        assertThat(faults(GOOD.replace("    column: surname\n", "")))
                .containsExactly("people.yaml:11:5: missing field column");
        assertThat(faults(GOOD.replace("    column: surname\n", "    columns: {valeu: surname}\n")))
                .containsExactly(
                        "people.yaml:13:14: missing field value",
                        "people.yaml:13:22: unknown field valeu, expected one of value");
    }

    @Test
    void aSpecWithoutColumnsTellsItsOtherFaultsToo() {
        String bare = "id: people\nblocking:\n  - {name: a, keys: [exact(a)]}\ncomparisons:\n";
        assertThat(faults(bare + "  - {name: a, kind: exact, column: a}\n"))
                .contains("people.yaml:1:1: missing field columns", "people.yaml:5:36: no column is named a");
        assertThat(faults(bare + "  - {name: a, kind: two_part_name, columns: {given: a}}\n"))
                .contains("people.yaml:1:1: missing field columns", "people.yaml:5:45: missing field family");
        assertThat(faults(bare + "  - {name: a, kind: date, column: a}\n"))
                .contains("people.yaml:1:1: missing field columns");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            part(surname 0 3)   | part counts from 1, from the lower place to the higher, found part(surname 0 3)
            part(surname 4 3)   | part counts from 1, from the lower place to the higher, found part(surname 4 3)
            digits(surname 6 1) | digits counts from 1, from the lower place to the higher, found digits(surname 6 1)
            word(surname 0)     | word counts from 1, from the lower place to the higher, found word(surname 0)
            prefix(surname 0)   | prefix counts from 1, from the lower place to the higher, found prefix(surname 0)
            prefix(surname)     | prefix takes 1 number(s), found 0
            exact(surname 2)    | exact takes 0 number(s), found 1
            year(surname)       | year reads a column of type date, which surname isn't
            day(surname)        | day reads a column of type date, which surname isn't
            """)
    void aKeyThatCanGiveNothingIsAFault(String key, String fault) {
        assertThat(faults(GOOD.replace("exact(surname)", key))).contains("people.yaml:9:28: " + fault);
        assertThat(faults(GOOD.replace("exact(surname)", "year(born)"))).isEmpty();
    }

    @Test
    void columnNamesMayHoldBlanksAndNumbers() {
        String spec = GOOD.replace("{name: surname, type: text}", "{name: name of line 2}")
                .replace("column: surname", "column: name of line 2");
        assertThat(faults(spec.replace("exact(surname)", "exact(name of line 2)")))
                .isEmpty();
        assertThat(faults(spec.replace("exact(surname)", "prefix(name of line 2 3)")))
                .isEmpty();
        assertThat(faults(spec.replace("exact(surname)", "prefix(name of line 3)")))
                .contains("people.yaml:9:28: no column is named name of line, expected one of name of line 2, born");
    }

    @Test
    void whatThereIsIsListedBesideWhatThereIsNot() {
        assertThat(faults(GOOD.replace("exact(surname)", "exactly(surname)")))
                .first()
                .asString()
                .startsWith("people.yaml:9:5: keys needs");
        assertThat(faults(GOOD.replace("exact(surname)", "exactly(surname)")))
                .anyMatch(fault -> fault.startsWith(
                        "people.yaml:9:28: there is no key function exactly, expected one of exact, prefix, suffix,"));
        assertThat(faults(GOOD.replace("kind: exact", "kind: guess")))
                .anyMatch(fault -> fault.startsWith(
                        "people.yaml:12:11: there is no comparison kind guess, expected one of exact, jaro_winkler,"));
        assertThat(faults(GOOD + "    implied_by: {name: [equal], surname: [same]}\n"))
                .containsExactly(
                        "people.yaml:17:24: no comparison is named name, expected one of surname",
                        "people.yaml:17:43: comparison surname has no level same, expected one of equal, different");
    }

    @Test
    void boundsThatAKindIgnoresAreFaults() {
        assertThat(faults(GOOD.replace("level: equal,", "level: equal, at_least: 1,")))
                .containsExactly("people.yaml:15:9: level equal of exact takes no at_least or at_most");
        String lists = GOOD.replace("type: text", "type: list").replace("kind: exact", "kind: overlap");
        String levels = lists.replace("level: equal, m: 0.9, u: 0.01", "level: shared, m: 0.8, u: 0.01")
                .replace("level: different, m", "level: shared_by_many, m: 0.1, u: 0.001}\n      - {level: none, m");
        assertThat(faults(levels)).containsExactly("people.yaml:16:9: needs at_least: how many records are many");
        assertThat(faults(levels.replace("by_many,", "by_many, at_least: 5,"))).isEmpty();
        assertThat(faults(GOOD.replace("kind: exact", "kind: ratio")
                        .replace("level: equal,", "level: equal, at_most: 5,")))
                .contains("people.yaml:15:33: expected a number from 0.0 to 1.0, found 5");
    }

    @Test
    void whatIsNoYamlSaysWhere() {
        assertThat(faults("id: people\nprior: [1\n"))
                .singleElement()
                .asString()
                .startsWith("people.yaml:3:1: not YAML");
        assertThat(faults("")).containsExactly("people.yaml:1:1: the file is empty");
    }
}
