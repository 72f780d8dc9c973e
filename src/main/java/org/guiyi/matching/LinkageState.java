package org.guiyi.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a linkage leaves behind for the next one under the same model: which records it saw, the pairs worth knowing of, the
 * judgements it heard, the clusters and conflicts. Holds no value of a record. Comes from {@link Linkage#state} or, where all
 * this is kept elsewhere, from {@link #builder}.
 */
public final class LinkageState {

    private final long[] ids;
    private final long @Nullable [] hashes;
    private final PairColumns pairs;
    private final IntToLongFunction idOfPlace;
    private final Clusters clusters;
    private final List<Conflict> conflicts;
    private final Set<Judgement> judgements;

    private LinkageState(
            long[] ids,
            long @Nullable [] hashes,
            PairColumns pairs,
            IntToLongFunction idOfPlace,
            Clusters clusters,
            List<Conflict> conflicts,
            Set<Judgement> judgements) {
        this.ids = ids;
        this.hashes = hashes;
        this.pairs = pairs;
        this.idOfPlace = idOfPlace;
        this.clusters = clusters;
        this.conflicts = conflicts;
        this.judgements = judgements;
    }

    static LinkageState of(long[] ids, long[] hashes, LinkageResult result, Set<Judgement> judgements) {
        int[] order = LongOrder.of(ids, ids.length);
        return new LinkageState(
                Arrays.stream(order).mapToLong(place -> ids[place]).toArray(),
                Arrays.stream(order).mapToLong(place -> hashes[place]).toArray(),
                result.links().columns(),
                result.links()::id,
                result.clusters(),
                result.conflicts(),
                Set.copyOf(judgements));
    }

    /** A state put together from what was kept of a linkage. */
    public static Builder builder(MatchingSpec spec) {
        return new Builder(spec);
    }

    /**
     * The places of records that are new or of which something has changed that comparing reads.
     *
     * @param now a hash of each record's contents, asked for only where this state remembers hashes
     */
    BitSet unknown(Records records, Supplier<long[]> now) {
        BitSet unknown = new BitSet();
        long[] hashesNow = hashes == null ? new long[0] : now.get();
        int[] former = LongOrder.places(records.idsAscending(), ids);
        int[] places = records.placesById();
        for (int i = 0; i < former.length; i++) {
            if (former[i] < 0 || hashes != null && hashes[former[i]] != hashesNow[places[i]]) {
                unknown.set(places[i]);
            }
        }
        return unknown;
    }

    /** The records of judgements that were made, changed or undone since. */
    Set<Long> rejudged(Set<Judgement> now) {
        Set<Long> records = new HashSet<>();
        for (Judgement judgement : now) {
            if (!judgements.contains(judgement)) {
                records.add(judgement.a());
                records.add(judgement.b());
            }
        }
        for (Judgement judgement : judgements) {
            if (!now.contains(judgement)) {
                records.add(judgement.a());
                records.add(judgement.b());
            }
        }
        return records;
    }

    PairColumns pairs() {
        return pairs;
    }

    /** The ids of the records by the places that the pairs name; as many as they name. */
    long[] idsOfPlaces() {
        int most = -1;
        for (int i = 0; i < pairs.size(); i++) {
            most = Math.max(most, Math.max(pairs.left(i), pairs.right(i)));
        }
        return IntStream.rangeClosed(0, most).mapToLong(idOfPlace::applyAsLong).toArray();
    }

    Clusters clusters() {
        return clusters;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /** Gathers what was kept, in any order. What isn't told to it counts as new. */
    public static final class Builder {

        private final List<String> constraints;
        private final Map<Long, Integer> places = new HashMap<>();
        private final Map<Long, Integer> labels = new HashMap<>();
        private final List<Long> records = new ArrayList<>();
        private final List<Integer> clusterOf = new ArrayList<>();
        private final List<Long> ids = new ArrayList<>();
        private final PairColumns pairs = new PairColumns();
        private final List<Conflict> conflicts = new ArrayList<>();
        private final Set<Judgement> judgements = new HashSet<>();

        private Builder(MatchingSpec spec) {
            this.constraints = spec.constraints();
        }

        /**
         * A record of which nothing has changed.
         *
         * @param cluster tells which records were together: any number, the same for all of a cluster
         */
        public Builder record(long id, long cluster) {
            records.add(id);
            clusterOf.add(labels.computeIfAbsent(cluster, unseen -> labels.size()));
            return this;
        }

        /** A pair that was kept, as {@link Links} gave it. A judged pair tells which judgement was heard. */
        public Builder link(Link link) {
            OptionalInt constraint =
                    link.constraint().stream().mapToInt(constraints::indexOf).findFirst();
            pairs.add(
                    place(link.a()),
                    place(link.b()),
                    Bits.of(link.weight()),
                    link.decision(),
                    constraint.orElse(Constraints.NONE));
            if (link.decision().judged()) {
                judgements.add(
                        link.decision() == Decision.JUDGED_SAME
                                ? Judgement.same(link.a(), link.b())
                                : Judgement.different(link.a(), link.b()));
            }
            return this;
        }

        private int place(long id) {
            return places.computeIfAbsent(id, unseen -> {
                ids.add(id);
                return ids.size() - 1;
            });
        }

        public Builder conflict(Conflict conflict) {
            conflicts.add(conflict);
            return this;
        }

        public LinkageState build() {
            long[] known = records.stream().mapToLong(Long::longValue).toArray();
            int[] of = clusterOf.stream().mapToInt(Integer::intValue).toArray();
            long[] sorted = known.clone();
            Arrays.sort(sorted);
            return new LinkageState(
                    sorted,
                    null,
                    pairs,
                    ids::get,
                    Clusters.of(known, of),
                    List.copyOf(conflicts),
                    Set.copyOf(judgements));
        }
    }
}
