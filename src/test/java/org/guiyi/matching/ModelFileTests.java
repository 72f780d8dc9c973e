package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTests {

    @TempDir
    private Path folder = Path.of(".");

    private static MatchingSpec spec(String id) {
        return MatchingSpec.parse("people.yaml", """
                id: %s
                max_block: 12
                columns: [{name: given_name}, {name: surname}, {name: date_of_birth, type: date, format: yyyyMMdd}]
                blocking:
                  - {name: surname, keys: [exact(surname)]}
                  - {name: born, keys: [exact(date_of_birth)]}
                comparisons:
                  - {name: given_name, kind: jaro_winkler, column: given_name}
                  - {name: surname, kind: jaro_winkler, column: surname}
                  - {name: date_of_birth, kind: date, column: date_of_birth}
                """.formatted(id));
    }

    private static Records records(MatchingSpec spec) {
        Records.Builder builder = Records.builder(spec);
        EnglishPeople.rows(3, 1_000, 1, 2).forEach(row -> builder.add(row.id(), row.in(spec.columns())));
        return builder.build();
    }

    @Test
    void aModelReadBackLinksAsTheOneThatWasWritten() throws IOException {
        MatchingSpec spec = spec("people");
        Records records = records(spec);
        Model trained = Training.train(records, LinkageProgress.SILENT);
        ModelFile.write(trained, spec, folder.resolve("model.json"));
        Model read = ModelFile.read(folder.resolve("model.json"), spec);
        LinkageResult first = Linkage.of(spec, trained).link(records, List.of());
        LinkageResult second = Linkage.of(spec, read).link(records, List.of());
        assertThat(first.blocks().megaBlocks()).isNotEmpty();
        assertThat(second.blocks()).isEqualTo(first.blocks());
        assertThat(second.links().stream()).containsExactlyElementsOf(first.links());
        ModelFile.write(read, spec, folder.resolve("again.json"));
        assertThat(folder.resolve("again.json")).hasSameBinaryContentAs(folder.resolve("model.json"));
    }

    @Test
    void aModelNamesNobody() throws IOException {
        MatchingSpec spec = spec("people");
        ModelFile.write(Training.train(records(spec), LinkageProgress.SILENT), spec, folder.resolve("model.json"));
        assertThat(Files.readString(folder.resolve("model.json"))).doesNotContain("\"james\"", "\"ashton\"");
    }

    @Test
    void aModelOfAnotherSpecIsRefused() throws IOException {
        MatchingSpec spec = spec("people");
        ModelFile.write(Training.train(records(spec), LinkageProgress.SILENT), spec, folder.resolve("model.json"));
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("model.json"), spec("others")))
                .isInstanceOfSatisfying(
                        ModelRefusedException.class,
                        e -> assertThat(e.messageZh()).contains("另一份规范"));
        Files.writeString(folder.resolve("model.json"), "no model");
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("model.json"), spec))
                .isInstanceOf(ModelRefusedException.class);
    }

    @Test
    void aFrozenModelWeighsAPairAlikeWhateverElseIsThere() {
        MatchingSpec spec = spec("people");
        Records records = records(spec);
        Model model = Training.train(records, LinkageProgress.SILENT);
        Records.Builder few = Records.builder(spec);
        EnglishPeople.rows(3, 1_000, 1, 2).stream().limit(40).forEach(row -> few.add(row.id(), row.in(spec.columns())));
        LinkageResult all = Linkage.of(spec, model).link(records, List.of());
        LinkageResult some = Linkage.of(spec, model).link(few.build(), List.of());
        assertThat(some.links())
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(all.explain(link.a(), link.b()).weight()).isEqualTo(link.weight()));
    }
}
