package org.guiyi.generate;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiyi.generate.Habits.Spot;

/**
 * 农村留守儿童信息表: one workbook a county, one sheet a township. Some children stand in it twice, on their own township's
 * sheet or on the next one's, each time damaged otherwise; every left-behind child has a row that is accepted.
 */
final class LeftBehindRoster {

    private static final String NAME = "left-behind-children";
    private static final String TITLE = "农村留守儿童信息表";
    private static final List<Column> COLUMNS = Column.list("""
            name 姓名
            sex 性别
            ethnic 民族
            birth_date 出生日期
            resident_id 身份证号
            registered_address 户籍地址
            residence 现居住地
            school 就读学校
            health 健康状况
            disability_certificate 残疾证号
            father_name 父亲姓名 父母情况
            father_workplace 父亲务工地 父母情况
            mother_name 母亲姓名 父母情况
            mother_workplace 母亲务工地 父母情况
            entrusted 父母外出有无委托照护人 委托照护情况
            entrusted_reason 委托照护原因 委托照护情况
            guardian_name 受委托照护人姓名 委托照护情况
            guardian_id 受委托照护人证件号码 委托照护情况
            guardian_relation 与儿童关系 委托照护情况
            phone 联系电话 委托照护情况
            register_date 建档日期
            exit_date 退出日期
            exit_reason 退出原因
            remark 备注
            """);
    private static final Map<String, String> CHUXIONG_TITLES = Map.of(
            "name", "儿童姓名",
            "resident_id", "身份证号码",
            "registered_address", "户籍地",
            "residence", "现住址",
            "guardian_name", "受委托监护人");
    private static final List<String> WORKPLACES =
            List.of("广东省东莞市", "浙江省宁波市", "北京市", "昆明市", "呼和浩特市", "江苏省苏州市", "沈阳市", "福建省泉州市");

    private static final Map<Spot, String> SPOTS = Map.of(
            Spot.NEEDED, "guardian_relation",
            Spot.DATED, "register_date",
            Spot.CODED, "health",
            Spot.ERRING, "school",
            Spot.PHONE, "phone");

    private final Population population;
    private final Truth truth;
    private final Rolls rolls;
    private final boolean chuxiong;

    LeftBehindRoster(Population population, Truth truth) {
        this.population = population;
        this.truth = truth;
        this.rolls = population.rolls();
        this.chuxiong = population.county() == County.CHUXIONG;
    }

    void write(Output output) throws IOException {
        try (RosterFile file = output.xlsx("civil-affairs", population.county().title() + TITLE)) {
            int townships = population.county().townships().size();
            for (int township = 0; township < townships; township++) {
                writeTownship(file, township, (township + townships - 1) % townships);
            }
        }
    }

    private void writeTownship(RosterFile file, int township, int previous) throws IOException {
        String name = population.county().townships().get(township).name();
        file.sheet(name);
        RosterSheet sheet = new RosterSheet(file, truth, NAME, columns());
        sheet.title(population.county().title() + TITLE + "（" + Output.inWords(population.period()) + "）");
        sheet.title("填报单位：" + name + "人民政府");
        if (chuxiong) {
            sheet.header();
        } else {
            sheet.groupedHeader();
        }
        writeChildren(sheet, township, previous);
        sheet.total();
        sheet.blank();
        sheet.signature();
    }

    private void writeChildren(RosterSheet sheet, int township, int previous) throws IOException {
        Clerk clerk = Clerk.draw(Medium.WORKBOOK, population.dice(1, township));
        for (Family family : Loops.over(population.ofTownship(township))) {
            for (Person child : leftBehind(family)) {
                writeAtHome(sheet, clerk, family, child);
            }
        }
        for (Family family : Loops.over(population.ofTownship(previous))) {
            for (Person child : leftBehind(family)) {
                if (repeat(child) == Repeat.NEXT_TOWNSHIP) {
                    sheet.draft(draft(clerk, family, child, 33, true), population.dice(child, 43));
                }
            }
        }
    }

    private void writeAtHome(RosterSheet sheet, Clerk clerk, Family family, Person child) throws IOException {
        Draft first = draft(clerk, family, child, 30, true);
        sheet.draft(first, population.dice(child, 40));
        if (repeat(child) == Repeat.SAME_SHEET) {
            Draft again = draft(clerk, family, child, 31, true).put("remark", "重复登记");
            sheet.draft(again, population.dice(child, 41));
        }
        if (first.rejected()) {
            sheet.draft(draft(clerk, family, child, 32, false), population.dice(child, 42));
        }
    }

    private List<Person> leftBehind(Family family) {
        return family.persons().stream()
                .filter(person -> rolls.leftBehind(family, person))
                .toList();
    }

