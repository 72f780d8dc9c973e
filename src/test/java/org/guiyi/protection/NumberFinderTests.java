package org.guiyi.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NumberFinderTests {

    static Stream<String[]> texts() {
        String token = "~" + "a".repeat(26) + "~";
        return Stream.of(new String[][] {
            {"身份证532301198801011234住楚雄", "身份证#住楚雄"},
            {"53230119880101123X", "#"},
            {"５３２３０１１９８８０１０１１２３４", "#"},
            {"532301 19880101 123x，原号532301880101123。", "#，原号#。"},
            {"G532301201601011234", "G#"},
            {"532301********1234", "#"},
            {"6222 0200 0000 0000 123", "#"},
            {"0878-3123456、13800138000", "0878-3123456、13800138000"},
            {"2024-01-01", "2024-01-01"},
            {"532301100001云南省", "532301100001云南省"},
            {"52990000796261483G", "#G"},
            {"***************", "***************"},
            {"12345678901234", "12345678901234"},
            {"前" + token + "后", "前#后"}
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void findsNumbersAmongOtherThings(String text, String replaced) {
        assertThat(NumberFinder.replace(text, number -> "#")).isEqualTo(replaced);
    }
}
