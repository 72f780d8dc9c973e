package org.guiyi.generate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiyi.generate.Flaw.Severity;
import org.guiyi.generate.Habits.Spot;

/** 在校学生名册: a school's roll as text, two schools' rolls as sheets of one workbook, or as one text. */
final class StudentRoster {

    private static final String NAME = "students";
    private static final String TITLE = "在校学生名册";
    private static final List<String> GRADES =
            List.of("", "一年级", "二年级", "三年级", "四年级", "五年级", "六年级", "七年级", "八年级", "九年级");
    private static final List<Column> COLUMNS = Column.list("""
            school_code 学校标识码
            school_name 学校名称
            student_number 学籍号
            name 姓名
            sex 性别
            birth_date 出生日期
            ethnic 民族
            document_type 身份证件类型
            resident_id 身份证件号
            registered_address 户口所在地行政区划
            class_name 班级
            grade 年级
            enrolled_on 入学年月
            boarding 就读方式
            residence 现住址
            phone 联系电话
            left_behind 是否留守儿童
            orphan 是否孤儿
            disability_type 残疾类型
            migrant 是否进城务工人员随迁子女
            guardian_name 监护人姓名
            guardian_relation 监护人关系
            guardian_id 监护人身份证件号
            guardian_phone 监护人联系电话
            """);
    private static final Habits HABITS = new Habits(
            1,
            List.of("sex", "ethnic", "grade", "left_behind"),
            Map.of(Spot.CODED, "disability_type", Spot.PHONE, "phone"),
            Habits.Birth.REQUIRED,
            Habits.Numberless.HELD,
            true);

    private final Population population;
    private final Truth truth;
    private final Rolls rolls;
    private final Zones zones;

    StudentRoster(Population population, Truth truth) {
        this.population = population;
        this.truth = truth;
        this.rolls = population.rolls();
        this.zones = Zones.of(population);
    }

    int zones() {
        return zones.count();
    }

    /** One primary school's roll as GB18030 text. */
    void writePrimary(Output output, int zone) throws IOException {
        writeText(output, zones.school(zone, true).title() + TITLE, zone, List.of(zones.school(zone, true)));
    }

    void writeMiddle(Output output, int zone) throws IOException {
        writeText(output, zones.school(zone, false).title() + TITLE, zone, List.of(zones.school(zone, false)));
    }

    /** Both schools of a district in one text. */
    void writeTogether(Output output, int zone) throws IOException {
        writeText(output, district(zone) + TITLE, zone, schools(zone));
    }

    /** Both schools of a district as sheets of one workbook. */
    void writeWorkbook(Output output, int zone) throws IOException {
        try (RosterFile file = output.xlsx("education", district(zone) + TITLE)) {
            for (Zones.School school : schools(zone)) {
                file.sheet(school.title());
                RosterSheet sheet = new RosterSheet(file, truth, NAME, COLUMNS);
                sheet.title(school.title() + TITLE + "（" + Output.inWords(population.period()) + "）");
                sheet.header();
                writePupils(sheet, zone, school, Medium.WORKBOOK);
                sheet.total();
            }
        }
    }

    private void writeText(Output output, String title, int zone, List<Zones.School> schools) throws IOException {
        try (RosterFile file = output.csv("education", title, TextFile.Encoding.GB18030)) {
            RosterSheet sheet = new RosterSheet(file, truth, NAME, COLUMNS);
            sheet.header();
            for (Zones.School school : schools) {
                writePupils(sheet, zone, school, Medium.TEXT);
            }
        }
    }

    private List<Zones.School> schools(int zone) {
        return List.of(zones.school(zone, true), zones.school(zone, false));
    }

    private String district(int zone) {
        return population.county().title() + "第" + (zone + 1) + "学区";
    }

    private void writePupils(RosterSheet sheet, int zone, Zones.School school, Medium medium) throws IOException {
        Clerk clerk = Clerk.draw(medium, population.dice(school.primary() ? 8 : 9, zone));
        for (Family family : Loops.over(population.families(zones.first(zone), zones.after(zone)))) {
            for (Person child : family.children()) {
                int grade = rolls.grade(child);
                if (grade > 0 && grade <= 6 == school.primary()) {
                    sheet.draft(draft(clerk, school, family, child), population.dice(child, 80));
                }
            }
        }
    }

