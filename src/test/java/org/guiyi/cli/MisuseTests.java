package org.guiyi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guiyi.cli.Terminal.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever a user mistypes is explained in both languages, with exit code 2, and nothing is done. */
class MisuseTests {

    private static Terminal terminal;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() {
        terminal = Terminal.start();
    }

    @AfterAll
    static void close() {
        terminal.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            receipt 17                                   | “17”不是回执号              | “17” is not a receipt number
            withdraw GY2026-1                            | RECEIPT：“GY2026-1”不是回执号 | GY20261123-000001
            reimport GY20261123-000001 x                 | “x”不是回执号               | “x” is not a receipt number
            status foo                                   | “foo”不是回执号             | “foo” is not a receipt number
            nightly --date 2026-02-30                    | “2026-02-30”不是日期        | Days are written YYYY-MM-DD
            nightly --date                               | 缺少 --date YYYY-MM-DD      | Missing: --date YYYY-MM-DD
            import x.csv --period 2026-13                | “2026-13”不是报送期         | “2026-13” is not a period
            import x.csv --feed Deaths                   | “Deaths”不是名册代号        | guiyi feeds lists them
            match blocks --spec no.yaml --input pom.xml  | 文件不存在：no.yaml         | There is no file no.yaml
            match run --spec pom.xml --input no.csv --out target/o | 文件不存在：no.csv | There is no file no.csv
            match evaluate --spec pom.xml --input pom.xml --truth src --out target/o | src 是文件夹 | src is a folder
            import nowhere.csv                           | 文件不存在                  | There is no file nowhere.csv
            import                                       | 缺少 FILE                   | Missing: FILE
            nightly --inbox nowhere                      | 收件箱不存在                | There is no inbox
            feeds nope/x                                 | 现有名册：                  | The feeds are: civil-affairs/elder-benefits
            feeds x                                      | “x”不是名册代号             | “x” is not a feed
            feeds --template a.xlsx                      | 请指明名册                  | takes a feed
            generate --out d --persons many              | “many”不是整数              | “many” is not a whole number
            generate --out d --persons 7                 | 应在 100 到 2000000 之间    | from 100 to 2000000
            generate --out src                           | 不是空文件夹                | not an empty folder
            reject GY20261123-000001                     | 请用 --reason 说明原因；先看影响可加 --preview | Say why with --reason
            withdraw GY20261123-000001                   | 请用 --reason 说明原因      | Say why with --reason
            replace GY20261123-000001 pom.xml            | 请用 --reason 说明原因      | --preview shows the effects first
            reimport                                     | 请指明回执号，或用 --feed   | choose submissions by --feed or --since
            reimport --feed nope/x                       | 没有名册 nope/x             | There is no feed nope/x
            reimport --since 2026-01-01                  | 没有符合条件的              | no published or held submission fits
            feeds replay health/deaths                   | 没有已入库或暂缓的 health/deaths | there is no published or held submission of
            person --unmask                              | 需要用 --reason             | takes --reason TEXT
            nigthly                                      | 不认识“nigthly”；是否要用 nightly | did you mean nightly
            status --al                                  | --all                       | did you mean --all
            """)
    void saysWhatWasExpected(String words, String zh, String en) {
        Answer answer = terminal.run(words.split(" "));

        assertThat(answer.code()).as(answer.err()).isEqualTo(2);
        assertThat(answer.err()).contains(zh, en).doesNotContain("java.", "org.guiyi", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"receipt", "status", "withdraw --reason r", "reimport", "release", "reject --reason r", "errors"
            })
    void saysThatThereIsNoSuchReceipt(String command) {
        String words = command + " GY20200101-000001"
                + (command.equals("errors") ? " --out " + folder.resolve("back.xlsx") : "");

        Answer answer = terminal.run(words.split(" "));

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("没有这个回执：GY20200101-000001", "There is no receipt GY20200101-000001");
    }

    @Test
    void registersNothingForAFeedThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "姓名,性别\n张三,男\n");

        Answer answer = terminal.run("import", file.toString(), "--feed", "nope/x");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("没有名册 nope/x", "health/deaths");
        assertThat(terminal.get(JdbcClient.class)
                        .sql("select count(*) from intake.submission")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void writesNoWorkbookWhereItCannotOrOverAnother() throws IOException {
        Path there = Files.writeString(folder.resolve("back.xlsx"), "corrections");

        assertThat(errorsTo(folder.resolve("none/back.xlsx"))).contains("文件夹不存在", "There is no folder");
        assertThat(errorsTo(folder)).contains("是文件夹", "is a folder");
        assertThat(errorsTo(there)).contains("已经存在，不会覆盖", "is there already");
        assertThat(errorsTo(folder.resolve("back.csv"))).contains(".xlsx 结尾", "ends with .xlsx");
        assertThat(there).hasContent("corrections");
    }

    private String errorsTo(Path place) {
        Answer answer = terminal.run("errors", "GY20200101-000001", "--out", place.toString());
        assertThat(answer.code()).isEqualTo(2);
        return answer.err();
    }

    @Test
    void doesNotRepeatAQueryThatStoodOnTheCommandLine() {
        Answer answer = terminal.run("person", "152422194601015399");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("不从命令行接收", "takes no query").doesNotContain("152422194601015399");
    }
}
