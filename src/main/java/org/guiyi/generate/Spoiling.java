package org.guiyi.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.guiyi.generate.Flaw.Severity;
import org.guiyi.generate.Habits.Spot;
import org.guiyi.generate.IdentityDamage.Case;
import org.guiyi.identifier.Sex;

/**
 * Lets a clerk damage a row. In {@link Rows#DECIDABLE} rows at most one of number, name and birth date loses what tells the
 * person from others, so that every row stays decidable unless it says otherwise, and twins' names are never damaged.
 */
final class Spoiling {

    private final Habits habits;
    private final Clerk clerk;
    private final Population population;
    private final boolean mayReject;

    Spoiling(Population population, Habits habits, Clerk clerk, boolean mayReject) {
        this.population = population;
        this.habits = habits;
        this.clerk = clerk;
        this.mayReject = mayReject;
    }

    void spoil(Draft draft, Dice dice) {
        weaken(draft, !draft.subject().hasNumber());
        if (!draft.weakened() && draft.filled("resident_id")) {
            spoilNumber(draft, dice);
        }
        boolean itself =
                draft.entry("name").written().equals(draft.subject().name().text());
        if (itself && (asItComes(draft) || !draft.subject().isTwin())) {
            spoilName(draft, dice);
        }
        spoilCell(draft, dice);
        if (asItComes(draft) && !draft.rejected()) {
            new Drifting(habits, clerk, population.periodEnd()).drift(draft, dice);
        }
    }

    /** Whether the row may lose more than one of number, name and birth date; not if it is known to be undecidable. */
    private boolean asItComes(Draft draft) {
        return population.rows() == Rows.AS_THEY_COME && draft.doubt().isEmpty();
    }

    private void spoilCell(Draft draft, Dice dice) {
        for (CellDamage damage : CellDamage.values()) {
            if ((mayReject || !damage.rejects()) && possible(damage, draft) && dice.perMille(damage.perMille())) {
                inflict(damage, draft, dice);
                return;
            }
        }
    }

    private void spoilNumber(Draft draft, Dice dice) {
        Optional<String> guardian =
                Optional.of(draft.entry("guardian_id").written()).filter(number -> number.length() == 18);
        boolean student = habits.studentNumber() && draft.subject().slot().child();
        Case of = new Case(draft.subject(), guardian, habits.numberless(), student, clerk.medium());
        for (IdentityDamage damage : IdentityDamage.values()) {
            if (damage.possible(of) && dice.perMille(rate(damage.perMille()))) {
                draft.put("resident_id", damage.written(of, dice));
                note(draft, "resident_id", code(damage), damage.severity());
                weaken(draft, damage.loses());
                return;
            }
        }
    }

    private String code(IdentityDamage damage) {
        boolean free = damage == IdentityDamage.MISSING && habits.numberless() == Habits.Numberless.FREE;
        return free ? "" : damage.code();
    }

    private void spoilName(Draft draft, Dice dice) {
        FullName name = draft.subject().name();
        for (NameDamage damage : NameDamage.values()) {
            boolean allowed = (!damage.weakens() || !draft.weakened() || asItComes(draft))
                    && (mayReject || damage.severity() != Severity.REJECT);
            if (allowed && damage.possible(name, clerk.medium()) && dice.perMille(rate(damage.perMille()))) {
                draft.put("name", damage.written(name, dice));
                note(draft, "name", damage.code(), damage.severity());
                weaken(draft, damage.weakens());
                return;
            }
        }
    }

    private int rate(int perMille) {
        return perMille >= 200 ? perMille : perMille * habits.factor();
    }

    private boolean possible(CellDamage damage, Draft draft) {
        boolean birth = draft.filled("birth_date") && (!draft.weakened() || asItComes(draft));
        return switch (damage) {
            case REQUIRED_EMPTY -> !habits.required().isEmpty();
            case BIRTH_UNREADABLE -> birth && habits.birth() == Habits.Birth.REQUIRED;
            case BIRTH_MONTH_ONLY -> birth;
            case BIRTH_SHORT_YEAR ->
                birth
                        && draft.subject().slot().grandparent()
                        && draft.subject().birth().getYear() < 1970;
            case BIRTH_OTHER_DAY -> birth && numberStands(draft);
            case OTHER_SEX -> draft.filled("sex") && (!draft.weakened() || asItComes(draft)) && numberStands(draft);
            case FUTURE_DATE -> draft.filled(habits.field(Spot.DATED)) && !draft.filled("exit_date");
            case UNKNOWN_CODE -> draft.filled(habits.field(Spot.CODED));
            case PHONE_SHORT -> draft.filled(habits.field(Spot.PHONE));
            case ERROR_CELL -> clerk.medium() == Medium.WORKBOOK && draft.filled(habits.field(Spot.ERRING));
            case NEEDED_EMPTY -> draft.filled(habits.field(Spot.NEEDED));
            case GUARDIAN_NUMBER -> draft.entry("guardian_id").written().length() == 18 && !draft.weakened();
            case RAGGED -> clerk.medium() == Medium.TEXT && draft.flaws().isEmpty();
        };
    }

