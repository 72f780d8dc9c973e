package org.guiyi.generate;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.guiyi.generate.Flaw.Severity;
import org.guiyi.generate.Habits.Spot;

/** 高龄津贴及养老服务补贴发放名册: one file a county and month; a workbook in 巴林左旗, GB18030 text in 楚雄市. */
final class ElderBenefitRoster {

    private static final String NAME = "elder-benefits";
    private static final String TITLE = "高龄津贴及养老服务补贴发放名册";
    private static final List<Column> COLUMNS = Column.list("""
            name 姓名
            sex 性别
            birth_date 出生日期
            resident_id 身份证号
            benefit_category 补贴类别
            amount 金额
            period_from 所属期起
            period_to 所属期止
            payment_type 发放类型
            payment_result 发放结果
            pay_month 发放年月
            account 银行账号
            registered_address 户籍地址
            residence 现住址
            phone 联系电话
            """);
    private static final Map<String, String> CHUXIONG_TITLES =
            Map.of("name", "老人姓名", "resident_id", "公民身份号码", "registered_address", "户籍所在地", "amount", "发放金额");
    private static final Habits HABITS = new Habits(
            1,
            List.of("benefit_category", "amount", "pay_month"),
            Map.of(Spot.PHONE, "phone"),
            Habits.Birth.OPTIONAL,
            Habits.Numberless.NEVER,
            false);

    private final Population population;
    private final Truth truth;
    private final Rolls rolls;

    ElderBenefitRoster(Population population, Truth truth) {
        this.population = population;
        this.truth = truth;
        this.rolls = population.rolls();
    }

    void write(Output output) throws IOException {
        String title = population.county().title() + TITLE;
        boolean text = population.county() == County.CHUXIONG;
        try (RosterFile file = text
                ? output.csv("civil-affairs", title, TextFile.Encoding.GB18030)
                : output.xlsx("civil-affairs", title)) {
            write(file, text ? Column.titled(COLUMNS, CHUXIONG_TITLES) : Column.counted(COLUMNS));
        }
    }

    private void write(RosterFile file, List<Column> columns) throws IOException {
        file.sheet("发放名册");
        RosterSheet sheet = new RosterSheet(file, truth, NAME, columns);
        sheet.title(population.county().title() + TITLE + "（" + Output.inWords(population.period()) + "）");
        sheet.header();
        Clerk clerk = Clerk.draw(file.medium(), population.dice(2, 0));
        for (Family family : Loops.over(population.all())) {
            for (Person person : family.persons()) {
                for (Benefit benefit : rolls.benefits(person)) {
                    Dice dice = population.dice(person, 50 + benefit.category().ordinal());
                    sheet.draft(draft(clerk, family, person, benefit, dice), dice);
                }
            }
        }
        sheet.total();
        sheet.signature();
    }

    private Draft draft(Clerk clerk, Family family, Person person, Benefit benefit, Dice dice) {
        Draft draft = new Draft(family, person);
        Filling.person(draft, clerk, dice);
        payment(draft, clerk, benefit);
        draft.put("registered_address", Filling.address(family, dice));
        draft.put("residence", dice.perMille(500) ? "" : family.residence());
        draft.put("phone", clerk.phone(dice.perMille(150) ? rolls.cadrePhone(family) : rolls.phone(person)));
        spoilMoney(draft, clerk, dice);
        new Spoiling(population, HABITS, clerk, true).spoil(draft, dice);
        return draft;
    }

    private void payment(Draft draft, Clerk clerk, Benefit benefit) {
        draft.put("benefit_category", benefit.category().title());
        draft.put(
                "amount",
                clerk.medium() == Medium.WORKBOOK ? Entry.number(benefit.yuan()) : Entry.text(benefit.yuan() + ".00"));
        draft.put("period_from", clerk.month(benefit.from()));
        draft.put("period_to", clerk.month(benefit.to()));
        draft.put("payment_type", benefit.paymentType());
        draft.put("payment_result", benefit.paymentResult());
        draft.put("pay_month", clerk.month(population.period()));
        draft.put("account", Numbers.account(rolls.dice(draft.subject(), 10)));
    }

    /** Passbook accounts that fail Luhn, accounts as number cells, an amount in words. */
    private void spoilMoney(Draft draft, Clerk clerk, Dice dice) {
        if (rolls.dice(draft.subject(), 11).perMille(40)) {
            draft.put("account", Numbers.passbook(rolls.dice(draft.subject(), 12)));
            draft.flaw("account", "ACCOUNT_LUHN", Severity.NOTICE);
        } else if (clerk.medium() == Medium.WORKBOOK && dice.perMille(12)) {
            String account = draft.entry("account").written();
            draft.put("account", new Entry.Figure(new BigDecimal(account.substring(0, 15) + "0000")));
            draft.flaw("account", "ACCOUNT_PRECISION_LOST", Severity.BLOCK);
        }
        if (dice.perMille(5)) {
            draft.put("amount", "一百").flaw("amount", "NUMBER_UNREADABLE", Severity.REJECT);
        }
    }
}
