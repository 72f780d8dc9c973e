package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void theExampleSpecIsSound() {
        int from = page.indexOf("```yaml") + "```yaml".length();
        MatchingSpec spec = MatchingSpec.parse("docs/matching.md", page.substring(from, page.indexOf("```", from)));
        assertThat(spec.columns()).containsExactly("full_name", "birth_date", "city");
    }

    @Test
    void everyWordOfASpecIsExplained() {
        for (KeyFunction function : KeyFunction.values()) {
            assertThat(page).contains("`" + function.word() + "(c");
        }
        for (ComparisonKind kind : ComparisonKind.values()) {
            assertThat(page).contains("| `" + kind.word() + "` |").contains(String.join(", ", kind.required()));
            kind.levels().forEach(level -> assertThat(page).contains(level));
        }
        for (ColumnType type : ColumnType.values()) {
            assertThat(page).contains("`" + type.name().toLowerCase(Locale.ROOT) + "`");
        }
    }
}
