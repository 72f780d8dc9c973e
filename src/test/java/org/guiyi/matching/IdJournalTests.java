package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class IdJournalTests {

    private final AtomicLong lastId = new AtomicLong(100);

    private IdAssignment assign(Memberships previous, long[]... clusters) {
        return IdJournal.assign(previous, Clusters.of(List.of(clusters)), lastId::incrementAndGet);
    }

    /** Pairs of record and person. */
    private static Memberships memberships(long... pairs) {
        Memberships.Builder builder = Memberships.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            builder.add(pairs[i], pairs[i + 1]);
        }
        return builder.build();
    }

    private static long[] cluster(long... records) {
        return records;
    }

    @Test
    void newPersonsGetNewIdsInTheOrderOfTheirSmallestRecords() {
        IdAssignment assignment = assign(Memberships.none(), cluster(5, 4), cluster(1, 9));
        assertThat(assignment.minted()).containsExactly(101L, 102L);
        assertThat(assignment.memberships().personOf(1)).hasValue(101);
        assertThat(assignment.memberships().personOf(4)).hasValue(102);
        assertThat(assignment.events()).isEmpty();
    }

    @Test
    void aPersonWhoGainsRecordsKeepsTheId() {
        IdAssignment assignment = assign(memberships(1, 7, 2, 7), cluster(1, 2, 3));
        assertThat(assignment.memberships().personOf(3)).hasValue(7);
        assertThat(assignment.minted()).isEmpty();
    }

    @Test
    void theLargerPersonKeepsTheIdOfAMergeAndTheOtherIsRedirected() {
        IdAssignment assignment = assign(memberships(1, 7, 2, 8, 3, 8), cluster(1, 2, 3));
        assertThat(assignment.memberships().personOf(1)).hasValue(8);
        assertThat(assignment.events()).containsExactly(new IdEvent.Merged(7, 8));
        assertThat(assignment.redirects()).containsEntry(7L, 8L);
    }

    @Test
    void equalPersonsMergeIntoTheOneWithTheSmallestRecord() {
        IdAssignment assignment = assign(memberships(1, 8, 2, 7), cluster(1, 2));
        assertThat(assignment.memberships().personOf(2)).hasValue(8);
    }

    @Test
    void theMajorityKeepsTheIdOfASplit() {
        IdAssignment assignment = assign(memberships(1, 7, 2, 7, 3, 7), cluster(1), cluster(2, 3));
        assertThat(assignment.memberships().personOf(2)).hasValue(7);
        assertThat(assignment.memberships().personOf(1)).hasValue(101);
        assertThat(assignment.events()).containsExactly(new IdEvent.Split(7, 101, 1));
    }

    @Test
    void anEvenSplitLeavesTheIdWithTheSmallestRecord() {
        IdAssignment assignment = assign(memberships(1, 7, 2, 7), cluster(2), cluster(1));
        assertThat(assignment.memberships().personOf(1)).hasValue(7);
    }

    @Test
    void aPersonWithoutRecordsEnds() {
        IdAssignment assignment = assign(memberships(1, 7, 2, 8), cluster(1));
        assertThat(assignment.events()).containsExactly(new IdEvent.Ended(8));
    }

    @Test
    void aPersonWhoseRecordsWentTwoWaysIsMergedWhereMostWent() {
        IdAssignment assignment =
                assign(memberships(1, 7, 2, 7, 3, 7, 4, 8, 5, 8, 6, 8), cluster(1), cluster(2, 3, 4, 5, 6));
        assertThat(assignment.events()).containsExactly(new IdEvent.Split(7, 101, 1), new IdEvent.Merged(7, 8));
    }

    @Test
    void undoingAMergeGivesTheIdBackThatWasMergedAway() {
        IdAssignment assignment = IdJournal.assign(
                memberships(1, 7, 2, 7, 3, 7),
                memberships(3, 8),
                Clusters.of(List.of(cluster(1, 2), cluster(3, 4), cluster(5))),
                lastId::incrementAndGet);
        assertThat(assignment.memberships().personOf(1)).hasValue(7);
        assertThat(assignment.memberships().personOf(3)).hasValue(8);
        assertThat(assignment.memberships().personOf(4)).hasValue(8);
        assertThat(assignment.minted()).containsExactly(101L);
        assertThat(assignment.events()).containsExactly(new IdEvent.Split(7, 8, 1));
    }

    /** Person 8 of three records was merged into 7 of four; then some of the three go. */
    private IdAssignment someOfTheMergedOnesPart(long[]... clusters) {
        return IdJournal.assign(
                memberships(1, 7, 2, 7, 3, 7, 4, 7, 5, 7, 6, 7, 9, 7),
                memberships(5, 8, 6, 8, 9, 8),
                Clusters.of(List.of(clusters)),
                lastId::incrementAndGet);
    }

    @Test
    void anIdThatWasMergedAwayStaysAwayWhenTheLesserPartOfItsRecordsParts() {
        IdAssignment assignment = someOfTheMergedOnesPart(cluster(1, 2, 3, 4, 5, 6), cluster(9));
        assertThat(assignment.memberships().personOf(9)).hasValue(101);
        assertThat(assignment.events()).containsExactly(new IdEvent.Split(7, 101, 1));
    }

    @Test
    void anIdThatWasMergedAwayComesBackToTheGreaterPartOfItsRecords() {
        IdAssignment assignment = someOfTheMergedOnesPart(cluster(1, 2, 3, 4, 5), cluster(6, 9));
        assertThat(assignment.memberships().personOf(6)).hasValue(8);
        assertThat(assignment.memberships().personOf(5)).hasValue(7);
        assertThat(assignment.minted()).isEmpty();
    }

    @Test
    void anIdThatWasMergedAwayGoesToOneClusterOnlyAndNeverToOneThatHasAnId() {
        IdAssignment assignment = IdJournal.assign(
                memberships(1, 7, 2, 7, 3, 7, 4, 7, 6, 7),
                memberships(1, 9, 2, 8, 3, 8, 6, 8),
                Clusters.of(List.of(cluster(1, 5), cluster(2), cluster(3, 4), cluster(6))),
                lastId::incrementAndGet);
        assertThat(assignment.memberships().personOf(3)).hasValue(7);
        assertThat(assignment.memberships().personOf(1)).hasValue(9);
        assertThat(assignment.memberships().personOf(2)).hasValue(8);
        assertThat(assignment.memberships().personOf(6)).hasValue(101);
    }

    @RepeatedTest(50)
    void theOrderOfClustersAndMembershipsDoesNotMatter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<long[]> before = new ArrayList<>();
        List<long[]> clusters = new ArrayList<>();
        for (long record = 0; record < 60; record++) {
            before.add(new long[] {record, random.nextInt(20)});
            int cluster = random.nextInt(20);
            while (clusters.size() <= cluster) {
                clusters.add(new long[0]);
            }
            clusters.set(
                    cluster,
                    java.util.stream.LongStream.concat(
                                    java.util.Arrays.stream(clusters.get(cluster)),
                                    java.util.stream.LongStream.of(record))
                            .toArray());
        }
        IdAssignment first = assign(before, clusters);
        Collections.shuffle(before, random);
        Collections.shuffle(clusters, random);
        IdAssignment second = assign(before, clusters);
        assertThat(second.events())
                .as("seed %d", repetition.getCurrentRepetition())
                .isEqualTo(first.events());
        for (long record = 0; record < 60; record++) {
            assertThat(second.memberships().personOf(record))
                    .isEqualTo(first.memberships().personOf(record));
        }
    }

    private IdAssignment assign(List<long[]> before, List<long[]> clusters) {
        lastId.set(100);
        Memberships.Builder builder = Memberships.builder();
        before.forEach(pair -> builder.add(pair[0], pair[1]));
        return IdJournal.assign(builder.build(), Clusters.of(clusters), lastId::incrementAndGet);
    }
}