    private Draft draft(Clerk clerk, Zones.School school, Family family, Person child) {
        Dice dice = population.dice(child, 81);
        Draft draft = new Draft(family, child);
        draft.put("school_code", school.code()).put("school_name", school.title());
        Filling.person(draft, clerk, dice);
        numbers(draft);
        learning(draft, clerk, dice);
        situation(draft, dice);
        draft.put("registered_address", dice.perMille(300) ? family.county().code() : Filling.address(family, dice));
        draft.put("residence", family.residence());
        rolls.guardian(family).ifPresent(guardian -> {
            Filling.guardian(draft, clerk, guardian);
            Entry phone = clerk.phone(rolls.phone(guardian.person()));
            draft.put("guardian_phone", phone).put("phone", phone);
        });
        blur(draft, dice);
        new Spoiling(population, HABITS, clerk, true).spoil(draft, dice);
        return draft;
    }

    private void numbers(Draft draft) {
        Person child = draft.subject();
        if (child.hasNumber()) {
            draft.put("document_type", "居民身份证").put("student_number", "G" + child.number());
            return;
        }
        draft.put("document_type", "无证件").put("resident_id", "无户籍");
        draft.flaw("resident_id", "ID_NONE_WITH_REASON", Severity.NOTICE);
        draft.put("student_number", temporary(draft));
    }

    private String temporary(Draft draft) {
        Person child = draft.subject();
        return Numbers.temporaryStudentNumber(
                draft.family().county().numberRegion(), child.birth(), rolls.dice(child, 14));
    }

    private void learning(Draft draft, Clerk clerk, Dice dice) {
        int grade = rolls.grade(draft.subject());
        draft.put("grade", GRADES.get(grade));
        draft.put("class_name", GRADES.get(grade) + dice.between(1, 3) + "班");
        draft.put("enrolled_on", clerk.month(rolls.entered(draft.subject())));
        draft.put("boarding", dice.perMille(grade > 6 ? 700 : 250) ? "住校" : "走读");
    }

    private void situation(Draft draft, Dice dice) {
        draft.put("left_behind", dice.perMille(50) ? "非留守儿童" : flag(draft));
        draft.put("orphan", "否");
        draft.put("migrant", "否");
        draft.put("disability_type", disability(draft.subject()));
    }

    /** Education counts a child with one parent away, whatever the other is able to do. */
    private static String flag(Draft draft) {
        return switch (draft.family().away()) {
            case BOTH -> "双亲留守儿童";
            case ONE, ONE_OTHER_UNABLE -> "单亲留守儿童";
            case NONE -> "非留守儿童";
        };
    }

    private static String disability(Person child) {
        List<String> types = List.of("视力残疾", "听力残疾", "言语残疾", "肢体残疾", "智力残疾", "精神残疾", "多重残疾");
        return child.disabled() ? types.get(child.certificate().charAt(18) - '1') : "无残疾";
    }

    /** Of some twins one row has neither number nor a whole name: it could be either of them. */
    private void blur(Draft draft, Dice dice) {
        Person child = draft.subject();
        Optional<Person> twin = draft.family().children().stream()
                .filter(other -> other.id().equals(child.twin()))
                .filter(other -> other.sex() == child.sex())
                .filter(other -> NameDamage.withLast(other.name(), "").equals(NameDamage.withLast(child.name(), "")))
                .findFirst();
        if (twin.isPresent() && child.slot() == Slot.SECOND_CHILD && child.hasNumber() && dice.perMille(200)) {
            draft.put("name", NameDamage.withLast(child.name(), "□")).flaw("name", "NAME_WILDCARD", Severity.BLOCK);
            draft.put("resident_id", Entry.BLANK).flaw("resident_id", "ID_MISSING", Severity.BLOCK);
            draft.put("student_number", temporary(draft));
            draft.doubt("twins whose names differ in the unreadable character only, and no number");
        }
    }
}
