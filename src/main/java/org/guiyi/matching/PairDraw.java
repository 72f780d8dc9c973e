package org.guiyi.matching;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** The pairs that a spec lets meet by their sources: any of them at random, each as likely as the other, or all. */
final class PairDraw {

    private final Records records;
    private final Pairing pairing;

    /** The places of each source's records, ascending. */
    private final int[][] groups;

    /** How many of the allowed pairs have their first record in a group or one before it. */
    private final long[] upTo;

    private PairDraw(Records records, int[][] groups) {
        this.records = records;
        this.pairing = records.spec().pairing();
        this.groups = groups;
        this.upTo = new long[groups.length];
        long sum = 0;
        for (int group = 0; group < groups.length; group++) {
            long size = groups[group].length;
            sum += size * (pairing == Pairing.DEDUPE ? size - 1 : records.size() - size);
            upTo[group] = sum;
        }
    }

    static PairDraw of(Records records) {
        int sources = 1
                + IntStream.range(0, records.size()).map(records::source).max().orElse(-1);
        int[] sizes = new int[sources];
        IntStream.range(0, records.size()).forEach(place -> sizes[records.source(place)]++);
        int[][] groups = new int[sources][];
        Arrays.setAll(groups, source -> new int[sizes[source]]);
        for (int place = records.size() - 1; place >= 0; place--) {
            int source = records.source(place);
            groups[source][--sizes[source]] = place;
        }
        return new PairDraw(records, groups);
    }

    /** Draws a pair and gives it to a chunk; true when the chunk is now full. There must be an allowed pair. */
    boolean into(PairChunk chunk, SplittableRandom random) {
        return switch (pairing) {
            case LINK_AND_DEDUPE -> any(chunk, random);
            case DEDUPE -> within(chunk, random, group(random));
            case LINK -> across(chunk, random, group(random));
        };
    }

    /** Now and then a record meets itself; then nothing is drawn. */
    private boolean any(PairChunk chunk, SplittableRandom random) {
        int one = random.nextInt(records.size());
        int other = random.nextInt(records.size());
        return one != other && ordered(chunk, one, other);
    }

    private int group(SplittableRandom random) {
        long drawn = random.nextLong(upTo[upTo.length - 1]);
        int group = 0;
        while (drawn >= upTo[group]) {
            group++;
        }
        return group;
    }

    private boolean within(PairChunk chunk, SplittableRandom random, int group) {
        int one = random.nextInt(groups[group].length);
        int other = random.nextInt(groups[group].length - 1);
        return ordered(chunk, groups[group][one], groups[group][other < one ? other : other + 1]);
    }

    private boolean across(PairChunk chunk, SplittableRandom random, int group) {
        int one = groups[group][random.nextInt(groups[group].length)];
        int other = random.nextInt(records.size() - groups[group].length);
        int at = 0;
        while (at == group || other >= groups[at].length) {
            other -= at == group ? 0 : groups[at].length;
            at++;
        }
        return ordered(chunk, one, groups[at][other]);
    }

    private static boolean ordered(PairChunk chunk, int one, int other) {
        return chunk.add(Math.min(one, other), Math.max(one, other));
    }

    /** All records at later places that a record may meet. */
    void partnersBehind(int left, IntConsumer partner) {
        for (int[] group : groups) {
            if (group.length > 0 && records.mayPair(left, group[0])) {
                int from = Arrays.binarySearch(group, left + 1);
                for (int at = from < 0 ? -from - 1 : from; at < group.length; at++) {
                    partner.accept(group[at]);
                }
            }
        }
    }
}
