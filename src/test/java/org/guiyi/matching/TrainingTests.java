package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingTests {

    private static final int FAMILIES = 400;

    /** Brothers and sisters share guardian, telephone, village and surname, as one child's rows do. */
    private static Model trainedOnSiblings() {
        Roster roster = new Roster();
        Random random = new Random(8);
        for (int family = 0; family < FAMILIES; family++) {
            for (int child = 0; child < 2; child++) {
                String name = "王" + (char) (0x4E00 + random.nextInt(4000)) + (char) (0x4E00 + random.nextInt(4000));
                String born = "20%02d-%02d-%02d"
                        .formatted(10 + random.nextInt(9), 1 + random.nextInt(12), 1 + random.nextInt(28));
                String number = "152422" + born.replace("-", "") + (1000 + family * 2 + child);
                for (int row = 0; row < 2; row++) {
                    Roster.Row added = roster.add(family * 4L + child * 2L + row)
                            .named(name, name)
                            .born(born)
                            .guardian("赵" + (char) (0x6000 + family))
                            .with("phone", Integer.toString(1_540_000_000 + family))
                            .with("region", "150422101")
                            .with("address", "村" + family);
                    if (random.nextInt(10) > 0) {
                        added.trusted(number);
                    }
                }
            }
        }
        return Training.train(roster.records(), LinkageProgress.SILENT);
    }

    @Test
    void isNotMisledByBrothersAndSisters() {
        Model model = trainedOnSiblings();
        assertThat(m(model, "identity", "different_trusted")).isLessThan(0.01);
        assertThat(m(model, "birth_date", "equal")).isGreaterThan(0.9);
        assertThat(m(model, "name", "equal")).isGreaterThan(0.9);
    }

    /** 300 persons with two rows each in both of two files; three of four rows give their number. */
    private static Model trainedByRules(String mode, String training) {
        MatchingSpec spec = MatchingSpec.parse("people.yaml", """
                id: people
                mode: %s
                columns: [{name: name}, {name: town}, {name: number, type: number}]
                blocking:
                  - {name: name, keys: [exact(name)]}
                  - {name: number, keys: [exact(number)]}
                comparisons:
                  - {name: name, kind: exact, column: name}
                  - {name: town, kind: exact, column: town}
                training: %s
                """.formatted(mode, training));
        Records.Builder builder = Records.builder(spec);
        for (int row = 0; row < 1200; row++) {
            int person = row % 300;
            String name = "name " + (row % 10 == 0 ? row : person);
            builder.addFrom(
                    row / 600, row, name, "town " + person % 40, row % 4 == 3 ? null : Integer.toString(person));
        }
        return Training.train(builder.build(), LinkageProgress.SILENT);
    }

    @Test
    void takesThePriorFromRulesWhereTheirRecallIsTold() {
        long agreeing = 300 * 6 * 3 / 4;
        double all = 1200 * 1199 / 2.0;
        String rules = "{same: [exact(number)], prior: rules, recall: 0.75}";
        assertThat(trainedByRules("link_and_dedupe", rules).prior()).isCloseTo(agreeing / 0.75 / all, offset(1e-12));
        assertThat(trainedByRules("link", rules).prior())
                .isCloseTo(300 * 4 * 3 / 4 / 0.75 / (600 * 600), offset(1e-12));
        assertThat(trainedByRules("link_and_dedupe", "{same: [exact(number)]}").prior())
                .isNotCloseTo(agreeing / 0.75 / all, offset(1e-6));
    }

    @Test
    void keepsTheNumbersByHandForLevelsThatItNeverSaw() {
        Model model = trainedOnSiblings();
        Model.Level seen = level(model, "region", "elsewhere");
        assertThat(seen.m()).isBetween(0.0001, 0.04);
        assertThat(level(model, "identity", "number_in_certificate").u()).isLessThan(1e-9);
    }

    @Test
    void givesALevelItsShareOfThePairsAndTheFewTheNumberByHand() {
        double[] shares = Estimates.shares(new double[] {9_000, 1_000, 0}, new double[] {0.5, 0.499_999, 0.000_001});
        assertThat(shares[0]).isCloseTo(0.9, offset(0.001));
        assertThat(shares[2]).isCloseTo(0.000_001, offset(0.000_000_1));
        double[] alone = Estimates.shares(new double[] {98, 0}, new double[] {Double.NaN, Double.NaN});
        assertThat(alone[1]).isCloseTo(0.5 / 99, offset(1e-9));
    }

    private static double m(Model model, String comparison, String level) {
        return level(model, comparison, level).m();
    }

    private static Model.Level level(Model model, String comparison, String level) {
        return model.levels(Roster.PERSON).stream()
                .filter(each ->
                        each.comparison().equals(comparison) && each.level().equals(level))
                .findFirst()
                .orElseThrow();
    }
}
