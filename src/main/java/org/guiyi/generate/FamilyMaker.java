package org.guiyi.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import org.guiyi.identifier.Sex;

/** Makes the family of a number: the same one each time, with nothing kept in between. */
final class FamilyMaker {

    private final County county;
    private final long seed;
    private final YearMonth period;
    private final int families;
    private final Rows rows;
    private final Lineage lineage;

    FamilyMaker(County county, long seed, YearMonth period, int families, Rows rows) {
        this.county = county;
        this.seed = seed;
        this.period = period;
        this.families = families;
        this.rows = rows;
        this.lineage = new Lineage(seed * 31 + county.ordinal(), period);
    }

    Family family(int number) {
        County.Township township = county.townships().get(townshipOf(number));
        Dice dice = dice(number, 1);
        String village = dice.pick(township.villages());
        Family.Away away = away(township, dice);
        String home = county.title() + township.name() + village;
        return new Family(county, number, township, village, residence(number, home), away, people(number, dice));
    }

    /** Of the generated counties' families 4 in 100 live in another village than the one they are registered in. */
    private String residence(int number, String home) {
        Dice dice = dice(number, 3);
        if (rows == Rows.DECIDABLE || !dice.perMille(40)) {
            return home;
        }
        County.Township township = dice.pick(county.townships());
        return county.title() + township.name() + dice.pick(township.villages());
    }

    /** How many persons the family has, without making them. */
    int size(int number) {
        return (int) Shape.ofFamily(number).slots().stream()
                .filter(slot -> born(lineage.birth(number, slot)))
                .count();
    }

    /** The township's index in the county: townships are runs of family numbers. */
    int townshipOf(int number) {
        return (int) ((long) number * county.townships().size() / families);
    }

    private Family.Away away(County.Township township, Dice dice) {
        int drawn = dice.below(1000);
        if (!township.rural() || drawn >= 560) {
            return Family.Away.NONE;
        }
        if (drawn < 360) {
            return Family.Away.BOTH;
        }
        return drawn < 390 ? Family.Away.ONE_OTHER_UNABLE : Family.Away.ONE;
    }

    private Map<Slot, Person> people(int number, Dice dice) {
        Map<Slot, Person> people = new EnumMap<>(Slot.class);
        FamilyNames names = FamilyNames.draw(county, dice);
        Shape shape = Shape.ofFamily(number);
        for (Slot slot : shape.slots()) {
            LocalDate birth = lineage.birth(number, slot);
            if (born(birth)) {
                people.put(slot, person(number, slot, birth, names, dice(number, 20 + slot.ordinal())));
            }
        }
        return people;
    }

    private Person person(int number, Slot slot, LocalDate birth, FamilyNames names, Dice dice) {
        Sex sex = sex(slot, dice);
        FullName name = names.name(slot, sex, twins(number, slot), dice);
        String resident = unnumbered(slot, birth, dice)
                ? ""
                : Numbers.resident(
                        county.numberRegion(), birth, lineage.sequence(number, slot, birth, sex == Sex.MALE));
        String certificate = certificate(resident, dice);
        return new Person(
                id(number, slot),
                number,
                slot,
                sex,
                name,
                birth,
                names.ethnic(slot),
                resident,
                certificate,
                twin(number, slot));
    }

    private String certificate(String resident, Dice dice) {
        boolean disabled = dice.perMille(14) && !resident.isEmpty();
        return disabled ? resident + dice.between(1, 7) + dice.between(1, 4) : "";
    }

    /** The newly born who are not registered yet, and a few who never were. */
    private boolean unnumbered(Slot slot, LocalDate birth, Dice dice) {
        boolean newborn = birth.isAfter(period.atEndOfMonth().minusMonths(10));
        return slot.child() && dice.perMille(newborn ? 350 : 2);
    }

    private static Sex sex(Slot slot, Dice dice) {
        return switch (slot) {
            case FATHER, GRANDFATHER -> Sex.MALE;
            case MOTHER, GRANDMOTHER, MATERNAL_GRANDMOTHER -> Sex.FEMALE;
            case FIRST_CHILD, SECOND_CHILD, THIRD_CHILD -> dice.perMille(520) ? Sex.MALE : Sex.FEMALE;
        };
    }

    private boolean twins(int number, Slot slot) {
        return Shape.ofFamily(number).twins() && (slot == Slot.FIRST_CHILD || slot == Slot.SECOND_CHILD);
    }

    private String twin(int number, Slot slot) {
        if (!twins(number, slot)) {
            return "";
        }
        return id(number, slot == Slot.FIRST_CHILD ? Slot.SECOND_CHILD : Slot.FIRST_CHILD);
    }

    private String id(int number, Slot slot) {
        return county.letter() + Integer.toString(10_000_000 + number).substring(1) + "-" + slot.ordinal();
    }

    private boolean born(LocalDate birth) {
        return birth.isBefore(period.atEndOfMonth().minusDays(14));
    }

    private Dice dice(int number, int purpose) {
        return Dice.of(seed, county.ordinal(), number, purpose);
    }
}