    private void inflict(CellDamage damage, Draft draft, Dice dice) {
        LocalDate birth = draft.subject().birth();
        switch (damage) {
            case REQUIRED_EMPTY -> empty(draft, dice.pick(habits.required()), "REQUIRED", Severity.REJECT);
            case BIRTH_UNREADABLE ->
                set(
                        draft,
                        "birth_date",
                        birth.getYear() + "-13-" + (10 + birth.getDayOfMonth() % 19),
                        "DATE_UNREADABLE",
                        Severity.REJECT);
            case BIRTH_MONTH_ONLY -> {
                String month = birth.getYear() + "年" + birth.getMonthValue() + "月";
                set(draft, "birth_date", month, "DATE_MONTH_ONLY", Severity.BLOCK);
            }
            case BIRTH_SHORT_YEAR ->
                draft.put("birth_date", DateTimeFormatter.ofPattern("yy-MM-dd").format(birth));
            case BIRTH_OTHER_DAY -> {
                draft.put("birth_date", clerk.date(otherDay(birth), dice));
                flawed(draft, "resident_id", "ID_BIRTH_MISMATCH");
            }
            case OTHER_SEX -> {
                draft.put("sex", clerk.sex(draft.subject().sex() == Sex.MALE ? Sex.FEMALE : Sex.MALE, dice));
                flawed(draft, "resident_id", "ID_SEX_MISMATCH");
            }
            case FUTURE_DATE ->
                set(
                        draft,
                        habits.field(Spot.DATED),
                        "2062-0" + dice.between(1, 9) + "-1" + dice.below(9),
                        "DATE_FUTURE",
                        Severity.BLOCK);
            case UNKNOWN_CODE -> set(draft, habits.field(Spot.CODED), "待核", "CODE_UNKNOWN", Severity.NOTICE);
            case PHONE_SHORT -> {
                String phone = draft.entry(habits.field(Spot.PHONE)).written();
                set(
                        draft,
                        habits.field(Spot.PHONE),
                        phone.substring(0, phone.length() - 1),
                        "PHONE_INVALID",
                        Severity.NOTICE);
            }
            case ERROR_CELL ->
                draft.put(habits.field(Spot.ERRING), new Entry.NotAvailable())
                        .flaw(habits.field(Spot.ERRING), "CELL_ERROR", Severity.BLOCK);
            case NEEDED_EMPTY -> empty(draft, habits.field(Spot.NEEDED), "REQUIRED_WHEN", Severity.BLOCK);
            case GUARDIAN_NUMBER -> spoilGuardian(draft, dice);
            case RAGGED -> {
                draft.cutShort();
                draft.flaw("", "RAGGED_ROW", Severity.REJECT);
            }
        }
    }

    private void spoilGuardian(Draft draft, Dice dice) {
        String number = draft.entry("guardian_id").written();
        if (dice.perMille(500)) {
            String masked = number.substring(0, 6) + "********" + number.substring(14);
            set(draft, "guardian_id", masked, "ID_MASKED", Severity.NOTICE);
        } else {
            set(draft, "guardian_id", number.substring(0, 17), "ID_LENGTH", Severity.NOTICE);
        }
    }

    private static boolean numberStands(Draft draft) {
        return draft.entry("resident_id").written().equals(draft.subject().number())
                && draft.subject().hasNumber();
    }

    private static LocalDate otherDay(LocalDate birth) {
        return birth.getDayOfMonth() < 15 ? birth.plusDays(10) : birth.minusDays(10);
    }

    private static void flawed(Draft draft, String field, String code) {
        draft.flaw(field, code, Severity.BLOCK);
        draft.weaken();
    }

    private static void empty(Draft draft, String field, String code, Severity severity) {
        draft.put(field, Entry.BLANK).flaw(field, code, severity);
    }

    private static void set(Draft draft, String field, String text, String code, Severity severity) {
        draft.put(field, text).flaw(field, code, severity);
    }

    private static void note(Draft draft, String field, String code, Severity severity) {
        if (!code.isEmpty()) {
            draft.flaw(field, code, severity);
        }
    }

    private static void weaken(Draft draft, boolean weakens) {
        if (weakens) {
            draft.weaken();
        }
    }
}
