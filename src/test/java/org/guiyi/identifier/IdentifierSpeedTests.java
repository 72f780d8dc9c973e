package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a value may cost, in nanoseconds; generous, so that only a blunder turns it red. */
@Tag("bench")
class IdentifierSpeedTests {

    private static final int ROUNDS = 6;
    private static final int TIMES = 200_000;
    private static final LocalDate BUSINESS_DATE = LocalDate.of(2026, 11, 30);
    private static final Regions REGIONS = Regions.load(Path.of("jobs/codes"));

    @Test
    void readsACleanNumberInAThirdOfAMicrosecond() {
        var reader = new IdentityReader(REGIONS, BUSINESS_DATE, Synthetic.REFUSED);
        List<String> numbers = IntStream.range(100, 900)
                .mapToObj(i -> "15042219450321" + i)
                .map(first17 -> first17 + ResidentId.checkDigit(first17))
                .toList();
        assertCost(
                300,
                i -> reader.read(numbers.get(i % numbers.size()), false).flags().size());
    }

    @Test
    void readsADirtyNumberInAFewMicroseconds() {
        var reader = new IdentityReader(REGIONS, BUSINESS_DATE, Synthetic.REFUSED);
        List<String> numbers =
                List.of("'152422194503210011", "152422********0011", "无", "152422450321001", "15242219450321001142");
        assertCost(
                6_000,
                i -> reader.read(numbers.get(i % numbers.size()), false).flags().size());
    }

    @Test
    void readsAPlainDateInAThirdOfAMicrosecond() {
        var reader = new DateReader(BUSINESS_DATE);
        List<String> dates = List.of("1945-03-02", "19450302", "2015-12-31", "20190611");
        assertCost(300, i -> reader.read(dates.get(i % dates.size())).flags().size());
    }

    @Test
    void readsAKnownNameInAThirdOfAMicrosecond() {
        List<String> names =
                IntStream.range(0, 20_000).mapToObj(i -> "李" + (char) ('一' + i)).toList();
        assertCost(300, i -> PersonName.read(names.get(i % names.size())).key().length());
    }

    @Test
    void locatesAnAddressInAFewMicroseconds() {
        List<String> addresses = List.of(
                "内蒙古自治区赤峰市巴林左旗林东镇兴隆街12号", "楚雄市鹿城镇灵秀社区居民委员会三组", "山西省长治市潞州区英雄中路街道", "林东镇花加拉嘎村", "巴林左旗2026年10月农村留守儿童信息表");
        assertCost(
                6_000,
                i -> REGIONS.locate(addresses.get(i % addresses.size()), "150422")
                        .hashCode());
    }

    /** The best of some rounds, in processor time: other work on the machine must not count. */
    private static void assertCost(long most, IntToLongFunction work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long started = threads.getCurrentThreadCpuTime();
            sum += run(TIMES, work);
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - started) / TIMES);
        }
        assertThat(best).as("nanoseconds, having summed %d", sum).isLessThan(most);
    }

    private static long run(int rounds, IntToLongFunction work) {
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            sum += work.applyAsLong(i);
        }
        return sum;
    }
}
