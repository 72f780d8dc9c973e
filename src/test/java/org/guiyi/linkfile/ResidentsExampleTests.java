package org.guiyi.linkfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.guiyi.identifier.ResidentId;
import org.guiyi.matching.Evaluation;
import org.guiyi.matching.LinkageProgress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of docs/matching.md for Chinese rows, on made-up residents of one town with up to four rows each. */
class ResidentsExampleTests {

    private static final int PERSONS = 600;
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹";
    private static final String GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉梅红建国文华志海春晓";
    /** Two characters of one sound beside each other, a simplified one with its traditional one, two of one shape. */
    private static final String SLIPS = "伟炜芳方静婧丽莉杰洁涛滔明铭兰蘭红紅华華国國玉钰志智海海晓筱";

    @TempDir
    private Path folder = Path.of(".");

    /** Who a row is about and what it says. */
    private record Resident(String name, int sex, LocalDate born, String number, String phone, String address) {}

    private static Resident resident(Random random) {
        String name =
                pick(SURNAMES, random) + pick(GIVEN, random) + (random.nextInt(6) == 0 ? "" : pick(GIVEN, random));
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(29_000));
        int sequence = 1 + random.nextInt(999);
        String first17 = "530199" + born.toString().replace("-", "") + String.format("%03d", sequence);
        String phone = "139" + String.format("%08d", random.nextInt(100_000_000));
        String address = "青山镇" + pick("东西南北上下", random) + pick("河桥塘坝庄", random) + "村" + (1 + random.nextInt(40)) + "号";
        return new Resident(
                name, sequence % 2 == 1 ? 1 : 2, born, first17 + ResidentId.checkDigit(first17), phone, address);
    }

    private static String row(int number, int person, Resident resident, Random random) {
        String birth = switch (random.nextInt(8)) {
            case 0 -> "";
            case 1 -> resident.born().toString().substring(0, 7);
            default -> resident.born().toString();
        };
        return String.join(
                ",",
                "R" + number,
                random.nextInt(5) == 0 ? slipped(resident.name(), random) : resident.name(),
                Integer.toString(resident.sex()),
                birth,
                damaged(resident.number(), random),
                random.nextInt(3) == 0 ? "" : resident.phone(),
                random.nextInt(4) == 0 ? "" : resident.address(),
                "P" + person);
    }

    private static String slipped(String name, Random random) {
        int place = 1 + random.nextInt(name.length() - 1);
        int known = SLIPS.indexOf(name.charAt(place));
        char other = known < 0 ? '□' : SLIPS.charAt(known ^ 1);
        return name.substring(0, place) + other + name.substring(place + 1);
    }

    private static String damaged(String number, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> number.substring(0, 6) + "********" + number.substring(14);
            case 2 -> number.substring(0, 14) + "****";
            case 3 ->
                number.charAt(6) == '1' && number.startsWith("19", 6)
                        ? number.substring(0, 6) + number.substring(8, 17)
                        : number;
            default -> random.nextBoolean() ? number : number.toLowerCase(Locale.ROOT);
        };
    }

    private static String pick(String characters, Random random) {
        int place = random.nextInt(characters.length());
        return characters.substring(place, place + 1);
    }

    private Path residents(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int person = 0; person < PERSONS; person++) {
            Resident resident = resident(random);
            for (int copies = 1 + random.nextInt(4); copies > 0; copies--) {
                rows.add(row(rows.size(), person, resident, random));
            }
        }
        Collections.shuffle(rows, random);
        rows.add(0, "编号,姓名,性别,出生日期,身份证号,联系电话,住址,人");
        return Files.write(folder.resolve("residents.csv"), rows);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void chineseRowsAreLinkedFromWhatTheySay(long seed) throws IOException {
        LinkOptions options = new LinkOptions(
                Path.of("docs/examples/residents.yaml"),
                List.of(residents(seed)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("人"));
        Evaluation evaluation = LinkFiles.of(options, LinkageProgress.SILENT).evaluate(folder.resolve("out"));
        assertThat(evaluation.clusters().precision()).isGreaterThan(0.999);
        assertThat(evaluation.clusters().recall()).isGreaterThan(0.96);
        assertThat(evaluation.clusters().right())
                .as("hardly anything that was compared is missed")
                .isGreaterThanOrEqualTo(evaluation.closed() - 3);
        assertThat(evaluation.strata())
                .filteredOn(stratum -> stratum.comparison().equals("sex ="))
                .extracting(Evaluation.Stratum::level)
                .containsExactlyInAnyOrder("1", "2");
    }
}
