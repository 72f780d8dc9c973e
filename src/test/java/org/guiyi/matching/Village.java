package org.guiyi.matching;

import java.util.Random;
import java.util.function.Consumer;

/**
 * A small synthetic population for this package's tests: families with twins, rows of several bureaus, and the damage
 * that DOMAIN describes. The numbers are under a county code withdrawn in 1983 and can be nobody's.
 */
final class Village {

    private static final String[] SURNAMES = {
        "王 wang", "李 li", "张 zhang", "刘 liu", "陈 chen", "杨 yang", "赵 zhao", "黄 huang", "周 zhou", "吴 wu", "徐 xu",
        "孙 sun", "胡 hu", "朱 zhu", "高 gao", "林 lin", "何 he", "郭 guo", "马 ma", "罗 luo"
    };
    private static final String[] INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split(" ", -1);
    private static final String[] FINALS = "a ai an ang ao e en eng i in ing o ong u un uan".split(" ", -1);
    private static final String[] GIVEN = given();
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private final Random random;
    private final int counties;
    private final Consumer<Roster.Row> register;
    private int persons;
    private long rows;

    private record Child(
            String name,
            String sound,
            String born,
            String sex,
            String number,
            String guardian,
            String guardianNumber,
            String mother,
            String phone,
            String region,
            String address) {}

    private Village(Random random, int counties, Consumer<Roster.Row> register) {
        this.random = random;
        this.counties = counties;
        this.register = register;
    }

    /** Hands out the rows of some families; a row knows its person, which no column tells. */
    static void settle(long seed, int families, Consumer<Roster.Row> register) {
        Village village = new Village(new Random(seed), 1 + families / 20_000, register);
        for (int i = 0; i < families; i++) {
            village.family();
        }
    }

    static Roster roster(long seed, int families) {
        Roster roster = new Roster();
        settle(seed, families, roster::add);
        return roster;
    }

    /** Invented characters, each with a syllable; several share one. */
    private static String[] given() {
        String[] given = new String[600];
        for (int i = 0; i < given.length; i++) {
            String syllable = INITIALS[i % INITIALS.length] + FINALS[i * 7 % FINALS.length];
            given[i] = Character.toString(0x4E00 + i * 17) + " " + syllable;
        }
        return given;
    }

    private void family() {
        String surname = pick(SURNAMES);
        String guardian = character(surname) + character(pick(GIVEN)) + character(pick(GIVEN));
        String guardianNumber = number(birth(1950, 35), random.nextInt(999));
        String mother = character(pick(SURNAMES)) + character(pick(GIVEN));
        String phone = "154" + (10_000_000 + random.nextInt(80_000_000));
        String region = String.format("15%04d1%02d", 400 + random.nextInt(counties), random.nextInt(12));
        String address = "村" + random.nextInt(40) + "组" + random.nextInt(9) + "号" + random.nextInt(60);
        String born = birth(2010, 15);
        int sequence = random.nextInt(900);
        boolean twins = random.nextInt(25) == 0;
        String first = pick(GIVEN);
        for (int i = 0; i < (twins ? 2 : 1); i++) {
            String second = i == 0 ? pick(GIVEN) : other(first);
            rows(new Child(
                    character(surname) + character(first) + character(second),
                    sound(surname) + " " + sound(first) + " " + sound(second),
                    born,
                    (sequence + i) % 2 == 1 ? "1" : "2",
                    number(born, sequence + i),
                    guardian,
                    guardianNumber,
                    mother,
                    phone,
                    region,
                    address));
            persons++;
            if (i == 0 && twins) {
                first = GIVEN[random.nextInt(50)];
            }
        }
    }

    private String other(String first) {
        String second = pick(GIVEN);
        while (sound(second).equals(sound(first))) {
            second = pick(GIVEN);
        }
        return second;
    }

    private void rows(Child child) {
        int number = 1 + random.nextInt(4);
        for (int i = 0; i < number; i++) {
            Roster.Row row = new Roster.Row(rows++ * 7919 % 10_000_019, persons);
            row(row, child);
            register.accept(row);
        }
    }

    private void row(Roster.Row row, Child child) {
        row.with("feed", "feed" + random.nextInt(5));
        name(row, child);
        if (chance(95)) {
            row.born(chance(97) ? child.born : child.born.substring(0, 7));
        }
        row.with("sex", child.sex);
        number(row, child);
        if (chance(70)) {
            row.guardian(child.guardian);
            if (chance(50)) {
                row.guardianNumber(child.guardianNumber);
            }
        }
        if (chance(30)) {
            row.with("mother_name", child.mother);
        }
        if (chance(60)) {
            row.with("phone", chance(95) ? child.phone : "15400000000");
        }
        row.with("region", chance(90) ? child.region : child.region.substring(0, 6));
        if (chance(60)) {
            row.with("address", child.address);
        }
        row.with("child_or_adult", "child");
    }

    private void name(Roster.Row row, Child child) {
        int damage = random.nextInt(100);
        if (damage == 0) {
            row.named(child.name.substring(0, 2) + "?", child.sound.substring(0, child.sound.lastIndexOf(' ')) + " ?");
        } else if (damage < 3) {
            row.named(child.name.charAt(0) + "紫" + child.name.charAt(2), child.sound);
        } else if (damage == 3) {
            row.named(
                    child.name.substring(0, 2) + "彤", child.sound.substring(0, child.sound.lastIndexOf(' ')) + " tong");
        } else {
            row.named(child.name, child.sound);
        }
    }

    private void number(Roster.Row row, Child child) {
        int damage = random.nextInt(100);
        String number = child.number;
        if (damage < 60) {
            row.trusted(number);
        } else if (damage < 66) {
            row.partly(number.substring(0, 6) + "********" + number.substring(14));
        } else if (damage < 70) {
            row.partly(number.substring(0, 15) + "***");
        } else if (damage < 72) {
            row.untrusted(number.substring(0, 15) + (char) ('0' + random.nextInt(10)) + number.substring(16));
        } else if (damage < 73) {
            row.untrusted(child.guardianNumber);
        } else if (damage < 78) {
            row.with("student_number", "G" + number);
        } else if (damage < 79) {
            // numbered twice by two police stations: both valid, so the rows must not be joined
            row.trusted(number(child.born, Integer.parseInt(number.substring(14, 17)) + 2));
        }
    }

    private String birth(int from, int years) {
        return String.format(
                "%04d-%02d-%02d", from + random.nextInt(years), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static String number(String born, int sequence) {
        String first = "152422" + born.replace("-", "") + String.format("%03d", sequence);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (first.charAt(i) - '0') * WEIGHTS[i];
        }
        return first + "10X98765432".charAt(sum % 11);
    }

    private String pick(String[] list) {
        return list[Math.min(random.nextInt(list.length), random.nextInt(list.length))];
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static String character(String entry) {
        return entry.substring(0, 1);
    }

    private static String sound(String entry) {
        return entry.substring(2);
    }
}
