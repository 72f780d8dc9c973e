package org.guiyi.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who is on which roster in the period, and who died: decided by the person's own dice. */
final class Rolls {

    private final County county;
    private final long seed;
    private final YearMonth period;
    private final long lastLeftBehind;

    /**
     * @param lastLeftBehind the {@link Person#order()} after which no child is left behind any more; {@link Long#MAX_VALUE}
     *     for no such bound
     */
    Rolls(County county, long seed, YearMonth period, long lastLeftBehind) {
        this.county = county;
        this.seed = seed;
        this.period = period;
        this.lastLeftBehind = lastLeftBehind;
    }

    /** By civil affairs' definition: under sixteen, both parents away, or one away and the other unable. */
    boolean leftBehind(Family family, Person person) {
        return awayForCivilAffairs(family)
                && person.slot().child()
                && person.years(period) < 16
                && person.months(period) >= 2
                && person.order() <= lastLeftBehind;
    }

    /** The school year (1 to 9) the person is in; 0 when not of school age. */
    int grade(Person person) {
        if (!person.slot().child()) {
            return 0;
        }
        int now = period.getMonthValue() >= 9 ? period.getYear() : period.getYear() - 1;
        int grade = now - entryYear(person) + 1;
        return grade >= 1 && grade <= 9 ? grade : 0;
    }

    /** The September in which the person entered the present school. */
    YearMonth entered(Person person) {
        return YearMonth.of(entryYear(person) + (grade(person) > 6 ? 6 : 0), 9);
    }

    boolean nursery(Person person) {
        int months = person.months(period);
        return person.slot().child()
                && months >= 6
                && months < 36
                && dice(person, 3).perMille(450);
    }

    List<Benefit> benefits(Person person) {
        Dice dice = dice(person, 4);
        if (!person.slot().grandparent() || person.years(period) < 60 || struckOff(person, dice)) {
            return List.of();
        }
        List<Benefit> benefits = new ArrayList<>();
        if (person.years(period) >= 80 && dice.perMille(930)) {
            benefits.add(benefit(Benefit.Category.OLD_AGE, oldAgeYuan(person), dice));
        }
        if (person.years(period) >= 65 && dice.perMille(120)) {
            benefits.add(benefit(Benefit.Category.SERVICE, 150, dice));
        }
        if (person.years(period) >= 65 && dice.perMille(60)) {
            benefits.add(benefit(Benefit.Category.CARE, 200, dice));
        }
        return benefits;
    }

    /** A death registered in the period. */
    Optional<Death> death(Person person) {
        Dice dice = dice(person, 5);
        boolean dies = dice.perMille(person.years(period) >= 65 ? 55 : 1);
        if (!dies || person.months(period) < 24) {
            return Optional.empty();
        }
        LocalDate registered = period.atDay(dice.between(3, 28));
        int late = dice.perMille(60) ? dice.between(45, 110) : dice.between(1, 27);
        return Optional.of(new Death(registered.minusDays(late), registered, fate(dice)));
    }

    /** The one with whom the child lives while the parents are away; empty when nobody could be found. */
    Optional<Carer> carer(Family family) {
        Dice dice = Dice.of(seed, county.ordinal(), family.number(), 6);
        List<Carer> carers = Stream.of(Slot.GRANDFATHER, Slot.GRANDMOTHER, Slot.MATERNAL_GRANDMOTHER)
                .flatMap(slot -> family.member(slot).stream())
                .map(Carer::new)
                .toList();
        return carers.isEmpty() ? Optional.empty() : Optional.of(dice.pick(carers));
    }

    /** The person whom a school or nursery has written down as guardian. */
    Optional<Carer> guardian(Family family) {
        Dice dice = Dice.of(seed, county.ordinal(), family.number(), 8);
        Optional<Carer> carer =
                family.away() == Family.Away.BOTH && dice.perMille(600) ? carer(family) : Optional.empty();
        Slot parent = dice.perMille(550) ? Slot.MOTHER : Slot.FATHER;
        return carer.or(() -> family.member(parent).map(Carer::new));
    }

    String phone(Person person) {
        return Numbers.mobile(dice(person, 9));
    }

    /** The telephone of the village's cadre, which stands in many rows. */
    String cadrePhone(Family family) {
        return Numbers.mobile(
                Dice.of(seed, county.ordinal(), 10, family.address().hashCode()));
    }

    boolean awayForCivilAffairs(Family family) {
        return family.away() == Family.Away.BOTH || family.away() == Family.Away.ONE_OTHER_UNABLE;
    }

    Dice dice(Person person, int purpose) {
        return Dice.of(seed, county.ordinal(), person.order(), 100 + purpose);
    }

    private boolean struckOff(Person person, Dice dice) {
        boolean deadBefore = death(person)
                .filter(Death::happened)
                .filter(death -> death.on().isBefore(period.atDay(1)))
                .isPresent();
        return deadBefore && dice.perMille(550);
    }

    private Benefit benefit(Benefit.Category category, int yuan, Dice dice) {
        boolean arrears = dice.perMille(30);
        String result = dice.perMille(15) ? "退汇" : "成功";
        return arrears
                ? new Benefit(category, yuan * 2, period.minusMonths(2), period.minusMonths(1), "补发", result)
                : new Benefit(category, yuan, period, period, "正常", result);
    }

    private int oldAgeYuan(Person person) {
        int years = person.years(period);
        if (years >= 100) {
            return 600;
        }
        return years >= 90 ? 200 : 100;
    }

    private static Death.Fate fate(Dice dice) {
        int drawn = dice.below(100);
        if (drawn < 4) {
            return Death.Fate.REVOKED;
        }
        return drawn < 12 ? Death.Fate.CORRECTED : Death.Fate.STANDS;
    }

    private static int entryYear(Person person) {
        int month = person.birth().getMonthValue();
        return person.birth().getYear() + (month <= 8 ? 6 : 7);
    }
}
