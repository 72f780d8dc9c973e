package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PersonNameTests {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "/identifier/names.csv",
            numLinesToSkip = 1,
            nullValues = "∅",
            ignoreLeadingAndTrailingWhitespace = false)
    void readsNamesAsTheyStandInRosters(
            String situation, String delivered, String display, String key, String sound, String flags) {
        PersonName name = PersonName.read(Cells.text(delivered));

        assertThat(name.display()).isEqualTo(Cells.text(display));
        assertThat(name.key()).isEqualTo(Cells.text(key));
        assertThat(name.sound()).isEqualTo(Cells.text(sound));
        assertThat(name.flags()).containsExactlyInAnyOrderElementsOf(Cells.words(flags, NameFlag::valueOf));
    }

    @Test
    void givesEveryCharacterOfTheKeyOneSyllable() {
        for (String delivered : List.of("王(女+亚)芳", "买买提·艾力", "𠮷田", "欧阳娜娜", "王jie", "長孫無忌")) {
            PersonName name = PersonName.read(delivered);
            assertThat(name.sound().split(" "))
                    .hasSize(name.key().codePointCount(0, name.key().length()));
        }
    }

    @Test
    void readsAPlainNameAsItReadsTheSameNameWithABlank() {
        for (String plain : List.of("李明", "單小芳", "欧阳娜娜", "吕绿", "閻昇", "傅傅明", "王李", "朴顺子")) {
            PersonName spaced = PersonName.read(plain + "\u200b");
            assertThat(PersonName.read(plain)).isEqualTo(spaced);
        }
    }

    @Test
    void foldsSurnamesThatAreWrittenForEachOther() {
        assertThat(List.of("阎红", "閻红", "闫红", "閆红"))
                .extracting(delivered -> PersonName.read(delivered).key())
                .containsOnly(PersonName.read("闫红").key());
        assertThat(PersonName.read("肖红").key()).isEqualTo(PersonName.read("蕭红").key());
        assertThat(PersonName.read("戴红").key()).isEqualTo(PersonName.read("代红").key());
        assertThat(PersonName.read("龑红").key()).isEqualTo(PersonName.read("䶮红").key());
    }

    @Test
    void keepsSurnamesApartThatOnlyLookAlike() {
        assertThat(PersonName.read("佘红").key())
                .isNotEqualTo(PersonName.read("余红").key());
        assertThat(NameVariants.alike('佘', '余')).isTrue();
        assertThat(NameVariants.alike('余', '佘')).isTrue();
        assertThat(NameVariants.alike('王', '汪')).isFalse();
    }

    @Test
    void foldsTheSpellingsOfAMongolianName() {
        assertThat(MongolianSpelling.folded("乌云其其格"))
                .isEqualTo(MongolianSpelling.folded("乌运琪琪格"))
                .isEqualTo("uyun cecek");
        assertThat(MongolianSpelling.knows("其合力嘎")).isTrue();
        assertThat(MongolianSpelling.knows("李明")).isFalse();
    }

    @Test
    void doesNotShowTheNameInItsText() {
        assertThat(PersonName.read("李明")).hasToString("PersonName[]");
    }

    @Test
    void givesTheSameAnswerToManyThreadsAndBeyondTheCache() {
        var cache = new NameCache(64);
        long wrong = IntStream.range(0, 2_000)
                .parallel()
                .filter(i -> !cache.get("李" + (char) ('一' + i % 500)).sound().startsWith("li "))
                .count();
        assertThat(wrong).isZero();
    }
}
