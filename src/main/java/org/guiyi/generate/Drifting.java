package org.guiyi.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guiyi.generate.Flaw.Severity;
import org.guiyi.generate.Habits.Spot;

/** Lets a row differ from other rosters' rows of the same person without any cell being damaged. */
final class Drifting {

    private final Habits habits;
    private final Clerk clerk;
    private final LocalDate today;

    /** @param today the rosters' day: who is younger than a year keeps the birth date, which must not lie in the future */
    Drifting(Habits habits, Clerk clerk, LocalDate today) {
        this.habits = habits;
        this.clerk = clerk;
        this.today = today;
    }

    void drift(Draft draft, Dice dice) {
        for (Drift drift : Drift.values()) {
            if (possible(drift, draft) && dice.perMille(drift.perMille())) {
                apply(drift, draft, dice);
            }
        }
    }

    private boolean possible(Drift drift, Draft draft) {
        Person subject = draft.subject();
        LocalDate birth = subject.birth();
        boolean named = draft.entry("name").written().equals(subject.name().text())
                && subject.name().custom() == FullName.Custom.HAN;
        return switch (drift) {
            case OTHER_PHONE -> draft.filled(habits.field(Spot.PHONE));
            case OTHER_SURNAME ->
                named && subject.slot().child() && !mothersSurname(draft).isEmpty();
            case OTHER_CHARACTER -> named && subject.name().given().size() == 2;
            case MONTH_AND_DAY_SWAPPED ->
                draft.filled("birth_date")
                        && birth.getDayOfMonth() <= 12
                        && birth.getDayOfMonth() != birth.getMonthValue()
                        && ChronoUnit.YEARS.between(birth, today) >= 1
                        && (numberStands(draft) || !subject.hasNumber());
            case COUNTY_ONLY -> draft.filled("registered_address");
        };
    }

    private void apply(Drift drift, Draft draft, Dice dice) {
        Person subject = draft.subject();
        List<String> given = subject.name().given();
        switch (drift) {
            case OTHER_PHONE -> {
                Entry other = clerk.phone(Numbers.mobile(dice));
                Entry former = draft.entry(habits.field(Spot.PHONE));
                for (String field : List.of("phone", "guardian_phone")) {
                    if (draft.entry(field).equals(former)) {
                        draft.put(field, other);
                    }
                }
            }
            case OTHER_SURNAME -> draft.put("name", mothersSurname(draft) + String.join("", given));
            case OTHER_CHARACTER ->
                draft.put(
                        "name",
                        GivenNames.sharing(
                                        subject.name().surname(),
                                        given.get(0),
                                        subject.slot().child() ? "child" : "elder",
                                        subject.sex(),
                                        dice)
                                .text());
            case MONTH_AND_DAY_SWAPPED -> {
                LocalDate birth = subject.birth();
                LocalDate swapped = LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue());
                draft.put("birth_date", clerk.date(swapped, dice));
                if (numberStands(draft)) {
                    draft.flaw("resident_id", "ID_BIRTH_MISMATCH", Severity.BLOCK);
                }
            }
            case COUNTY_ONLY ->
                draft.put("registered_address", draft.family().county().title()).put("residence", Entry.BLANK);
        }
    }

    private static boolean numberStands(Draft draft) {
        return draft.subject().hasNumber()
                && draft.entry("resident_id").written().equals(draft.subject().number());
    }

    /** Empty where it is the child's own, or nobody's. */
    private static String mothersSurname(Draft draft) {
        return draft.family()
                .member(Slot.MOTHER)
                .map(mother -> mother.name().surname())
                .filter(surname -> !surname.equals(draft.subject().name().surname()))
                .orElse("");
    }
}
