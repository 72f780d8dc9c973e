package org.guiyi.generate;

import java.util.List;

/** The columns that several rosters share. */
final class Filling {

    private Filling() {}

    /** Name, sex, people, birth date and number. */
    static void person(Draft draft, Clerk clerk, Dice dice) {
        Person person = draft.subject();
        draft.put("name", person.name().text());
        draft.put("sex", clerk.sex(person.sex(), dice));
        draft.put("ethnic", clerk.ethnic(person.ethnic()));
        draft.put("birth_date", clerk.date(person.birth(), dice));
        draft.put("resident_id", person.number());
    }

    /** The guardian's name, number and relation. */
    static void guardian(Draft draft, Clerk clerk, Carer carer) {
        draft.put("guardian_name", carer.person().name().text());
        draft.put("guardian_id", carer.person().number());
        draft.put("guardian_relation", clerk.relation(carer));
    }

    /** Present code, or place names from the province or from the county on. */
    static String address(Family family, Dice dice) {
        String from = dice.pick(List.of("", "", family.county().above()));
        return from + family.address();
    }
}