    private enum Repeat {
        NONE,
        SAME_SHEET,
        NEXT_TOWNSHIP
    }

    private Repeat repeat(Person child) {
        int drawn = population.dice(child, 20).below(1000);
        if (drawn < 40) {
            return Repeat.SAME_SHEET;
        }
        return drawn < 90 ? Repeat.NEXT_TOWNSHIP : Repeat.NONE;
    }

    private Draft draft(Clerk clerk, Family family, Person child, int purpose, boolean mayReject) {
        Dice dice = population.dice(child, purpose);
        Draft draft = new Draft(family, child);
        about(draft, clerk, dice);
        parents(draft, population.dice(child, 24));
        entrusted(draft, clerk, population.dice(child, 25));
        dates(draft, clerk, dice);
        new Spoiling(population, habits(), clerk, mayReject).spoil(draft, dice);
        reverse(draft, clerk, dice);
        return draft;
    }

    private void about(Draft draft, Clerk clerk, Dice dice) {
        Person child = draft.subject();
        Dice facts = population.dice(child, 23);
        Filling.person(draft, clerk, dice);
        if (!child.hasNumber()) {
            String reason = child.years(population.period()) < 1 ? "新生未落户" : "无户籍";
            draft.put("resident_id", reason).flaw("resident_id", "ID_NONE_WITH_REASON", Flaw.Severity.NOTICE);
        }
        draft.put("registered_address", draft.family().address());
        draft.put(
                "residence",
                facts.perMille(300) ? Entry.BLANK : Entry.text(draft.family().residence()));
        int grade = rolls.grade(child);
        draft.put(
                "school",
                grade > 0 ? Zones.of(population).schoolOf(child, grade).title() : "");
        draft.put("health", child.disabled() ? "残疾" : facts.pick(List.of("健康或良好", "健康", "健康", "一般或较弱")));
        draft.put("disability_certificate", child.certificate());
    }

    private static void parents(Draft draft, Dice dice) {
        Family family = draft.family();
        boolean both = family.away() == Family.Away.BOTH;
        draft.put("father_name", family.fatherName());
        draft.put("father_workplace", dice.pick(WORKPLACES));
        draft.put("mother_name", family.motherName());
        draft.put("mother_workplace", both ? dice.pick(WORKPLACES) : "无");
    }

    private void entrusted(Draft draft, Clerk clerk, Dice dice) {
        Optional<Carer> carer = rolls.carer(draft.family());
        draft.put("entrusted", carer.isPresent() ? "有" : "无");
        carer.ifPresent(someone -> {
            draft.put("entrusted_reason", dice.pick(List.of("父母外出务工", "外出务工")));
            Filling.guardian(draft, clerk, someone);
        });
        boolean cadre = dice.perMille(60);
        Person reached = carer.map(Carer::person).orElse(draft.subject());
        draft.put("phone", clerk.phone(cadre ? rolls.cadrePhone(draft.family()) : rolls.phone(reached)));
    }

    private void dates(Draft draft, Clerk clerk, Dice dice) {
        LocalDate registered = registered(draft.subject());
        draft.put("register_date", clerk.date(registered, dice));
        LocalDate end = population.periodEnd();
        if (!chuxiong && population.dice(draft.subject(), 22).perMille(40) && registered.isBefore(end.minusDays(40))) {
            draft.put("exit_date", clerk.date(end.minusDays(5), dice));
            draft.put("exit_reason", "父母返乡");
        }
    }

    private LocalDate registered(Person child) {
        LocalDate end = population.periodEnd();
        long days = Math.min(900, end.toEpochDay() - child.birth().toEpochDay() - 30);
        return end.minusDays(10 + population.dice(child, 21).below((int) days));
    }

    /** Some who left are written down as having left before they were registered. */
    private void reverse(Draft draft, Clerk clerk, Dice dice) {
        if (draft.filled("exit_date") && draft.flaws().isEmpty() && dice.perMille(150)) {
            draft.put("exit_date", clerk.date(registered(draft.subject()).minusDays(30), dice));
            draft.flaw("exit_date", "RULE_EXIT_BEFORE_REGISTER", Flaw.Severity.BLOCK);
        }
    }

    private Habits habits() {
        return new Habits(
                chuxiong ? 3 : 1,
                List.of("sex", "registered_address", "register_date", "entrusted"),
                SPOTS,
                Habits.Birth.REQUIRED,
                Habits.Numberless.HELD,
                true);
    }

    private List<Column> columns() {
        return chuxiong ? Column.counted(Column.titled(COLUMNS, CHUXIONG_TITLES)) : COLUMNS;
    }
}
