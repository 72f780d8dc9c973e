package org.guiyi.generate;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Birth dates and sequence numbers by arithmetic, so that a million resident numbers are distinct and none is remembered.
 *
 * <p>Family {@code f} has class {@code q = f mod 62} and rank {@code r = f div 62}. Within a class the families' base dates are
 * distinct (a stride through a prime number of days), and every member's birth date lies a fixed distance from the base that
 * depends on class and slot only. The sequence of a number encodes class and slot, turned by an amount that depends on the
 * birth date only. So equal county, date and sequence mean the same class and slot, hence the same base, hence the same family.
 */
final class Lineage {

    /** Days over which the first children's births are spread: a prime number, a little over fifteen years. */
    static final int WINDOW = 5531;

    /** Families of one county beyond which base dates would repeat. */
    static final int MOST_FAMILIES = WINDOW * Shape.CLASSES;

    private static final int PLACES = Shape.CLASSES * 8;
    private static final int YEAR = 365;

    private final long seed;
    private final LocalDate lastFirstBirth;

    Lineage(long seed, YearMonth period) {
        this.seed = seed;
        this.lastFirstBirth = period.atEndOfMonth().minusDays(228);
    }

    LocalDate birth(int family, Slot slot) {
        return base(family).plusDays(distance(family % Shape.CLASSES, slot));
    }

    /** The three sequence digits of a resident number, odd for males. */
    String sequence(int family, Slot slot, LocalDate birth, boolean male) {
        int turn = Dice.of(seed, 7, birth.toEpochDay()).below(PLACES);
        int place = ((family % Shape.CLASSES) * 8 + slot.ordinal() + turn) % PLACES;
        return Integer.toString(1000 + 2 * place + (male ? 1 : 2)).substring(1);
    }

    private LocalDate base(int family) {
        int of = family % Shape.CLASSES;
        Dice dice = Dice.of(seed, 11, of);
        long start = dice.below(WINDOW);
        long stride = dice.between(1, WINDOW - 1);
        long days = (start + stride * (family / Shape.CLASSES)) % WINDOW;
        return lastFirstBirth.minusDays(days);
    }

    private int distance(int of, Slot slot) {
        Shape shape = new Shape(of);
        return switch (slot) {
            case FIRST_CHILD -> 0;
            case SECOND_CHILD -> shape.twins() ? 0 : gap(of, slot, 520, 2300);
            case THIRD_CHILD -> distance(of, Slot.SECOND_CHILD) + gap(of, slot, 500, 1700);
            case MOTHER -> -gap(of, slot, 20 * YEAR, 31 * YEAR);
            case FATHER -> distance(of, Slot.MOTHER) - gap(of, slot, -1 * YEAR, 5 * YEAR);
            case GRANDFATHER ->
                shape.withChildren()
                        ? distance(of, Slot.FATHER) - gap(of, slot, 22 * YEAR, 29 * YEAR)
                        : -gap(of, slot, 66 * YEAR, 84 * YEAR);
            case GRANDMOTHER -> distance(of, Slot.GRANDFATHER) + gap(of, slot, -1 * YEAR, 4 * YEAR);
            case MATERNAL_GRANDMOTHER -> distance(of, Slot.MOTHER) - gap(of, slot, 20 * YEAR, 28 * YEAR);
        };
    }

    private int gap(int of, Slot slot, int least, int most) {
        return Dice.of(seed, 13, of, slot.ordinal()).between(least, most);
    }
}
