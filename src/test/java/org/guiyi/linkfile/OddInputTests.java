package org.guiyi.linkfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guiyi.matching.BlockReport;
import org.guiyi.matching.LinkageProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people give to {@code match run} by mistake or chance ends with a clear message or a sound result. */
class OddInputTests {

    /** Nothing is weighed, so a run trains first. */
    private static final String SPEC = """
            id: people
            mode: link_and_dedupe
            max_block: 50
            columns:
              - {name: name}
              - {name: born}
            blocking:
              - {name: name, keys: [exact(name)]}
              - {name: born, keys: [exact(born)]}
            comparisons:
              - {name: name, kind: jaro_winkler, column: name}
              - {name: born, kind: levenshtein, column: born}
            """;

    private static final String WEIGHTS = """
            id: people
            mode: MODE
            prior: 0.05
            columns:
              - {name: name}
              - {name: born}
            blocking:
              - {name: name, keys: [exact(name)]}
            comparisons:
              - name: name
                kind: exact
                column: name
                levels: [{level: equal, m: 0.9, u: 0.001}, {level: different, m: 0.1, u: 0.999}]
              - name: born
                kind: exact
                column: born
                levels: [{level: equal, m: 0.9, u: 0.001}, {level: different, m: 0.1, u: 0.999}]
            """;

    @TempDir
    private Path folder = Path.of(".");

    private LinkFiles.Outcome run(String spec, Path... inputs) throws IOException {
        Path file = Files.writeString(folder.resolve("spec.yaml"), spec);
        LinkOptions options =
                new LinkOptions(file, List.of(inputs), Optional.empty(), Optional.empty(), Optional.empty());
        return LinkFiles.of(options, LinkageProgress.SILENT).run(folder.resolve("out"));
    }

    private LinkFiles.Outcome run(String spec, String content) throws IOException {
        return run(spec, Files.writeString(folder.resolve("people.csv"), content));
    }

    private List<String> written(String file) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(file));
    }

    @Test
    void anEmptyFileIsRefusedByName() {
        assertThatThrownBy(() -> run(SPEC, "")).isInstanceOfSatisfying(LinkRefusedException.class, e -> {
            assertThat(e).hasMessageStartingWith("people.csv: The file is empty (0 bytes)");
            assertThat(e.messageZh()).startsWith("people.csv：");
        });
    }

    @Test
    void blankLinesAloneHaveNoHeader() {
        assertThatThrownBy(() -> run(SPEC, "\n\n")).isInstanceOfSatisfying(LinkRefusedException.class, e -> {
            assertThat(e).hasMessage("people.csv: the file has no header");
            assertThat(e.messageZh()).isEqualTo("people.csv：文件没有表头");
        });
    }

    @Test
    void aHeaderAloneHasNothingToLink() {
        assertThatThrownBy(() -> run(SPEC, "name,born\n")).isInstanceOfSatisfying(LinkRefusedException.class, e -> {
            assertThat(e).hasMessage("there is no row below the header: people.csv");
            assertThat(e.messageZh()).isEqualTo("表头下没有数据行：people.csv");
        });
    }

    @Test
    void oneRecordIsOneCluster() throws IOException {
        assertThat(run(SPEC, "name,born\nAnna,1980-01-01\n").clusters()).isEqualTo(1);
        assertThat(written("clusters.csv")).hasSize(2);
        assertThat(written("pairs.csv")).hasSize(1);
    }

    @Test
    void columnsWithoutAnyValueJoinNobody() throws IOException {
        LinkFiles.Outcome outcome = run(SPEC, "name,born\n" + ",\n".repeat(3) + "\"\", \n".repeat(60));
        assertThat(outcome.clusters()).isEqualTo(outcome.records());
        assertThat(outcome.automatic()).isZero();
        assertThat(outcome.notes()).hasSize(2);
    }

    @Test
    void oneGiantBlockIsLeftOutAndNamed() throws IOException {
        StringBuilder rows = new StringBuilder("name,born\n");
        for (int i = 0; i < 500; i++) {
            rows.append("Anna,").append(1_000_000 + i * 7919).append('\n');
        }
        LinkFiles.Outcome outcome = run(SPEC, rows.toString());
        assertThat(outcome.clusters()).isEqualTo(500);
        assertThat(outcome.blocks().megaBlocks())
                .containsExactly(new BlockReport.MegaBlock("name", "anna", 500, BlockReport.Treatment.LEFT_OUT));
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("left_out");
    }

    @Test
    void aByteOrderMarkAndChineseEncodingsAreRead() throws IOException {
        String rows = "name,born\n王小明,1980-01-01\n王小明,1980-01-01\n李四,1990-02-02\n";
        Path marked = Files.writeString(folder.resolve("marked.csv"), "\uFEFF" + rows, StandardCharsets.UTF_8);
        assertThat(run(WEIGHTS.replace("MODE", "dedupe"), marked).clusters()).isEqualTo(2);
        Path gb = Files.writeString(folder.resolve("gb.csv"), rows, Charset.forName("GB18030"));
        assertThat(run(WEIGHTS.replace("MODE", "dedupe"), gb).clusters()).isEqualTo(2);
        assertThat(run(WEIGHTS.replace("MODE", "link"), marked, gb).automatic()).isEqualTo(5);
    }

    @Test
    void lineBreaksInsideQuotesBelongToTheValue() throws IOException {
        run(WEIGHTS.replace("MODE", "dedupe"), "name,born\n\"Anna\nSmith\",1980\nAnna Smith,1980\nBert,1981\n");
        assertThat(written("clusters.csv"))
                .containsExactly(
                        "cluster_id,record_id,file,row,cluster_size",
                        "1,people.csv:2,people.csv,2,2",
                        "1,people.csv:3,people.csv,3,2",
                        "2,people.csv:4,people.csv,4,1");
    }

    @Test
    void theReportNeedsNothingFromElsewhere() throws IOException {
        run(WEIGHTS.replace("MODE", "dedupe"), "name,born\nAnna,1980\nAnna,1980\nBert,1981\n");
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .doesNotContainPattern("(?i)<(script|link|img|iframe)[^>]*(src|href)=")
                .doesNotContainPattern("(?i)@import|url\\((?!#)");
    }
}
