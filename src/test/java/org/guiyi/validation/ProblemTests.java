package org.guiyi.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.guiyi.feed.Field;
import org.guiyi.feed.FieldType;
import org.guiyi.feed.Messages;
import org.guiyi.feed.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTests {

    static List<JudgedCase> cases() throws IOException {
        return JudgedCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void areAllFound(JudgedCase given) {
        JudgedRow row = given.judge();

        assertThat(row.problems().stream().map(ProblemTests::brief))
                .containsExactlyInAnyOrderElementsOf(given.expected());
        boolean rejects = row.problems().stream().anyMatch(problem -> problem.severity() == Severity.REJECT);
        assertThat(row.verdict()).isEqualTo(rejects ? Verdict.REJECTED : Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leaveTheCanonicalValues(JudgedCase given) {
        JudgedRow row = given.judge();

        given.values()
                .forEach((field, value) -> assertThat(row.value(given.feed().indexOf(field)))
                        .as(field)
                        .isEqualTo(value));
        given.suggestions()
                .forEach((field, suggestion) -> assertThat(row.problems()).anySatisfy(problem -> {
                    assertThat(problem.field()).isEqualTo(field);
                    assertThat(problem.suggestion()).isEqualTo(suggestion);
                }));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void decideWhichNumbersAreTrusted(JudgedCase given) {
        JudgedRow row = given.judge();

        if (given.saysWhoIsTrusted()) {
            assertThat(given.feed().fields().stream()
                            .filter(field -> field.type() == FieldType.IDENTITY && row.trusted(field.index()))
                            .map(Field::name))
                    .containsExactlyInAnyOrderElementsOf(given.trusted());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sayWhatIsWrongInBothLanguagesWithoutThePersonsData(JudgedCase given) {
        assertThat(given.judge().problems()).allSatisfy(problem -> {
            assertThat(problem.messageZh()).containsPattern("\\p{IsHan}").doesNotContainPattern("\\{[a-zA-Z]+}");
            assertThat(problem.messageEn()).isNotBlank().doesNotContainPattern("\\{[a-zA-Z]+}");
            assertThat(problem.toString()).doesNotContainPattern("\\p{IsHan}|\\d{6}");
        });
    }

    @Test
    void areEachRaisedByACase() throws IOException {
        Set<String> raised = new TreeSet<>();
        for (JudgedCase given : cases()) {
            given.judge().problems().forEach(problem -> raised.add(problem.code()));
        }

        assertThat(raised)
                .containsAll(Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    @Test
    void areWordedInBothLanguages() {
        Messages messages = Messages.beside(ProblemCode.class);

        assertThat(messages.incomplete()).isEmpty();
        assertThat(messages.codes())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    private static String brief(Problem problem) {
        return problem.code() + " " + problem.severity().key() + " "
                + (problem.field() == null ? "-" : problem.field());
    }
}
