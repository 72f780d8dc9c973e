package org.guiyi.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The files under {@code faults} are wrong in every way; a comment {@code # <- CODE} stands on each faulty line, or
 * {@code # 40: CODE} elsewhere where the line has no room for it.
 */
class DefinitionFaultsTests {

    private static final Path JOBS = Path.of("src/test/resources/org/guiyi/feed/faults");

    private final DefinitionFaults faults = catchThrowableOfType(
                    DefinitionFaultsException.class,
                    () -> FeedDefinitions.load(JOBS, Set.of("sex", "ethnic", "yes_no")::contains))
            .faults();

    @ParameterizedTest
    @MethodSource("files")
    void areFoundOnTheirLines(String file) throws IOException {
        List<String> found = new ArrayList<>();
        for (DefinitionFault fault : faults) {
            if (fault.file().equals(file)) {
                found.add(fault.line() + " " + fault.code());
            }
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected(file));
    }

    @Test
    void ofAllFilesAreReportedTogetherInOrder() throws IOException {
        assertThat(faults.faults()).isSorted();
        assertThat(faults.faults().stream().map(DefinitionFault::file).distinct())
                .containsExactlyElementsOf(files().sorted().toList());
    }

    @Test
    void areSaidInBothLanguages() {
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.messageZh()).containsPattern("\\p{IsHan}").doesNotContainPattern("\\{[a-z]+}");
            assertThat(fault.messageEn()).doesNotContainPattern("\\{[a-z]+}");
        });
        assertThat(Messages.beside(FaultLog.class).incomplete()).isEmpty();
    }

    @Test
    void coverEveryCodeThereIs() {
        assertThat(faults.faults().stream().map(DefinitionFault::code).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Messages.beside(FaultLog.class).codes());
    }

    @Test
    void sayWhereAndWhatWasExpected() {
        assertThat(faults.toString())
                .contains(
                        "feeds/health/wrong-references.yaml:28:21: The CEL expression is wrong: undeclared reference to"
                                + " 'form_date'.")
                .contains("feeds/health/wrong-references.yaml:24:19: The CEL expression is wrong: found no matching"
                        + " overload for '_<_' applied to '(date, int)'.")
                .contains("Unknown value \"weekly\" of \"delivery\", expected one of: snapshot, changes.")
                .contains("“delivery”的值“weekly”不认识，应为其中之一：snapshot, changes。");
    }

    static Stream<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(JOBS)) {
            return paths
                    .filter(path -> path.toString().endsWith(".yaml"))
                    .map(path -> JOBS.relativize(path).toString())
                    .toList()
                    .stream();
        }
    }

    private static List<String> expected(String file) throws IOException {
        if (file.endsWith("not-utf8.yaml")) {
            return List.of("1 NOT_UTF8");
        }
        List<String> expected = new ArrayList<>();
        List<String> lines = Files.readAllLines(JOBS.resolve(file), StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            int comment = lines.get(i).indexOf("# <- ");
            if (comment >= 0) {
                for (String code : lines.get(i).substring(comment + 5).split(" ")) {
                    expected.add((i + 1) + " " + code);
                }
            } else if (lines.get(i).matches("# \\d+: [A-Z_]+")) {
                expected.add(lines.get(i).substring(2).replace(":", ""));
            }
        }
        return expected;
    }
}
