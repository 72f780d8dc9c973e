package org.guiyi.generate;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiyi.generate.Flaw.Severity;
import org.guiyi.generate.Habits.Spot;
import org.guiyi.identifier.Sex;

/** 托育机构在托婴幼儿名册: .xls; an institution a file in 巴林左旗, an institution a sheet (ten a file) in 楚雄市. */
final class NurseryRoster {

    private static final String NAME = "nursery-children";
    private static final String TITLE = "在托婴幼儿名册";
    private static final int SHEETS_OF_A_FILE = 10;
    private static final List<Column> COLUMNS = Column.list("""
            institution_name 机构名称
            institution_code 机构统一社会信用代码
            class_name 班级
            class_type 班型
            name 姓名
            sex 性别
            birth_date 出生日期
            document_type 证件类型
            resident_id 证件号码
            birth_certificate 出生医学证明编号
            ethnic 民族
            registered_address 户籍地址
            residence 现住址
            enter_date 入托日期
            leave_date 离托日期
            form 托育方式
            vaccination_checked 预防接种证查验
            checkup_date 入托体检日期
            guardian_name 监护人姓名
            guardian_relation 监护人关系
            guardian_id 监护人证件号
            guardian_phone 监护人电话
            """);
    private static final Habits HABITS = new Habits(
            1,
            List.of("sex", "class_type", "enter_date", "guardian_name"),
            Map.of(Spot.DATED, "checkup_date", Spot.CODED, "ethnic", Spot.PHONE, "guardian_phone"),
            Habits.Birth.REQUIRED,
            Habits.Numberless.HELD,
            false);

    private final Population population;
    private final Truth truth;
    private final Rolls rolls;
    private final Zones zones;

    NurseryRoster(Population population, Truth truth) {
        this.population = population;
        this.truth = truth;
        this.rolls = population.rolls();
        this.zones = Zones.small(population);
    }

    void write(Output output) throws IOException {
        boolean fileEach = population.county() == County.BAIRIN_LEFT;
        int step = fileEach ? 1 : SHEETS_OF_A_FILE;
        for (int zone = 0; zone < zones.count(); zone += step) {
            String title = fileEach ? zones.nursery(zone).title() + TITLE : together(zone / step);
            try (RosterFile file = output.xls("health", title)) {
                for (int each = zone; each < Math.min(zone + step, zones.count()); each++) {
                    writeInstitution(file, each);
                }
            }
        }
    }

    private String together(int part) {
        return population.county().title() + "托育机构" + TITLE + (part == 0 ? "" : "（第" + (part + 1) + "册）");
    }

    private void writeInstitution(RosterFile file, int zone) throws IOException {
        Zones.Nursery nursery = zones.nursery(zone);
        file.sheet(nursery.title());
        RosterSheet sheet = new RosterSheet(file, truth, NAME, COLUMNS);
        sheet.title(nursery.title() + TITLE + "（" + Output.inWords(population.period()) + "）");
        sheet.header();
        Clerk clerk = Clerk.draw(Medium.WORKBOOK, population.dice(4, zone));
        for (Family family : Loops.over(population.families(zones.first(zone), zones.after(zone)))) {
            for (Person child : family.children()) {
                if (rolls.nursery(child)) {
                    sheet.draft(draft(clerk, nursery, family, child), population.dice(child, 70));
                }
            }
        }
        sheet.total();
        sheet.signature();
    }

    private Draft draft(Clerk clerk, Zones.Nursery nursery, Family family, Person child) {
        Dice dice = population.dice(child, 71);
        Draft draft = new Draft(family, child);
        draft.put("institution_name", nursery.title());
        draft.put("institution_code", nursery.creditCode());
        Filling.person(draft, clerk, dice);
        place(draft, dice);
        stay(draft, clerk, dice);
        draft.put("registered_address", Filling.address(family, dice));
        draft.put("residence", family.residence());
        rolls.guardian(family).ifPresent(guardian -> {
            Filling.guardian(draft, clerk, guardian);
            draft.put("guardian_phone", clerk.phone(rolls.phone(guardian.person())));
        });
        documents(draft, dice);
        new Spoiling(population, HABITS, clerk, true).spoil(draft, dice);
        if (draft.flaws().stream().anyMatch(flaw -> flaw.code().equals("DATE_FUTURE"))) {
            draft.flaw("checkup_date", "RULE_CHECKUP_AFTER_ENTER", Severity.NOTICE);
        }
        return draft;
    }

    private void place(Draft draft, Dice dice) {
        int months = draft.subject().months(population.period());
        boolean mixed = months >= 18 && dice.perMille(100);
        String type = mixed ? "混合" : ofAge(months);
        draft.put("class_type", type);
        draft.put("class_name", type + dice.between(1, 2) + "班");
        draft.put("form", dice.pick(List.of("全日", "全日", "全日", "半日", "计时")));
    }

    private static String ofAge(int months) {
        if (months < 12) {
            return "乳儿";
        }
        return months < 24 ? "托小" : "托大";
    }

    private void stay(Draft draft, Clerk clerk, Dice dice) {
        LocalDate end = population.periodEnd();
        LocalDate earliest = draft.subject().birth().plusMonths(6);
        int days = (int) Math.max(1, end.toEpochDay() - earliest.toEpochDay() - 6);
        LocalDate entered = end.minusDays(5 + dice.below(Math.min(days, 500)));
        draft.put("enter_date", clerk.date(entered, dice));
        draft.put("checkup_date", clerk.date(entered.minusDays(dice.between(1, 9)), dice));
        draft.put("vaccination_checked", dice.perMille(960) ? "是" : "否");
        if (dice.perMille(30) && entered.isBefore(end.minusDays(40))) {
            draft.put("leave_date", clerk.date(end.minusDays(dice.between(2, 20)), dice));
        }
    }

    private void documents(Draft draft, Dice dice) {
        String certificate = Numbers.birthCertificate(rolls.dice(draft.subject(), 13));
        draft.put("birth_certificate", dice.perMille(700) ? certificate : "");
        if (draft.subject().hasNumber()) {
            draft.put("document_type", "居民身份证");
            return;
        }
        if (dice.perMille(600)) {
            draft.put("document_type", "出生医学证明").put("resident_id", certificate);
        } else {
            draft.put("document_type", "无证件").put("resident_id", "新生未落户");
            draft.flaw("resident_id", "ID_NONE_WITH_REASON", Severity.NOTICE);
        }
        weakName(draft, dice);
    }

    private static void weakName(Draft draft, Dice dice) {
        if (!dice.perMille(400)) {
            return;
        }
        String surname = draft.subject().name().surname();
        String child = draft.subject().sex() == Sex.MALE ? "之子" : "之女";
        draft.put("name", surname.isEmpty() ? "宝宝" : surname + "某" + child);
        draft.flaw("name", "NAME_WEAK", Severity.NOTICE);
        draft.doubt("no number and a name that is none: this child, or a twin whom no roster names");
    }
}
