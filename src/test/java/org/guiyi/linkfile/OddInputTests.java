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
import org.guiyi.matching.ColumnCheck;
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

    private List<String> notes(String content, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("west.csv"), content.getBytes(charset));
        String spec = WEIGHTS.replace("MODE", "dedupe")
                .replace("{name: name}", "{name: name, missing: [josé garcía, müller]}");
        LinkFiles.Outcome outcome = run(spec, file);
        return outcome.notes().stream().map(ColumnCheck.Note::en).toList();
    }

    /** All names are among those that count as missing, if they are read as written. */
    @Test
    void accentedLettersAreReadInTheirEncoding() throws IOException {
        String missing = "column name: 2 of 2 are missing";
        String said = "west.csv: read as windows-1252; if that is wrong, name its encoding with --encoding";
        String rows = "name,born\nJosé García,1980-01-01\nMüller,1980-01-01\n";
        assertThat(notes(rows, Charset.forName("windows-1252"))).containsExactly(said, missing);
        assertThat(notes("name,born\nMüller,1980-01-01\nmüller,1980-01-01\n", Charset.forName("windows-1252")))
                .containsExactly(said, missing);
        assertThat(notes(rows, StandardCharsets.UTF_8)).containsExactly(missing);
        String capitals = rows.replace("José García", "Ángel").replace("Müller", "Àlex");
        assertThat(notes(capitals, Charset.forName("windows-1252"))).containsExactly(said);
    }

    @Test
    void chineseEncodingsStayWhatTheyAre() throws IOException {
        Charset gb = Charset.forName("GB18030");
        String said = "west.csv: read as GB18030; if that is wrong, name its encoding with --encoding";
        assertThat(notes("name,born\n王小明,1980-01-01\n朱镕基,1990-02-02\nAnna 李,1990-02-02\n", gb))
                .containsExactly(said);
    }

    @Test
    void bytesInNoEncodingAreRefusedWithAWayOut() throws IOException {
        Path file = Files.write(
                folder.resolve("people.csv"), "name,born\nИванов,1980\n".getBytes(Charset.forName("windows-1251")));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 7] = (byte) 0xFF;
        Files.write(file, bytes);
        assertThatThrownBy(() -> run(SPEC, file))
                .isInstanceOf(LinkRefusedException.class)
                .hasMessageEndingWith("Or name its encoding, such as --encoding windows-1250.");
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
