package org.guiyi.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.guiyi.identifier.Sex;

/** Mongol names, which have no surname, and Yi names of clan and name with a dot between. */
final class MinorityNames {

    private static final List<List<String>> MONGOL_MEN = weighted("mongol_men.csv");
    private static final List<List<String>> MONGOL_WOMEN = weighted("mongol_women.csv");
    private static final List<NamedCsvRecord> YI = Words.table("yi_names.csv");
    private static final List<List<String>> SPELLINGS = Words.table("mongol_spellings.csv").stream()
            .map(group -> Arrays.asList(group.getField("variants").split("\\|")))
            .toList();

    private MinorityNames() {}

    static FullName mongol(Sex sex, Dice dice) {
        return new FullName(FullName.Custom.MONGOL, "", dice.pick(sex == Sex.MALE ? MONGOL_MEN : MONGOL_WOMEN));
    }

    /** The name with one word in another of its spellings, when it has one. */
    static FullName respelled(FullName name, Dice dice) {
        int word = dice.below(name.given().size());
        return name.withGiven(word, spelledOtherwise(name.given().get(word), dice));
    }

    static String yiClan(Dice dice) {
        return dice.pick(YI).getField("family");
    }

    static FullName yi(String clan, Sex sex, Dice dice) {
        NamedCsvRecord names = YI.stream()
                .filter(line -> line.getField("family").equals(clan))
                .findFirst()
                .orElseThrow();
        List<String> own =
                Arrays.asList(names.getField(sex == Sex.MALE ? "men" : "women").split(" "));
        return new FullName(FullName.Custom.DOTTED, clan, List.of(dice.pick(own)));
    }

    /** Another Chinese spelling of the same Mongol word; the word itself when none is known. */
    private static String spelledOtherwise(String word, Dice dice) {
        return SPELLINGS.stream()
                .filter(group -> group.contains(word))
                .findFirst()
                .map(group -> dice.pick(others(group, word)))
                .orElse(word);
    }

    private static List<String> others(List<String> group, String word) {
        return group.stream().filter(spelling -> !spelling.equals(word)).toList();
    }

    private static List<List<String>> weighted(String table) {
        return Words.table(table).stream()
                .flatMap(line -> Collections.nCopies(
                        Integer.parseInt(line.getField("weight")),
                        Arrays.asList(line.getField("parts").split(" ")))
                        .stream())
                .toList();
    }
}
