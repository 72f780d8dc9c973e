package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockReachTests {

    private static final MatchingSpec SPEC = MatchingSpec.parse("people.yaml", """
            id: people
            columns: [{name: given_name}, {name: surname}, {name: postcode}]
            blocking:
              - {name: surname, keys: [exact(surname)]}
              - {name: given, keys: [exact(given_name)]}
            comparisons:
              - {name: given_name, kind: jaro_winkler, column: given_name}
              - {name: surname, kind: jaro_winkler, column: surname}
              - {name: postcode, kind: exact, column: postcode}
            """);

    private static BlockReach reach(String... rows) {
        Records.Builder records = Records.builder(SPEC);
        Truth truth = new Truth();
        for (int id = 0; id < rows.length; id++) {
            records.add(id, rows[id].split(" ", -1));
            truth.add(id, "one");
        }
        return BlockReach.of(records.build(), truth);
    }

    @Test
    void tellsWhatIsConnectedThoughNoRuleHasThePair() {
        BlockReach reach = reach("ann smith 1", "ann smyth 2", "anne smyth 3");
        assertThat(List.of(reach.truePairs(), reach.blocked(), reach.closed())).containsExactly(3L, 2L, 3L);
        assertThat(reach.onlyBy()).containsEntry("surname", 1L).containsEntry("given", 1L);
    }

    @Test
    void tellsWhatAFurtherRuleCouldUse() {
        BlockReach reach = reach("ann smith 1", "anne smyth 1");
        assertThat(reach.ceiling()).isZero();
        assertThat(reach.agreeing()).containsEntry("postcode", 1L).containsEntry("surname", 0L);
    }

    @Test
    void saysTheSameAsAnEvaluation() {
        MatchingSpec spec = MatchingSpec.load(Path.of("src/test/resources/matching/people.yaml"));
        Records.Builder builder = Records.builder(spec);
        Truth truth = new Truth();
        EnglishPeople.rows(5, 800, 3, 8).forEach(row -> {
            builder.add(row.id(), row.in(EnglishPeople.COLUMNS));
            truth.add(row.id(), Integer.toString(row.person()));
        });
        Records records = builder.build();
        LinkageResult result = Linkage.of(spec, Training.train(records, LinkageProgress.SILENT))
                .link(records, List.of());
        Evaluation evaluation = Evaluator.evaluate(records, result, truth);
        BlockReach reach = BlockReach.of(records, truth);
        assertThat(reach.recall()).isEqualTo(evaluation.blockingRecall()).isLessThan(1);
        assertThat(reach.ceiling()).isEqualTo(evaluation.closureCeiling());
    }
}
