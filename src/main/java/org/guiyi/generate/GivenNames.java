package org.guiyi.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.guiyi.identifier.Sex;

/** Han names by generation and sex; names of well-known and of quoted people are never made. */
final class GivenNames {

    private static final Map<String, List<String>> FIRST = column("given.csv", "first");
    private static final Map<String, List<String>> SECOND = column("given.csv", "second");
    private static final Map<String, List<String>> SINGLE = column("single_given.csv", "characters");
    private static final List<String> RARE =
            Words.characters(Words.table("rare.csv").get(0).getField("characters"));
    private static final Set<String> NEVER = Words.table("not_names.csv").stream()
            .map(name -> name.getField("name"))
            .collect(Collectors.toUnmodifiableSet());

    private GivenNames() {}

    static FullName draw(String surname, String generation, Sex sex, Dice dice) {
        String key = generation + sex.code();
        FullName drawn = dice.perMille(110)
                ? han(surname, List.of(pick(SINGLE, key, dice)))
                : han(surname, List.of(pick(FIRST, key, dice), second(key, dice)));
        return NEVER.contains(drawn.text()) ? draw(surname, generation, sex, dice) : drawn;
    }

    static String drawFirst(String generation, Sex sex, Dice dice) {
        return pick(FIRST, generation + sex.code(), dice);
    }

    /** Two characters, the first given: brothers, sisters and twins often share it. */
    static FullName sharing(String surname, String first, String generation, Sex sex, Dice dice) {
        FullName drawn = han(surname, List.of(first, second(generation + sex.code(), dice)));
        return NEVER.contains(drawn.text()) ? sharing(surname, first, generation, sex, dice) : drawn;
    }

    private static String second(String key, Dice dice) {
        boolean rare = key.startsWith("child") && dice.perMille(6);
        return rare ? dice.pick(RARE) : pick(SECOND, key, dice);
    }

    private static FullName han(String surname, List<String> given) {
        return new FullName(FullName.Custom.HAN, surname, given);
    }

    private static String pick(Map<String, List<String>> lists, String key, Dice dice) {
        return dice.pick(lists.getOrDefault(key, List.of()));
    }

    private static Map<String, List<String>> column(String table, String column) {
        return Words.table(table).stream()
                .collect(
                        Collectors.toUnmodifiableMap(GivenNames::key, line -> Words.characters(line.getField(column))));
    }

    private static String key(NamedCsvRecord line) {
        return line.getField("generation") + line.getField("sex");
    }
}
