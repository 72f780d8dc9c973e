package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A linkage that knows the last one gives what a linkage from the beginning would; a failure names the seed. */
class RelinkingTests {

    private static final int NIGHTS = 6;
    private static final int FAMILIES = 250;

    private static final Model FROZEN = frozen();

    /** The weights of the file with the frequencies and the stop list of another village. */
    private static Model frozen() {
        return Model.of(Roster.PERSON).heldFast(Village.roster(99, FAMILIES).records());
    }

    private static final Linkage LINKAGE = Linkage.of(Roster.PERSON, FROZEN);

    private static Records records(List<Roster.Row> rows) {
        Records.Builder builder = Records.builder(Roster.PERSON);
        rows.forEach(row -> row.addTo(builder));
        return builder.build();
    }

    /** Rows come, are corrected and go; judgements are made and undone. */
    private static final class County {
        final Random random;
        final List<Roster.Row> waiting;
        final List<Roster.Row> present = new ArrayList<>();
        final List<Judgement> judgements = new ArrayList<>();

        County(long seed) {
            random = new Random(seed);
            waiting = new ArrayList<>(Village.roster(seed, FAMILIES).rows());
            Collections.shuffle(waiting, random);
            arrive(waiting.size() / 2);
        }

        void night() {
            arrive(Math.min(waiting.size(), random.nextInt(60)));
            for (int i = random.nextInt(12); i > 0; i--) {
                waiting.add(present.remove(random.nextInt(present.size())));
            }
            for (int i = random.nextInt(12); i > 0; i--) {
                correct(present.get(random.nextInt(present.size())), present.get(random.nextInt(present.size())));
            }
            for (int i = random.nextInt(8); i > 0; i--) {
                judge();
            }
            if (!judgements.isEmpty()) {
                judgements.remove(random.nextInt(judgements.size()));
            }
            Collections.shuffle(present, random);
        }

        private void arrive(int rows) {
            for (int i = 0; i < rows; i++) {
                present.add(waiting.remove(waiting.size() - 1));
            }
        }

        /** A value of another row, so that phones become shared by many and numbers turn out to be guardians'. */
        private void correct(Roster.Row row, Roster.Row other) {
            List<String> fields =
                    List.of("name_key", "birth_date", "phone", "guardian_id", "resident_id", "guardian_name");
            String field = fields.get(random.nextInt(fields.size()));
            String from = random.nextBoolean() ? field : field.equals("guardian_id") ? "resident_id" : field;
            row.values.put(field, other.values.get(from));
            if (field.equals("phone")) {
                row.values.put(field, "15400000000");
            }
        }

        private void judge() {
            long a = present.get(random.nextInt(present.size())).id;
            long b = present.get(random.nextInt(present.size())).id;
            if (a != b) {
                judgements.add(random.nextInt(3) == 0 ? Judgement.same(a, b) : Judgement.different(a, b));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNightComesToWhatALinkageFromTheBeginningComesTo(long seed) {
        County county = new County(seed);
        Records first = records(county.present);
        LinkageResult last = LINKAGE.link(first, county.judgements);
        LinkageState state = LINKAGE.state(first, county.judgements, last);
        for (int night = 0; night < NIGHTS; night++) {
            county.night();
            Records records = records(county.present);
            LinkageResult whole = LINKAGE.link(records, county.judgements);
            last = LINKAGE.relink(records, county.judgements, state, LinkageProgress.SILENT);
            assertThat(last.clusters()).as("seed %d night %d", seed, night).isEqualTo(whole.clusters());
            assertThat(last.links().stream())
                    .as("seed %d night %d", seed, night)
                    .containsExactlyElementsOf(whole.links());
            assertThat(conflicts(last)).as("seed %d night %d", seed, night).isEqualTo(conflicts(whole));
            assertThat(last.blocks().comparedPairs()).isLessThan(whole.blocks().comparedPairs());
            state = LINKAGE.state(records, county.judgements, last);
        }
    }

    private static Set<Conflict> conflicts(LinkageResult result) {
        return new HashSet<>(result.conflicts());
    }

    /** What the register keeps of a linkage: no record's contents. */
    private static LinkageState kept(Records records, LinkageResult result) {
        LinkageState.Builder state = LinkageState.builder(Roster.PERSON);
        for (int place = 0; place < records.size(); place++) {
            state.record(records.id(place), result.clusters().of(records.id(place)));
        }
        result.links().forEach(state::link);
        result.conflicts().forEach(state::conflict);
        return state.build();
    }

    /** Rows of children that carry a number; a night brings rows that name the numbers' owners as guardians. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatANewRowSaysOfOthersChangesNoPairOfTheirs(long seed) {
        List<Roster.Row> children =
                new ArrayList<>(Village.roster(seed, FAMILIES).rows());
        Records known = records(children);
        Linkage linkage = Linkage.of(Roster.PERSON, Model.of(Roster.PERSON).heldFast(known));
        LinkageState state = kept(known, linkage.link(known, List.of()));
        List<String> numbers = children.stream()
                .map(row -> row.values.get("resident_id"))
                .filter(number -> number != null)
                .distinct()
                .limit(60)
                .toList();
        List<Roster.Row> rows = new ArrayList<>(children);
        for (int i = 0; i < numbers.size(); i++) {
            rows.add(new Roster.Row(1_000_000 + i, -1)
                    .named("新" + i, "xin " + i)
                    .born("2011-01-02")
                    .with("child_or_adult", "child")
                    .guardianNumber(numbers.get(i))
                    .with("phone", "15400000000"));
        }
        Records records = records(rows);
        LinkageResult whole = linkage.link(records, List.of());
        LinkageResult night = linkage.relink(records, List.of(), state, LinkageProgress.SILENT);
        assertThat(night.links().stream()).as("seed %d", seed).containsExactlyElementsOf(whole.links());
        assertThat(night.clusters()).as("seed %d", seed).isEqualTo(whole.clusters());
        assertThat(conflicts(night)).as("seed %d", seed).isEqualTo(conflicts(whole));
    }

    @Test
    void aNightWithoutChangesComparesNothing() {
        Records records = Village.roster(5, FAMILIES).records();
        LinkageResult first = LINKAGE.link(records, List.of());
        LinkageState state = LINKAGE.state(records, List.of(), first);
        LinkageResult second = LINKAGE.relink(records, List.of(), state, LinkageProgress.SILENT);
        assertThat(second.blocks().comparedPairs()).isZero();
        assertThat(second.clusters()).isEqualTo(first.clusters());
    }

    @Test
    void aModelThatFreezesNothingIsRefused() {
        Records records = Village.roster(5, 10).records();
        Linkage byHand = Linkage.of(Roster.PERSON);
        LinkageState state = byHand.state(records, List.of(), byHand.link(records, List.of()));
        assertThatThrownBy(() -> byHand.relink(records, List.of(), state, LinkageProgress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model doesn't hold its stop list fast");
    }
}
