package org.guiyi.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Invented people with the columns of the FEBRL sets, and damaged copies of their rows.
 *
 * <p>Error model, after the description of FEBRL's generator: each copy gets a number of changes, each in a field drawn
 * at random: one typing slip (insert, delete, replace, swap of neighbours: 60 %), the value missing (14 %), another value
 * of the same field (10 %), a spelling by ear (10 %), given name and surname exchanged (6 %). Months and days are also
 * exchanged or a digit of the date is wrong. Nothing else is lost; social security numbers suffer as other fields do.
 */
final class EnglishPeople {

    static final List<String> COLUMNS = List.of(
            "given_name",
            "surname",
            "street_number",
            "address_1",
            "suburb",
            "postcode",
            "state",
            "date_of_birth",
            "soc_sec_id");

    private static final String[] GIVEN =
            ("james mary john patricia robert jennifer michael linda william elizabeth david barbara richard susan "
                            + "joseph jessica thomas sarah charles karen christopher lisa daniel nancy matthew betty anthony margaret mark "
                            + "sandra donald ashley steven kimberly paul emily andrew donna joshua michelle kenneth carol kevin amanda brian "
                            + "dorothy george melissa timothy deborah ronald stephanie edward rebecca jason sharon jeffrey laura ryan cynthia "
                            + "jacob kathleen gary amy nicholas angela eric shirley jonathan anna stephen brenda larry pamela justin emma scott "
                            + "nicole brandon helen benjamin samantha samuel katherine gregory christine alexander debra frank rachel patrick "
                            + "carolyn raymond janet jack catherine dennis maria jerry heather tyler diane aaron ruth jose julie adam olivia "
                            + "nathan joyce henry virginia zachary victoria douglas kelly peter lauren kyle christina noah joan ethan evelyn")
                    .split(" ", -1);

    private static final String[] SURNAME_STARTS =
            "ash bar black brad bur camp car clark cole coop craw dal den dun ed ell fair far flet gar gil good grant green hal ham har hart hol hunt jack john kel kirk lang law leigh lind mar mas mill mor nel nor oak old park pem pet pres rad ram red rich rob row rus sand shep sim stan steph suth tay thorn turn wal ward wat web wes whit wil win wood wright york"
                    .split(" ", -1);

    private static final String[] SURNAME_ENDS =
            "son ton ley er field man ford well wood worth den by ham bury s land ward bridge stone more"
                    .split(" ", -1);

    private static final String[] STREET_ENDS = "street road avenue place crescent drive court close".split(" ", -1);
    private static final String[] SUBURB_ENDS =
            "ville park heights vale beach creek hill bay north east".split(" ", -1);
    private static final String[] STATES = {"nsw", "vic", "qld", "wa", "sa", "tas", "act"};
    private static final String[][] BY_EAR = {
        {"ph", "f"},
        {"ck", "k"},
        {"ie", "y"},
        {"th", "t"},
        {"ll", "l"},
        {"nn", "n"},
        {"ee", "ea"},
        {"gh", ""},
        {"c", "k"},
        {"s", "z"},
        {"i", "y"},
        {"er", "a"}
    };

    private final SplittableRandom random;

    private EnglishPeople(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A row, and which person it is about. */
    record Row(long id, int person, Map<String, String> values) {
        String[] in(List<String> columns) {
            return columns.stream().map(values::get).toArray(String[]::new);
        }
    }

    /**
     * @param copies damaged copies of a person's true row, 0 to this many
     * @param changes changes in a copy, 1 to this many
     */
    static List<Row> rows(long seed, int persons, int copies, int changes) {
        List<Row> rows = new ArrayList<>();
        each(seed, persons, copies, changes, rows::add);
        return rows;
    }

    /** The same rows one after the other. */
    static void each(long seed, int persons, int copies, int changes, Consumer<Row> taker) {
        EnglishPeople people = new EnglishPeople(seed);
        long id = 0;
        for (int person = 0; person < persons; person++) {
            Map<String, String> truth = people.person();
            taker.accept(new Row(id++, person, truth));
            int number = people.random.nextInt(copies + 1);
            for (int i = 0; i < number; i++) {
                taker.accept(new Row(id++, person, people.copy(truth, changes)));
            }
        }
    }

    private Map<String, String> person() {
        Map<String, String> person = new LinkedHashMap<>();
        person.put("given_name", common(GIVEN));
        person.put("surname", common(SURNAME_STARTS) + common(SURNAME_ENDS));
        person.put("street_number", Integer.toString(1 + random.nextInt(random.nextBoolean() ? 40 : 400)));
        person.put("address_1", any(SURNAME_STARTS) + any(SURNAME_ENDS) + " " + any(STREET_ENDS));
        int suburb = random.nextInt(700);
        person.put(
                "suburb",
                SURNAME_STARTS[suburb % SURNAME_STARTS.length] + " " + SUBURB_ENDS[suburb / 7 % SUBURB_ENDS.length]);
        person.put("postcode", Integer.toString(2000 + suburb * 7));
        person.put("state", STATES[suburb % STATES.length]);
        person.put(
                "date_of_birth",
                String.format(
                        "%04d%02d%02d", 1900 + random.nextInt(100), 1 + random.nextInt(12), 1 + random.nextInt(28)));
        person.put("soc_sec_id", Integer.toString(1_000_000 + random.nextInt(9_000_000)));
        return person;
    }

    private Map<String, String> copy(Map<String, String> truth, int changes) {
        Map<String, String> copy = new LinkedHashMap<>(truth);
        int number = 1 + random.nextInt(changes);
        for (int i = 0; i < number; i++) {
            change(copy);
        }
        return copy;
    }

    private void change(Map<String, String> row) {
        String field = COLUMNS.get(random.nextInt(COLUMNS.size()));
        String value = row.get(field);
        int kind = random.nextInt(100);
        if (value == null || value.isEmpty()) {
            return;
        }
        if (kind < 60) {
            row.put(field, slip(value));
        } else if (kind < 74) {
            row.put(field, null);
        } else if (kind < 84) {
            row.put(field, person().get(field));
        } else if (kind < 94) {
            row.put(field, byEar(field, value));
        } else {
            String given = row.get("given_name");
            row.put("given_name", row.get("surname"));
            row.put("surname", given);
        }
    }

    private String slip(String value) {
        int at = random.nextInt(value.length());
        String other = Character.isDigit(value.charAt(at))
                ? Integer.toString(random.nextInt(10))
                : Character.toString('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> value.substring(0, at) + other + value.substring(at);
            case 1 -> value.substring(0, at) + value.substring(at + 1);
            case 2 -> value.substring(0, at) + other + value.substring(at + 1);
            default ->
                at + 1 < value.length()
                        ? value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2)
                        : value;
        };
    }

    private String byEar(String field, String value) {
        if (field.equals("date_of_birth")) {
            return value.length() < 8 ? value : value.substring(0, 4) + value.substring(6, 8) + value.substring(4, 6);
        }
        for (int tries = 0; tries < 6; tries++) {
            String[] sound = BY_EAR[random.nextInt(BY_EAR.length)];
            if (value.contains(sound[0])) {
                return value.replaceFirst(sound[0], sound[1]);
            }
        }
        return slip(value);
    }

    /** Few values are common, most are rare, as names are. */
    private String common(String[] values) {
        double skewed = random.nextDouble();
        return values[(int) (skewed * skewed * values.length)];
    }

    private String any(String[] values) {
        return values[random.nextInt(values.length)];
    }
}
