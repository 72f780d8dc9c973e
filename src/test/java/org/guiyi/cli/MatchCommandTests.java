package org.guiyi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.guiyi.cli.Terminal.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code guiyi match} tells in the terminal beside the result; no database is opened. */
class MatchCommandTests {

    private static final String SPEC = """
            id: people
            record_id: id
            columns:
              - {name: name}
              - {name: born, type: date}
            blocking:
              - {name: name, keys: [exact(name)]}
            comparisons:
              - {name: name, kind: exact, column: name}
              - {name: born, kind: date, column: born}
            """;

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("spec.yaml"), SPEC);
        Files.writeString(folder.resolve("in.csv"), "id,name,born,who\n1,Anna,19800131,a\n2,Anna,19800131,a\n");
    }

    private Answer match(String command, String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Guiyi guiyi = new Guiyi(
                new Environment(Map.of()),
                (environment, face) -> {
                    throw new AssertionError("a database was opened");
                },
                InputStream.nullInputStream(),
                new Ending(new PrintWriter(err)));
        List<String> words = new ArrayList<>(List.of("match", command));
        words.addAll(List.of(more));
        words.addAll(List.of("--spec", folder.resolve("spec.yaml").toString()));
        words.addAll(List.of("--input", folder.resolve("in.csv").toString()));
        int code = guiyi.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private Answer answer(String command) {
        String out = folder.resolve("out").toString();
        return switch (command) {
            case "evaluate" -> match(command, "--truth-column", "who", "--out", out);
            case "explain" -> match(command, "1", "2");
            default -> match(command, "--out", out);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "train", "evaluate", "explain"})
    void saysWhichColumnsCanSayNothingAndWhatTrainingRestsOn(String command) {
        Answer answer = answer(command);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("列 born：2 个日期不是 yyyy-MM-dd", "column born: 2 dates aren't yyyy-MM-dd and count as missing")
                .containsPattern("(NOT )?converged")
                .contains("同一人的对太少，数值不可靠 few matching pairs");
    }

    @Test
    void keepsRemarksOutOfAnExplanationInJson() {
        Answer answer = match("explain", "1", "2", "--json");
        assertThat(answer.out()).startsWith("{");
        assertThat(answer.err()).contains("column born", "few matching pairs");
    }

    @Test
    void readsTheEncodingThatIsNamedAndRefusesOneThatThereIsNot() throws IOException {
        Files.writeString(
                folder.resolve("in.csv"), "id,name,born\n1,Łukasz,1980-01-31\n", Charset.forName("windows-1250"));
        String out = folder.resolve("out").toString();
        assertThat(match("run", "--out", out, "--encoding", "windows-1250").out())
                .contains("in.csv: read as windows-1250");
        Answer unknown = match("run", "--out", out, "--encoding", "utf-9");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("“utf-9”不是编码名称", "“utf-9” is not an encoding");
    }
}
