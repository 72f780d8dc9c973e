package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DocumentationTests {

    private final String page = read();

    private static String read() {
        try {
            return Files.readString(Path.of("docs/matching.md"));
        } catch (IOException e) {
            throw new AssertionError("docs/matching.md can't be read", e);
        }
    }

    private MatchingSpec example(int number) {
        int from = 0;
        for (int i = 0; i <= number; i++) {
            from = page.indexOf("```yaml", from) + "```yaml".length();
        }
        return MatchingSpec.parse("docs/matching.md", page.substring(from, page.indexOf("```", from)));
    }

    @Test
    void theExampleSpecsAreSound() {
        assertThat(example(0).weighed()).isFalse();
        assertThat(example(0).columns()).startsWith("given_name", "surname").endsWith("phone");
        assertThat(example(1).columns()).contains("id_number", "address");
        assertThat(example(2).weighed()).isTrue();
        assertThat(example(2).headers()).containsExactly("Full name", "birth_date", "city");
    }

    @Test
    void theFirstExamplesStandInTheFolderOfExamples() throws IOException {
        for (String name : List.of("customers.yaml", "residents.yaml")) {
            assertThat(page).contains("```yaml\n" + Files.readString(Path.of("docs/examples", name)) + "```");
        }
    }

    @Test
    void everyWordOfASpecIsExplained() {
        for (KeyFunction function : KeyFunction.values()) {
            assertThat(page).contains("`" + function.word() + "(c");
        }
        for (ComparisonKind kind : ComparisonKind.values()) {
            assertThat(page).contains("| `" + kind.word() + "` |").contains(String.join(", ", kind.required()));
            kind.usualLevels().forEach(level -> assertThat(page).contains(level.name()));
        }
        for (Cleaner cleaner : Cleaner.values()) {
            assertThat(page).contains("`" + cleaner.word() + "`");
        }
        for (ColumnType type : ColumnType.values()) {
            assertThat(page).contains("`" + type.name().toLowerCase(Locale.ROOT) + "`");
        }
    }
}
