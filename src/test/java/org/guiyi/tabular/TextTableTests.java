package org.guiyi.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guiyi.tabular.EncodingVerdict.How;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTests {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TABLE = "姓名,性别,身份证号\n张三,男,110102199001011\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8,,STRICT_UTF_8", "UTF-8,EFBBBF,BYTE_ORDER_MARK", "GB18030,,STRICT_GB18030",
                "GB18030,84319533,BYTE_ORDER_MARK",
        "UTF-16LE,FFFE,BYTE_ORDER_MARK", "UTF-16BE,FEFF,BYTE_ORDER_MARK", "UTF-16LE,,ZERO_BYTES", "UTF-16BE,,ZERO_BYTES"
    })
    void tellsTheEncodingByTheWholeContent(Charset charset, String mark, How how) throws IOException {
        Reading reading = read(bytes(mark == null ? "" : mark, TABLE.getBytes(charset)));

        assertThat(reading.lines()).containsExactly("0:1 姓名|性别|身份证号", "0:2 张三|男|110102199001011");
        assertThat(reading.encoding()).contains(new EncodingVerdict(charset, how));
    }

    @Test
    void readsAsciiAsUtf8() throws IOException {
        assertThat(read("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII)).encoding())
                .contains(new EncodingVerdict(StandardCharsets.UTF_8, How.STRICT_UTF_8));
    }

    @Test
    void takesTheFeedsWordForTheEncoding() throws IOException {
        Path file = write("姓名\n一\n".getBytes(GB18030));

        Reading reading = Reading.of(file, ReadingLimits.defaults(), Optional.of(Charset.forName("GBK")));

        assertThat(reading.lines()).containsExactly("0:1 姓名", "0:2 一");
        assertThat(reading.encoding()).contains(new EncodingVerdict(Charset.forName("GBK"), How.FIXED));
    }

    @Test
    void refusesAFileAgainstTheFixedEncoding() throws IOException {
        Path file = write(TABLE.getBytes(GB18030));

        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> Reading.of(file, ReadingLimits.defaults(), Optional.of(StandardCharsets.UTF_8)))
                .matches(e -> e.fault() == FileFault.ENCODING)
                .withMessageContaining("Near line 1 there are bytes against the encoding; expected was UTF-8");
    }

    @Test
    void doesNotTakeDamagedUtf8ForGb18030() throws IOException {
        String rows = IntStream.range(0, 99).mapToObj(i -> "李四,男,某某路\n").collect(Collectors.joining());
        byte[] whole = (TABLE + rows).getBytes(StandardCharsets.UTF_8);
        whole[whole.length - 30] = (byte) 0xFF;

        assertFault(whole, FileFault.ENCODING);
    }

    @Test
    void readsShortGb18030ThatIsUtf8ByAccident() throws IOException {
        byte[] lookalike = bytes("CFE3B8DBA3ACC4D0", new byte[0]);

        assertThat(read(lookalike).encoding().orElseThrow().charset()).isEqualTo(GB18030);
        assertThat(read(bytes("D0D5C3FB2CD0D4B1F00A", new byte[0])).lines()).containsExactly("0:1 姓名|性别");
    }

    @Test
    void readsPrivateUseAndFourByteCharactersOfGb18030() throws IOException {
        String rare = "\uE76C䶮𠀀,\uE5E5\n";

        assertThat(read((TABLE + rare).getBytes(GB18030)).lines()).contains("0:3 \uE76C䶮𠀀|\uE5E5");
    }

    @Test
    void keepsNulAndLoneSurrogatesForTheRowsJudge() throws IOException {
        byte[] utf8 = bytes("E5BCA02CEDA0802CF0A080800A610062", new byte[0]);
        assertThat(read(utf8).lines()).containsExactly("0:1 张|\uD800|\uD840\uDC00", "0:2 a\0b");

        byte[] utf16 = bytes("FFFE", "张,\n李,a\n".getBytes(StandardCharsets.UTF_16LE));
        utf16[3] = (byte) 0xD8;
        assertThat(read(utf16).lines().get(0)).startsWith("0:1 \uD820");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n1,2\n",
                "a,b\r\n1,2\r\n",
                "a,b\r1,2\r",
                "a,b\n1,2",
                "a,b\r\n1,2\n",
                "a\tb\n1\t2\n",
                "a;b\n1;2",
                "a|b\n1|2"
            })
    void readsAllLineEndsAndSeparators(String text) throws IOException {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).lines()).containsExactly("0:1 a|b", "0:2 1|2");
    }

    @Test
    void numbersBlankLinesButReturnsOnlyFilledRows() throws IOException {
        assertThat(read("a,b\n\n,,\n\"\"\nx\n".getBytes(StandardCharsets.UTF_8)).lines())
                .containsExactly("0:1 a|b", "0:5 x");
    }

    @Test
    void keepsTheSizeOfRaggedRecords() throws IOException {
        Reading reading = read("a,b,c\n1\n1,2,3,,\n".getBytes(StandardCharsets.UTF_8));

        assertThat(reading.rows()).extracting(Row::size).containsExactly(3, 1, 5);
    }

    @Test
    void keepsLineBreaksAndQuotesInsideQuotes() throws IOException {
        assertThat(read("a,\"x\ny\"\"z\"\n1,2\n".getBytes(StandardCharsets.UTF_8))
                        .lines())
                .containsExactly("0:1 a|x\ny\"z", "0:2 1|2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,\"2\n3,4\n", "a,b\n1,\"2\n3,\"4\"\n", "a,b\n\"1\"2,3\n"})
    void refusesAQuoteThatIsNotClosed(String text) throws IOException {
        assertFault(text.getBytes(StandardCharsets.UTF_8), FileFault.UNCLOSED_QUOTE);
    }

    @Test
    void boundsTheLinesThatAnUnclosedQuoteCanSwallow() throws IOException {
        String text = "a,b\n1,\"2\n" + "3,4\n".repeat(100_000);

        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageStartingWith("The record that begins on line 2 doesn't end within 1000 lines")
                .matches(e -> e.messageZh().startsWith("从第 2 行开始的记录在 1000 行内没有结束"));
    }

    @Test
    void deliversTheRowsBeforeAnUnclosedQuote() throws IOException {
        Path file = write(("a,b\n" + "1,2\n".repeat(50_000) + "x,\"y\n").getBytes(StandardCharsets.UTF_8));
        try (TabularReader reader = TabularReader.open(file, ReadingLimits.defaults(), Optional.empty())) {
            for (int i = 0; i < 50_001; i++) {
                assertThat(reader.next()).isNotNull();
            }
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(reader::next)
                    .withMessageContaining("line 50002");
        }
    }

    @Test
    void allowsMultilineCellsInALongFile() throws IOException {
        String text = "\"a\nb\",c\n".repeat(200_000);

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).rows())
                .hasSize(200_000)
                .last()
                .extracting(Row::number)
                .isEqualTo(200_000);
    }

    @Test
    void flagsACellThatIsTooLong() throws IOException {
        assertThat(read(("a," + "x".repeat(10 << 20) + ",c\n1,2,3\n").getBytes(StandardCharsets.UTF_8))
                        .lines())
                .containsExactly("0:1 a|long:32767|c", "0:2 1|2|3");
    }

    @Test
    void boundsRowsAndFields() throws IOException {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> Reading.of(
                        write("a\nb\nc\n".getBytes(StandardCharsets.UTF_8)),
                        ReadingLimits.defaults().withRows(2),
                        Optional.empty()))
                .matches(e -> e.fault() == FileFault.TOO_LARGE);
        assertFault(",".repeat(20_000).getBytes(StandardCharsets.UTF_8), FileFault.TOO_LARGE);
    }

    private void assertFault(byte[] content, FileFault fault) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> read(content))
                .matches(e -> e.fault() == fault, fault.name());
    }

    private Reading read(byte[] content) throws IOException {
        return Reading.of(write(content));
    }

    private Path write(byte[] content) throws IOException {
        return Files.write(folder.resolve("table.csv"), content);
    }

    private static byte[] bytes(String hex, byte[] rest) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < hex.length(); i += 2) {
            bytes.write(Integer.parseInt(hex.substring(i, i + 2), 16));
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }
}
