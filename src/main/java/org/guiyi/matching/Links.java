package org.guiyi.matching;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pairs that are or may be one person: the heaviest first, ties in the order of the records' contents. */
public final class Links implements Iterable<Link> {

    private final Records records;
    private final List<String> constraints;
    private final PairColumns pairs;

    Links(Records records, PairColumns pairs) {
        this.records = records;
        this.constraints = records.spec().constraints();
        this.pairs = pairs;
    }

    /** The id of the record at a place of the columns. */
    long id(int place) {
        return records.id(place);
    }

    PairColumns columns() {
        return pairs;
    }

    public int size() {
        return pairs.size();
    }

    /** Pairs that are joined by their weight. */
    public long automatic() {
        return count(Decision.AUTO);
    }

    /** Pairs that are for a steward. */
    public long toReview() {
        return count(Decision.REVIEW);
    }

    private long count(Decision decision) {
        return IntStream.range(0, size())
                .filter(place -> pairs.decision(place) == decision)
                .count();
    }

    public Link get(int place) {
        long a = records.id(pairs.left(place));
        long b = records.id(pairs.right(place));
        int weight = pairs.weight(place);
        return new Link(
                Math.min(a, b),
                Math.max(a, b),
                Bits.value(weight),
                Bits.probability(weight),
                pairs.decision(place),
                pairs.constraint(place).stream().mapToObj(constraints::get).findFirst());
    }

    public Stream<Link> stream() {
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    @Override
    public Iterator<Link> iterator() {
        return stream().iterator();
    }
}
