package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model fits a spec by what the spec says, not by the bytes of its file. */
class SpecDigestTests {

    private static final String SPEC = """
            id: people
            title: People
            max_block: 400
            thresholds: {auto: 12, review: 2}
            cohesion: 6
            columns:
              - {name: full_name, clean: [trim, lower]}
              - {name: number, type: number}
              - {name: trusted, type: flag}
              - {name: born, type: date, format: dd/MM/yyyy}
              - {name: beside}
            derived:
              - {name: birth, type: date, first_of: [exact(born)]}
            blocking:
              - {name: born, keys: [day(birth)]}
            comparisons:
              - name: name
                en: full name
                kind: jaro_winkler
                column: full_name
                term_frequency: [exact(full_name)]
                levels:
                  - {level: equal, at_least: 100, tf: true, m: 0.8, u: 0.001}
                  - {level: alike, at_least: 90, m: 0.1, u: 0.004, en: nearly}
                  - {level: different, m: 0.1, u: 0.995}
              - {name: birth, kind: date, column: birth}
            constraints:
              - {name: trusted, kind: different_trusted, number: number, trusted: trusted, outcome: refuse}
              - {name: names, kind: levels, differs: {name: [different]}, outcome: review}
            training: {seed: 1}
            """;

    private static MatchingSpec spec(String yaml) {
        return MatchingSpec.parse("people.yaml", yaml);
    }

    private static MatchingSpec changed(String from, String to) {
        assertThat(SPEC).contains(from);
        return spec(SPEC.replace(from, to));
    }

    @Test
    void commentsLineEndsAndWordsForPeopleChangeNothing() {
        MatchingSpec before = spec(SPEC);
        MatchingSpec after = spec("# new\r\n"
                + SPEC.replace("title: People", "title: 人员")
                        .replace("en: full name", "en: the name")
                        .replace("en: nearly", "en: almost")
                        .replace("{name: number, type: number}", "{type: number, name: number, header: No}")
                        .replace("\n", "\r\n"));
        assertThat(after.digest()).isEqualTo(before.digest());
        assertThat(after.trainingDigest()).isEqualTo(before.trainingDigest());
        assertThat(after.linkageDigest()).isEqualTo(before.linkageDigest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auto: 12                 | auto: 11",
                "review: 2                | review: 1",
                "cohesion: 6              | cohesion: none",
                "differs: {name: [different]} | differs: {name: [different, missing]}",
                "outcome: review          | outcome: refuse"
            })
    void whatIsDecidedByWeightsAsksForALinkageByTheSameModel(String from, String to) {
        assertThat(changed(from, to).digest()).isEqualTo(spec(SPEC).digest());
        assertThat(changed(from, to).trainingDigest()).isEqualTo(spec(SPEC).trainingDigest());
        assertThat(changed(from, to).linkageDigest()).isNotEqualTo(spec(SPEC).linkageDigest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys: [day(birth)]       | keys: [month(birth)]",
                "max_block: 400           | max_block: 300",
                "seed: 1                  | seed: 2",
                "seed: 1                  | seed: 1, same: [exact(number)]",
                "m: 0.8, u: 0.001         | m: 0.801, u: 0.001",
                "id: people               | 'id: people\nprior: 0.1'",
                "trusted: trusted, outcome: refuse | trusted: trusted, outcome: review"
            })
    void whatOnlyTrainingReadsLeavesTheModelInUse(String from, String to) {
        assertThat(changed(from, to).digest()).isEqualTo(spec(SPEC).digest());
        assertThat(changed(from, to).trainingDigest()).isNotEqualTo(spec(SPEC).trainingDigest());
        assertThat(changed(from, to).linkageDigest()).isNotEqualTo(spec(SPEC).linkageDigest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clean: [trim, lower]     | clean: [trim]",
                "clean: [trim, lower]     | 'clean: [trim, lower], missing: [none]'",
                "first_of: [exact(born)]  | first_of: [exact(born), birth_in(number)]",
                "format: dd/MM/yyyy       | format: MM/dd/yyyy",
                "at_least: 90             | at_least: 91",
                "level: alike             | level: near",
                "kind: jaro_winkler       | kind: token_set",
                "term_frequency: [exact(full_name)] | term_frequency: [prefix(full_name 1), rest(full_name)]",
                "kind: date, column: birth | 'kind: date, column: birth, implied_by: {name: [equal]}'",
                "id: people               | 'id: people\nmode: link'",
                "id: people               | id: others"
            })
    void anotherComparisonAsksForAnotherModel(String from, String to) {
        assertThat(changed(from, to).digest()).isNotEqualTo(spec(SPEC).digest());
        assertThat(changed(from, to).linkageDigest()).isNotEqualTo(spec(SPEC).linkageDigest());
    }

    private static Model trained(MatchingSpec spec) {
        Records.Builder builder = Records.builder(spec);
        for (int i = 0; i < 300; i++) {
            builder.add(i, "name " + i / 2 % 90, null, null, "01/0" + (1 + i % 9) + "/1999", null);
        }
        return Training.train(builder.build(), LinkageProgress.SILENT);
    }

    @Test
    void aModelIsReadForASpecWithOtherThresholdsAndWithoutTheListOfOtherRules() {
        MatchingSpec spec = changed("max_block: 400", "max_block: 5");
        String file = ModelFile.text(trained(spec), spec);
        MatchingSpec otherThresholds =
                spec(SPEC.replace("max_block: 400", "max_block: 5").replace("auto: 12", "auto: 9"));
        MatchingSpec otherRules = changed("keys: [day(birth)]", "keys: [month(birth)]");
        assertThat(ModelFile.parse(file, otherThresholds).stopList()).isPresent();
        assertThat(ModelFile.parse(file, otherRules).stopList()).isEmpty();
    }

    @Test
    void aModelTiedToTheTextOfItsSpecIsReadForThatText() {
        MatchingSpec spec = spec(SPEC);
        String older = ModelFile.text(trained(spec), spec)
                .replace(spec.digest(), spec.textDigest())
                .replaceAll("\"provenance\" : \\{[^}]*},", "")
                .replaceAll("\"blockingDigest\" : \"[0-9a-f]*\",", "");
        assertThat(older).doesNotContain("provenance", "blockingDigest");
        assertThat(ModelFile.parse(older, spec(SPEC.replace("\n", "\r\n"))).stopList())
                .isPresent();
    }

    @Test
    void aModelSaysWhatItWasTrainedFromWhateverTheOrderOfTheRecords() {
        MatchingSpec spec = spec(SPEC);
        Records.Builder forward = Records.builder(spec);
        Records.Builder backward = Records.builder(spec);
        Records.Builder other = Records.builder(spec);
        for (int i = 0; i < 50; i++) {
            forward.add(i, "name " + i % 40, null, null, null, null);
            backward.add(i, "name " + (49 - i) % 40, null, null, null, null);
            other.add(i, "name " + i % 41, null, null, null, null);
        }
        assertThat(List.of(forward, backward, other))
                .extracting(builder -> Provenance.of(builder.build()).input())
                .satisfies(inputs -> {
                    assertThat(inputs.get(1)).isEqualTo(inputs.get(0));
                    assertThat(inputs.get(2)).isNotEqualTo(inputs.get(0));
                });
    }

    @Test
    void theShippedModelFitsWhatItsSpecSays() throws IOException {
        assertThat(Files.readString(Path.of("jobs/matching/person.model.json")))
                .contains("\"specDigest\" : \"" + Roster.PERSON.digest() + "\"");
    }
}
