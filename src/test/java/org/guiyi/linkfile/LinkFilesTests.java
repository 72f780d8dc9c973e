package org.guiyi.linkfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guiyi.matching.ColumnCheck;
import org.guiyi.matching.Evaluation;
import org.guiyi.matching.Explanation;
import org.guiyi.matching.LinkageProgress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkFilesTests {

    private static final String SPEC = """
            id: people
            mode: MODE
            record_id: id
            thresholds: {auto: 3, review: 0}
            prior: 0.05
            columns:
              - {name: name, header: Full Name}
              - {name: born, type: date, format: d/M/yyyy}
            blocking:
              - {name: name, keys: [prefix(name 1)]}
            comparisons:
              - name: name
                kind: jaro_winkler
                column: name
                levels:
                  - {level: equal, at_least: 100, m: 0.9, u: 0.01}
                  - {level: alike, at_least: 0.85, m: 0.08, u: 0.02}
                  - {level: different, m: 0.02, u: 0.97}
              - name: born
                kind: date
                column: born
                levels:
                  - {level: equal, m: 0.95, u: 0.001}
                  - {level: different, m: 0.05, u: 0.999}
            """;

    @TempDir
    private Path folder = Path.of(".");

    private Path first = Path.of(".");
    private Path second = Path.of(".");

    @BeforeEach
    void writeTables() throws IOException {
        first = Files.writeString(folder.resolve("first.csv"), """
                id,FULL NAME,Born,Who
                1,Anna Smith,3/4/1980,a
                2,"Smith, Bert",13/12/1975,b
                3,ANNA  SMITH,03/04/1980,a
                """);
        second = Files.writeString(folder.resolve("second.csv"), """
                id;full name;born;who
                8;Anna Smyth;3/4/1980;a
                9;Bert Smith;13/12/1975;b
                """);
    }

    private LinkOptions options(String mode, Path... inputs) throws IOException {
        Path spec = Files.writeString(folder.resolve("spec.yaml"), SPEC.replace("MODE", mode));
        return new LinkOptions(spec, List.of(inputs), Optional.empty(), Optional.empty(), Optional.of("who"));
    }

    private List<String> run(String mode, Path... inputs) throws IOException {
        LinkFiles.of(options(mode, inputs), LinkageProgress.SILENT).run(folder.resolve("out"));
        return Files.readAllLines(folder.resolve("out/pairs.csv")).stream()
                .skip(1)
                .map(line -> line.replaceAll("^([^,]*,[^,]*),.*", "$1"))
                .sorted()
                .toList();
    }

    @Test
    void linksTheExampleOfTheDocumentation() throws IOException {
        Path examples = Path.of("docs/examples");
        LinkFiles files = LinkFiles.of(
                new LinkOptions(
                        examples.resolve("customers.yaml"),
                        List.of(examples.resolve("customers.csv")),
                        Optional.empty(),
                        Optional.of(examples.resolve("customers-truth.csv")),
                        Optional.empty()),
                LinkageProgress.SILENT);
        Evaluation evaluation = files.evaluate(folder.resolve("out"));
        assertThat(evaluation.clusters().precision()).isGreaterThan(0.999);
        assertThat(evaluation.clusters().recall()).isGreaterThan(0.99);
        assertThat(files.reach()).hasValueSatisfying(reach -> {
            assertThat(reach.ceiling()).isEqualTo(evaluation.closureCeiling());
            assertThat(reach.onlyBy()).containsKeys("phone", "full-name");
        });
    }

    @Test
    void writesClustersPairsModelAndReport() throws IOException {
        run("link_and_dedupe", first, second);
        assertThat(Files.readAllLines(folder.resolve("out/clusters.csv")))
                .containsExactly(
                        "cluster_id,record_id,file,row,cluster_size",
                        "1,1,first.csv,2,3",
                        "1,3,first.csv,4,3",
                        "1,8,second.csv,2,3",
                        "2,2,first.csv,3,1",
                        "3,9,second.csv,3,1");
        assertThat(folder.resolve("out/model.json")).isNotEmptyFile();
        assertThat(Files.readString(folder.resolve("out/report.html")))
                .contains("<svg")
                .doesNotContain("<script", "http-equiv", "Anna", "anna");
    }

    @Test
    void comparesInsideFilesBetweenFilesOrBoth() throws IOException {
        assertThat(run("dedupe", first, second)).containsExactly("1,3");
        assertThat(run("link", first, second)).containsExactly("1,8", "3,8");
        assertThat(run("link_and_dedupe", first, second)).containsExactly("1,3", "1,8", "3,8");
    }

    @Test
    void holdsTheResultAgainstTheTruth() throws IOException {
        Evaluation found = LinkFiles.of(options("link_and_dedupe", first, second), LinkageProgress.SILENT)
                .evaluate(folder.resolve("out"));
        assertThat(found.clusters()).isEqualTo(new Evaluation.Score(3, 3, 4));
        assertThat(found.blockingRecall()).isEqualTo(0.75);
        assertThat(found.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.joined()).isFalse());
        assertThat(folder.resolve("out/evaluation.json")).content().contains("\"blocking_recall\" : 0.75");
    }

    @Test
    void theTruthMayBeAFileOfLabelsOrOfPairs() throws IOException {
        LinkOptions options = options("link_and_dedupe", first, second);
        Path labels = Files.writeString(folder.resolve("l.csv"), "record_id,cluster\n1,x\n8,x\n3,x\n2,y\n9,y\n");
        Path pairs = Files.writeString(folder.resolve("p.csv"), "record_a,record_b\n1,3\n3,8\n2,9\n");
        for (Path truth : List.of(labels, pairs)) {
            LinkOptions with = new LinkOptions(
                    options.spec(), options.inputs(), Optional.empty(), Optional.of(truth), Optional.empty());
            assertThat(LinkFiles.of(with, LinkageProgress.SILENT)
                            .evaluate(folder.resolve("out"))
                            .clusters())
                    .isEqualTo(new Evaluation.Score(3, 3, 4));
        }
    }

    @Test
    void explainsAPairByTheNamesInTheFile() throws IOException {
        Explanation explanation = LinkFiles.of(options("link_and_dedupe", first, second), LinkageProgress.SILENT)
                .explain("1", "8");
        assertThat(explanation.parts()).extracting(Explanation.Part::level).containsExactly("alike", "equal");
    }

    @Test
    void saysWhichColumnsCanSayNothing() throws IOException {
        Path odd = Files.writeString(
                folder.resolve("odd.csv"), "id,full name,born\n1,Anna,1980-01-31\n2,Anne,31.1.1980\n");
        LinkOptions options = options("dedupe", odd);
        assertThat(LinkFiles.of(options, LinkageProgress.SILENT)
                        .run(folder.resolve("out"))
                        .notes())
                .extracting(ColumnCheck.Note::en)
                .containsExactly("column born: 2 of 2 are missing or not written as its format says");
    }

    @Test
    void refusesAHeaderThatLacksColumnsOfTheSpecAndNamesThemForAllFiles() throws IOException {
        Path poor = Files.writeString(folder.resolve("poor.csv"), "id,name\n1,Anna\n");
        Path poorer = Files.writeString(folder.resolve("poorer.csv"), "Full Name\nAnna\n");
        LinkFiles files = LinkFiles.of(options("dedupe", poor, poorer), LinkageProgress.SILENT);
        assertThatThrownBy(() -> files.run(folder.resolve("out")))
                .isInstanceOfSatisfying(LinkRefusedException.class, e -> {
                    assertThat(e)
                            .hasMessage(
                                    "poor.csv: columns that the spec needs are missing: Full Name, born; the file has: id,"
                                            + " name\npoorer.csv: columns that the spec needs are missing: born, id; the file has:"
                                            + " Full Name");
                    assertThat(e.messageZh()).contains("poor.csv：规范要求的列缺失：Full Name、born");
                });
    }

    @Test
    void refusesAnIdThatStandsTwice() throws IOException {
        Path twice =
                Files.writeString(folder.resolve("twice.csv"), "id,full name,born\n1,Anna,1/1/1980\n1,Bert,1/1/1981\n");
        LinkFiles files = LinkFiles.of(options("dedupe", twice), LinkageProgress.SILENT);
        assertThatThrownBy(() -> files.run(folder.resolve("out")))
                .isInstanceOf(LinkRefusedException.class)
                .hasMessage("twice.csv:3: the record_id stands twice in its file");
    }

    @Test
    void refusesAnIdThatIsEmpty() throws IOException {
        Path empty =
                Files.writeString(folder.resolve("empty.csv"), "id,full name,born\n1,Anna,1/1/1980\n ,Bert,1/1/1981\n");
        LinkFiles files = LinkFiles.of(options("dedupe", empty), LinkageProgress.SILENT);
        assertThatThrownBy(() -> files.run(folder.resolve("out")))
                .isInstanceOf(LinkRefusedException.class)
                .hasMessage("empty.csv:3: the record_id is empty");
    }

    @Test
    void refusesAHeaderThatStandsTwiceWhereTheSpecNeedsIt() throws IOException {
        Path twice = Files.writeString(
                folder.resolve("twice.csv"), "id,Full Name,full name,born,note,note\n1,Anna,Anne,1/1/1980,,\n");
        assertThat(run("dedupe", twice)).isEmpty();
        Files.writeString(twice, "id,FULL NAME,full name,born,note,note\n1,Anna,Anne,1/1/1980,,\n");
        assertThatThrownBy(() -> run("dedupe", twice))
                .isInstanceOf(LinkRefusedException.class)
                .hasMessage("twice.csv: columns that the spec needs stand more than once: Full Name");
    }

    @Test
    void refusesToLinkOneFileWithItself() {
        assertThatThrownBy(() -> run("link", first)).isInstanceOfSatisfying(LinkRefusedException.class, e -> {
            assertThat(e).hasMessageStartingWith("mode: link compares records of different files only");
            assertThat(e.messageZh()).startsWith("mode: link 只比较不同文件之间的记录");
        });
    }

    @Test
    void notesStandInTheReportToo() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.csv"), "id,full name,born\n1,Anna,19800131\n");
        run("dedupe", odd);
        assertThat(folder.resolve("out/report.html"))
                .content()
                .contains("列 born：1/1 为空", "column born: 1 of 1 are missing");
    }

    private Evaluation.Score score(LinkOptions options, String truth) throws IOException {
        Path file = Files.writeString(folder.resolve("truth.csv"), truth);
        LinkOptions with = new LinkOptions(
                options.spec(), options.inputs(), Optional.empty(), Optional.of(file), Optional.empty());
        return LinkFiles.of(with, LinkageProgress.SILENT)
                .evaluate(folder.resolve("out"))
                .clusters();
    }

    @Test
    void aTruthOfPairsMaySayWhichPairsAreOnePerson() throws IOException {
        LinkOptions options = options("link_and_dedupe", first, second);
        String pairs = "ltable_id,rtable_id,label\n1,3,1\n3,8,1\n2,9,1\n1,2,0\n8,9,0\n";
        assertThat(score(options, pairs)).isEqualTo(new Evaluation.Score(3, 3, 4));
        assertThat(score(
                        options,
                        pairs.replace("label", "match")
                                .replace(",1\n", ",True\n")
                                .replace(",0\n", ",False\n")))
                .isEqualTo(new Evaluation.Score(3, 3, 4));
        assertThatThrownBy(() -> score(options, pairs.replace("8,9,0", "8,9,perhaps")))
                .isInstanceOf(LinkRefusedException.class)
                .hasMessage("truth.csv:6: column label should be 1 or 0 (true or false)");
    }

    @Test
    void theIdColumnOfTheSpecGoesBeforeTheUsualNamesInATruth() throws IOException {
        LinkOptions options = options("link_and_dedupe", first, second);
        assertThat(score(options, "id,cluster,record\n1,x,a\n8,x,b\n3,x,c\n2,y,d\n9,y,e\n"))
                .isEqualTo(new Evaluation.Score(3, 3, 4));
    }

    @Test
    void idsThatRepeatAcrossTwoFilesAreToldApartBySide() throws IOException {
        Files.writeString(second, Files.readString(second).replace("8;", "1;").replace("9;", "2;"));
        LinkOptions options = options("link", first, second);
        assertThat(score(options, "record_a,record_b\n1,1\n3,1\n2,2\n")).isEqualTo(new Evaluation.Score(2, 2, 3));
        assertThat(score(options, "record_a,record_b\nfirst.csv/1,second.csv/1\n"))
                .isEqualTo(new Evaluation.Score(1, 2, 1));
        assertThatThrownBy(() -> score(options, "record_id,cluster\n1,x\n"))
                .hasMessageEndingWith(
                        "the input has no such record; ids repeat across files, so a record is called file/record_id");
        LinkFiles files = LinkFiles.of(options, LinkageProgress.SILENT);
        assertThatThrownBy(() -> files.explain("1", "2"))
                .hasMessage("there is no record 1; ids repeat across files, so a record is called file/record_id");
    }

    @Test
    void theFilesNameIsAColumnForAsManyAsOneRowOfEach() throws IOException {
        String spec = SPEC.replace("MODE", "link").replace("blocking:", "  - {name: file, header: (file)}\nblocking:")
                + "constraints:\n  - {name: one-to-one, kind: one_row, outcome: refuse, column: file}\n";
        Path file = Files.writeString(folder.resolve("spec.yaml"), spec);
        LinkFiles files = LinkFiles.of(
                new LinkOptions(file, List.of(first, second), Optional.empty(), Optional.empty(), Optional.empty()),
                LinkageProgress.SILENT);
        assertThat(files.run(folder.resolve("out")).clusters()).isEqualTo(4);
    }
}
