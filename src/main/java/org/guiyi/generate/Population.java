package org.guiyi.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A county's families, made anew each time they are asked for, and the rolls they are on. */
final class Population {

    private final County county;
    private final long seed;
    private final YearMonth period;
    private final int families;
    private final FamilyMaker maker;
    private final Rolls rolls;
    private final Rows rows;

    private Population(County county, long seed, YearMonth period, int families, Rolls rolls, Rows rows) {
        this.county = county;
        this.seed = seed;
        this.period = period;
        this.families = families;
        this.maker = new FamilyMaker(county, seed, period, families, rows);
        this.rolls = rolls;
        this.rows = rows;
    }

    /** Of whose rows none is damaged beyond what can be decided. */
    static Population decidable(County county, long seed, YearMonth period, int families, long lastLeftBehind) {
        Rolls rolls = new Rolls(county, seed, period, lastLeftBehind);
        return new Population(county, seed, period, families, rolls, Rows.DECIDABLE);
    }

    /** With all that happens to rows and to families. */
    static Population asTheyCome(County county, long seed, YearMonth period, int families) {
        Rolls rolls = new Rolls(county, seed, period, Long.MAX_VALUE);
        return new Population(county, seed, period, families, rolls, Rows.AS_THEY_COME);
    }

    County county() {
        return county;
    }

    YearMonth period() {
        return period;
    }

    LocalDate periodEnd() {
        return period.atEndOfMonth();
    }

    int families() {
        return families;
    }

    Rows rows() {
        return rows;
    }

    Rolls rolls() {
        return rolls;
    }

    Stream<Family> all() {
        return families(0, families);
    }

    /** The families of a run of numbers. */
    Stream<Family> families(int from, int to) {
        return IntStream.range(from, to).mapToObj(maker::family);
    }

    Stream<Family> ofTownship(int township) {
        return families(firstOf(township), firstOf(township + 1));
    }

    Dice dice(int purpose, long key) {
        return Dice.of(seed, county.ordinal(), 1000 + purpose, key);
    }

    Dice dice(Person person, int purpose) {
        return rolls.dice(person, purpose);
    }

    private int firstOf(int township) {
        int townships = county.townships().size();
        return (int) (((long) township * families + townships - 1) / townships);
    }
}
