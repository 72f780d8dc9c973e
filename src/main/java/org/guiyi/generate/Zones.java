package org.guiyi.generate;

import java.util.List;

/** School and nursery districts: runs of family numbers, so that a school's roll is made from its own families only. */
record Zones(Population population, int count) {

    private static final int FAMILIES_OF_A_ZONE = 1100;
    private static final List<String> WORDS =
            List.of("云杉", "长穗", "朝禾", "知未", "白桦", "晴川", "远帆", "青禾", "晨光", "松果", "百草", "星河");

    static Zones of(Population population) {
        return new Zones(population, Math.max(1, population.families() / FAMILIES_OF_A_ZONE));
    }

    /** Smaller districts for nurseries. */
    static Zones small(Population population) {
        return new Zones(population, Math.max(1, population.families() / (FAMILIES_OF_A_ZONE / 2)));
    }

    int first(int zone) {
        return (int) (((long) zone * population.families() + count - 1) / count);
    }

    int after(int zone) {
        return first(zone + 1);
    }

    School schoolOf(Person pupil, int grade) {
        int zone = (int) ((long) pupil.family() * count / population.families());
        return school(zone, grade <= 6);
    }

    School school(int zone, boolean primary) {
        Dice dice = population.dice(primary ? 5 : 6, zone);
        String title = place(zone) + word(zone) + (primary ? "小学" : "中学");
        return new School(Numbers.schoolCode(dice), title, primary);
    }

    Nursery nursery(int zone) {
        Dice dice = population.dice(7, zone);
        return new Nursery(Numbers.creditCode(dice), place(zone) + word(zone + 5) + "托育中心");
    }

    private String place(int zone) {
        int townships = population.county().townships().size();
        long middle = ((long) first(zone) + after(zone)) / 2;
        int township = (int) (middle * townships / population.families());
        return population.county().title()
                + population.county().townships().get(township).name();
    }

    /** Words in turn; from the second round on with a number, so that no two institutions bear one name. */
    private String word(int zone) {
        int round = zone / WORDS.size();
        return WORDS.get(zone % WORDS.size()) + (round == 0 ? "" : "第" + (round + 1));
    }

    /** A school of one district. */
    record School(String code, String title, boolean primary) {}

    /** A nursery of one district. */
    record Nursery(String creditCode, String title) {}
}
