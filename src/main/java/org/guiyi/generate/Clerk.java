package org.guiyi.generate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.guiyi.identifier.Sex;

/** One clerk's habits: how dates, sexes, peoples, relations and telephones stand in her sheet. */
record Clerk(
        Medium medium,
        DateSpelling dates,
        boolean longSex,
        boolean shortEthnic,
        boolean spokenRelations,
        boolean numericPhones) {

    private static final Map<String, String> SHORT_ETHNIC =
            Map.of("汉族", "汉", "蒙古族", "蒙古", "彝族", "彝", "回族", "回", "满族", "满", "白族", "白", "苗族", "苗");

    static Clerk draw(Medium medium, Dice dice) {
        return new Clerk(
                medium,
                dice.pick(DateSpelling.HABITS),
                dice.perMille(150),
                dice.perMille(250),
                dice.perMille(300),
                medium == Medium.WORKBOOK && dice.perMille(300));
    }

    /** A date in the clerk's spelling; six in a hundred in another, four in a thousand as a bare serial number. */
    Entry date(LocalDate date, Dice dice) {
        int slip = dice.below(1000);
        if (slip < 4) {
            return medium == Medium.WORKBOOK
                    ? Entry.number(DateSpelling.serial(date))
                    : Entry.text(Long.toString(DateSpelling.serial(date)));
        }
        DateSpelling spelling = slip < 64 ? dice.pick(DateSpelling.HABITS) : dates;
        return spelling.day(date, medium);
    }

    Entry month(YearMonth month) {
        return Entry.text(dates.month(month));
    }

    Entry sex(Sex sex, Dice dice) {
        boolean male = sex == Sex.MALE;
        if (dice.perMille(8)) {
            return Entry.text(male ? "M" : "F");
        }
        boolean shown = dice.perMille(30) != longSex;
        return Entry.text((male ? "男" : "女") + (shown ? "性" : ""));
    }

    Entry ethnic(String ethnic) {
        return Entry.text(shortEthnic ? SHORT_ETHNIC.getOrDefault(ethnic, ethnic) : ethnic);
    }

    Entry relation(Carer carer) {
        return Entry.text(spokenRelations ? carer.spokenRelation() : carer.relation());
    }

    Entry phone(String phone) {
        return numericPhones && !phone.isEmpty() ? Entry.number(Long.parseLong(phone)) : Entry.text(phone);
    }
}
