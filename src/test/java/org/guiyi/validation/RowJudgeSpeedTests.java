package org.guiyi.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.guiyi.correction.Corrections;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.feed.HeaderMapping;
import org.guiyi.identifier.CodeLists;
import org.guiyi.identifier.DateReader;
import org.guiyi.identifier.IdentityReader;
import org.guiyi.identifier.PersonName;
import org.guiyi.identifier.Phone;
import org.guiyi.identifier.Regions;
import org.guiyi.identifier.ResidentId;
import org.guiyi.identifier.Synthetic;
import org.guiyi.tabular.HeaderCell;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.tabular.TabularFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A million different rows of the widest feed (24 columns), judged with and without its CEL rules. */
@Tag("bench")
class RowJudgeSpeedTests {

    /** Rows are judged in small blocks while they are warm, as they come from a reader. */
    private static final int ROWS = 100;

    private static final int BLOCKS = 10_000;
    private static final CodeLists CODES = CodeLists.load(Path.of("jobs/codes"));
    private static final Grounds GROUNDS =
            new Grounds(CODES, Regions.load(Path.of("jobs/codes")), LocalDate.of(2026, 11, 30), Synthetic.ACCEPTED);

    private static final IdentityReader IDENTITIES =
            new IdentityReader(GROUNDS.regions(), GROUNDS.businessDate(), GROUNDS.synthetic());
    private static final DateReader DATES = new DateReader(GROUNDS.businessDate());

    private final FeedDefinition students = FeedDefinitions.load(Path.of("jobs"), CODES)
            .find(FeedId.of("education/students"))
            .orElseThrow();

    @Test
    void costsLittleMoreThanReadingTheIdentifiers() {
        double readers = secondsForAMillion(RowJudgeSpeedTests::readIdentifiers);
        double plain = secondsForAMillion(judging(withoutRules(students)));
        double ruled = secondsForAMillion(judging(students));
        LoggerFactory.getLogger(getClass())
                .info(
                        "a million rows of 24 columns, seconds of processor: names, numbers, date and phones read {},"
                                + " rows judged {}, with three CEL rules {}",
                        readers,
                        plain,
                        ruled);

        assertThat(plain).isLessThan(3 * readers);
    }

    private static Consumer<Row> judging(FeedDefinition feed) {
        RowJudge judge = new RowJudge(mapping(feed), GROUNDS, Corrections.NONE);
        return row -> {
            if (judge.judge(row).verdict() == Verdict.REJECTED) {
                throw new AssertionError("An honest row was rejected");
            }
        };
    }

    private static void readIdentifiers(Row row) {
        PersonName.read(row.text(3));
        PersonName.read(row.text(20));
        IDENTITIES.read(row.text(8), false);
        IDENTITIES.read(row.text(22), false);
        DATES.read(row.text(5));
        Phone.read(row.text(15), false);
        Phone.read(row.text(23), false);
    }

    private static double secondsForAMillion(Consumer<Row> work) {
        for (int block = 0; block < BLOCKS / 10; block++) {
            rows(-block).forEach(work);
        }
        long spent = 0;
        for (int block = 1; block <= BLOCKS; block++) {
            List<Row> rows = rows(block);
            long before = cpu();
            rows.forEach(work);
            spent += cpu() - before;
        }
        return spent / 1e9;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static HeaderMapping mapping(FeedDefinition feed) {
        List<HeaderCell> columns = feed.fields().stream()
                .map(field -> new HeaderCell(field.index(), field.title(), ""))
                .toList();
        return HeaderMapping.of(feed, TabularFormat.CSV, List.of(new SheetLayout(0, List.of(), columns, 1, 2)));
    }

    private static FeedDefinition withoutRules(FeedDefinition of) {
        return new FeedDefinition(
                of.id(),
                of.bureau(),
                of.title(),
                of.titleEn(),
                of.version(),
                of.basis(),
                of.delivery(),
                of.oneRowPerPerson(),
                of.scope(),
                of.period(),
                of.fields(),
                of.keys(),
                of.uniqueKeys(),
                List.of(),
                of.guards(),
                of.related(),
                of.loads());
    }

    private static List<Row> rows(int seed) {
        Random random = new Random(seed);
        return random.ints(ROWS).mapToObj(any -> row(random)).toList();
    }

    private static Row row(Random random) {
        LocalDate birth = LocalDate.of(2010, 1, 1).plusDays(random.nextInt(3000));
        String id = number(random, birth);
        String guardian = number(random, birth.minusYears(28));
        int school = random.nextInt(300);
        return Row.ofTexts(
                0,
                2,
                "2152000" + (100 + school),
                "林东第" + school + "小学",
                "G" + id,
                name(random),
                (id.charAt(16) - '0') % 2 == 1 ? "男" : "女",
                birth.toString(),
                "汉族",
                "居民身份证",
                id,
                "赤峰市巴林左旗林东镇第" + random.nextInt(99) + "居委会",
                "三年级" + random.nextInt(9) + "班",
                "三年级",
                "2022-09",
                "走读",
                "赤峰市巴林左旗林东镇契丹大街" + random.nextInt(999) + "号",
                "154" + (10000000 + random.nextInt(89999999)),
                "非留守儿童",
                "否",
                "无残疾",
                "否",
                name(random),
                "父亲",
                guardian,
                "160" + (10000000 + random.nextInt(89999999)));
    }

    private static String name(Random random) {
        String surname = "王李张刘陈杨黄赵吴周".substring(random.nextInt(10)).substring(0, 1);
        return surname + givenCharacter(random) + givenCharacter(random);
    }

    /** Of 900 characters the first ones far more often, so that a million people have some hundred thousand names. */
    private static char givenCharacter(Random random) {
        double skewed = random.nextDouble();
        return (char) ('一' + (int) (900 * skewed * skewed));
    }

    private static String number(Random random, LocalDate birth) {
        String first = "152422" + birth.toString().replace("-", "") + (100 + random.nextInt(899));
        return first + ResidentId.checkDigit(first);
    }
}
