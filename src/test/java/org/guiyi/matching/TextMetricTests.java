package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextMetricTests {

    private static final TextMetric JARO_WINKLER = new JaroWinkler();
    private static final TextMetric LEVENSHTEIN = new EditDistance(false);
    private static final TextMetric ALIGNMENT = new EditDistance(true);

    private static double of(TextMetric metric, String a, String b) {
        return metric.of(Text.of(a), Text.of(b));
    }

    /** The values of Winkler's own tables. */
    @ParameterizedTest
    @CsvSource({
        "shackleford, shackelford, 0.982",
        "dunningham, cunnigham, 0.896",
        "nichleson, nichulson, 0.956",
        "jones, johnson, 0.832",
        "massey, massie, 0.933",
        "abroms, abrams, 0.922",
        "hardin, martinez, 0.722",
        "itman, smith, 0.467",
        "jeraldine, geraldine, 0.926",
        "marhta, martha, 0.961",
        "michelle, michael, 0.921",
        "julies, julius, 0.933",
        "tanya, tonya, 0.880",
        "dwayne, duane, 0.840",
        "sean, susan, 0.805",
        "jon, john, 0.933",
        "jon, jan, 0.800"
    })
    void jaroWinklerAgreesWithWinklersTables(String a, String b, double expected) {
        assertThat(of(JARO_WINKLER, a, b)).isCloseTo(expected, within(0.0006));
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3, 3", "abcd, acbd, 2, 1", "王小明, 王晓明, 1, 1", "ca, abc, 3, 3"})
    void anEditIsAnInsertionADeletionAReplacementOrASwap(String a, String b, double levenshtein, double alignment) {
        assertThat(of(LEVENSHTEIN, a, b)).isEqualTo(levenshtein);
        assertThat(of(ALIGNMENT, a, b)).isEqualTo(alignment);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theWordsGiveWhatTheTableGives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 3000; i++) {
            int[] a = text(random);
            int[] b = text(random);
            assertThat(LEVENSHTEIN.of(text(a), text(b))).as("seed %d", seed).isEqualTo(table(a, b, false));
            assertThat(ALIGNMENT.of(text(a), text(b))).as("seed %d", seed).isEqualTo(table(a, b, true));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void shortTextsInOneWordGiveWhatTheTableGives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            int[] a = random.ints(1 + random.nextInt(8), '0', '4').toArray();
            int[] b = random.ints(1 + random.nextInt(8), '0', '4').toArray();
            long left = PackedTexts.pack(text(a));
            long right = PackedTexts.pack(text(b));
            if (left != right) {
                assertThat(PackedTexts.distance(left, right, false)).isEqualTo((int) table(a, b, false));
                assertThat(PackedTexts.distance(left, right, true)).isEqualTo((int) table(a, b, true));
            }
        }
        assertThat(PackedTexts.pack(Text.of("123456789"))).isZero();
        assertThat(PackedTexts.pack(Text.of("王"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jaro_winkler", "levenshtein", "damerau_levenshtein"})
    void aQuickLookNeverExcludesWhatComparingTells(String kind) {
        MatchingSpec spec = MatchingSpec.parse("quick.yaml", """
                id: quick
                columns: [{name: text, clean: []}]
                blocking: [{name: text, keys: [exact(text)]}]
                comparisons: [{name: text, kind: KIND, column: text}]
                """.replace("KIND", kind));
        SplittableRandom random = new SplittableRandom(7);
        Records.Builder builder = Records.builder(spec);
        for (int i = 0; i < 300; i++) {
            int[] characters = text(random);
            builder.add(i, new String(characters, 0, characters.length));
        }
        builder.add(300, "long".repeat(70)).add(301, "long".repeat(71));
        PreparedComparison comparison = ComparedValues.of(spec, builder.build()).comparisons()[0];
        for (int a = 1; a < comparison.count(); a++) {
            for (int b = 1; b < comparison.count(); b++) {
                int quick = comparison.quick(a, b);
                assertThat(comparison.compare(a, b)).isBetween(Math.abs(quick), quick < 0 ? 15 : quick);
            }
        }
    }

    @Test
    void longTextsAreComparedToo() {
        String text = "abcdefghij".repeat(8);
        assertThat(of(LEVENSHTEIN, text, text.replace("j", ""))).isEqualTo(8);
        assertThat(of(ALIGNMENT, text, text.substring(1))).isEqualTo(1);
        assertThat(of(JARO_WINKLER, text, text + "z")).isGreaterThan(0.98).isLessThan(1);
        assertThat(of(JARO_WINKLER, text, "#".repeat(80))).isZero();
    }

    private static Text text(int[] characters) {
        return new Text(characters, 0, characters.length);
    }

    private static int[] text(SplittableRandom random) {
        int[] text = new int[1 + random.nextInt(12)];
        for (int i = 0; i < text.length; i++) {
            text[i] = random.nextInt(9) == 0 ? 0x738B + random.nextInt(2) : 'a' + random.nextInt(4);
        }
        return text;
    }

    /** The textbook's table. */
    private static double table(int[] a, int[] b, boolean swaps) {
        int[][] d = new int[a.length + 1][b.length + 1];
        for (int i = 0; i <= a.length; i++) {
            for (int j = 0; j <= b.length; j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length][b.length];
    }
}
