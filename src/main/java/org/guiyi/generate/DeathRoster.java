package org.guiyi.generate;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiyi.generate.Flaw.Severity;
import org.guiyi.generate.Habits.Spot;

/** 死亡登记名册: the entries of a month, with corrections and revocations; UTF-8 text with a byte order mark. */
final class DeathRoster {

    private static final String NAME = "deaths";
    private static final String TITLE = "死亡登记名册";
    private static final List<Column> COLUMNS = Column.list("""
            name 姓名
            sex 性别
            ethnic 民族
            birth_date 出生日期
            resident_id 身份证号
            registered_address 户籍地址
            death_date 死亡日期
            registered_by 登记机构
            registered_on 登记日期
            registration_state 登记状态
            """);
    private static final Habits HABITS = new Habits(
            1,
            List.of("sex", "death_date", "registered_by", "registered_on"),
            Map.of(Spot.CODED, "ethnic"),
            Habits.Birth.REQUIRED,
            Habits.Numberless.FREE,
            false);

    private final Population population;
    private final Truth truth;
    private final Rolls rolls;

    DeathRoster(Population population, Truth truth) {
        this.population = population;
        this.truth = truth;
        this.rolls = population.rolls();
    }

    void write(Output output) throws IOException {
        String title = population.county().title() + TITLE;
        try (RosterFile file = output.csv("health", title, TextFile.Encoding.UTF_8_WITH_MARK)) {
            RosterSheet sheet = new RosterSheet(file, truth, NAME, COLUMNS);
            sheet.header();
            Clerk clerk = Clerk.draw(Medium.TEXT, population.dice(3, 0));
            for (Family family : Loops.over(population.all())) {
                for (Person person : family.persons()) {
                    writeEntries(sheet, clerk, family, person);
                }
            }
        }
    }

    private void writeEntries(RosterSheet sheet, Clerk clerk, Family family, Person person) throws IOException {
        for (Death death : Loops.over(rolls.death(person).stream())) {
            Dice dice = population.dice(person, 60);
            LocalDate first = death.fate() == Death.Fate.CORRECTED ? death.on().minusDays(3) : death.on();
            sheet.draft(entry(clerk, family, person, new Death(first, death.registeredOn(), death.fate()), "正常"), dice);
            if (death.fate() != Death.Fate.STANDS) {
                Death again = new Death(death.on(), death.registeredOn().plusDays(2), death.fate());
                String state = death.fate() == Death.Fate.CORRECTED ? "更正" : "撤销";
                sheet.draft(entry(clerk, family, person, again, state), dice);
            }
        }
    }

    private Draft entry(Clerk clerk, Family family, Person person, Death death, String state) {
        Dice dice = population.dice(person, state.equals("正常") ? 61 : 62);
        Draft draft = new Draft(family, person);
        Filling.person(draft, clerk, dice);
        draft.put("registered_address", Filling.address(family, dice));
        draft.put("death_date", clerk.date(death.on(), dice));
        draft.put("registered_by", family.township().name() + dice.pick(List.of("派出所", "中心卫生院")));
        draft.put("registered_on", clerk.date(death.registeredOn(), dice));
        draft.put("registration_state", state);
        hide(draft, dice);
        new Spoiling(population, HABITS, clerk, true).spoil(draft, dice);
        return draft;
    }

    /** Now and then nothing is known of a dead person but a name and a month: nobody can say who it was. */
    private static void hide(Draft draft, Dice dice) {
        Person person = draft.subject();
        if (dice.perMille(15) && person.slot().grandparent()) {
            draft.put(
                    "resident_id",
                    person.number().substring(0, 1)
                            + "*".repeat(16)
                            + person.number().substring(17));
            draft.flaw("resident_id", "ID_MASKED", Severity.BLOCK);
            draft.put(
                    "birth_date",
                    person.birth().getYear() + "年" + person.birth().getMonthValue() + "月");
            draft.flaw("birth_date", "DATE_MONTH_ONLY", Severity.BLOCK);
            draft.put("registered_address", draft.family().county().title());
            draft.doubt("only a name and a month of birth are known");
        }
    }
}
