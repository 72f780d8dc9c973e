package org.guiyi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.guiyi.identifier.Sex;
import org.junit.jupiter.api.Test;

class NamesTests {

    private final Transliterator toneless = Transliterator.getInstance("Han-Latin; Latin-ASCII");

    @Test
    void drawsSurnamesInTheirWeights() {
        Map<String, Integer> counts = new HashMap<>();
        Dice dice = Dice.of(5);
        for (int i = 0; i < 200_000; i++) {
            counts.merge(Surnames.draw(dice), 1, Integer::sum);
        }
        List<Integer> falling = counts.values().stream()
                .sorted((some, more) -> Integer.compare(more, some))
                .toList();

        assertThat(share(falling, 5)).isBetween(0.310, 0.324);
        assertThat(share(falling, 25)).isBetween(0.588, 0.602);
        assertThat(share(falling, 100)).isBetween(0.857, 0.871);
    }

    @Test
    void callsOnlyCharactersOfOneSoundHomophones() {
        assertThat(Words.table("homophones.csv")).allSatisfy(line -> {
            List<String> sounds = Words.characters(line.getField("group")).stream()
                    .map(toneless::transliterate)
                    .distinct()
                    .toList();
            assertThat(sounds).as(line.getField("group")).hasSize(1);
        });
    }

    @Test
    void neverMakesANameOfTheListOfWellKnownPeople() {
        List<String> never = Words.table("not_names.csv").stream()
                .map(line -> line.getField("name"))
                .toList();
        Dice dice = Dice.of(8);
        for (int i = 0; i < 50_000; i++) {
            String name = GivenNames.draw("李", "parent", Sex.FEMALE, dice).text();
            assertThat(never).doesNotContain(name);
        }
    }

    @Test
    void respellsMongolNamesWithinOneWord() {
        FullName name = new FullName(FullName.Custom.MONGOL, "", List.of("乌云", "其其格"));
        Dice dice = Dice.of(3);
        for (int i = 0; i < 50; i++) {
            FullName other = MinorityNames.respelled(name, dice);
            assertThat(other.text()).isNotEqualTo(name.text());
            assertThat(other.given()).containsAnyElementsOf(name.given());
        }
    }

    private static double share(List<Integer> falling, int most) {
        double all = falling.stream().mapToInt(Integer::intValue).sum();
        return falling.subList(0, most).stream().mapToInt(Integer::intValue).sum() / all;
    }
}
