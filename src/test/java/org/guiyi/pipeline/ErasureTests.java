package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.guiyi.audit.AuditChain;
import org.guiyi.erasure.ErasureStore;
import org.guiyi.erasure.ErasureStore.Order;
import org.guiyi.erasure.ErasureStore.Reach;
import org.guiyi.identifier.ResidentId;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.person.PersonFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** An erased person is nowhere any more, and does not come back. */
class ErasureTests extends FromAnEmptyWarehouse {

    private static final MadeUpChild ERASED = MadeUpChild.of(7);
    private static final String GUARDIAN = "15242219800101124" + ResidentId.checkDigit("15242219800101124");

    /** The home folder is that of all tests of this JVM. */
    @BeforeEach
    void emptyTheArchive() throws IOException {
        for (Path original : originals()) {
            Files.delete(original);
        }
    }

    private void twoMonths() {
        Path september = inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 15));
        Path pupils = inbox.students("在校学生2026年9月.csv", MadeUpChild.range(5, 20));
        guiyi.take(september, pupils);
        List<MadeUpChild> moved = new ArrayList<>(MadeUpChild.range(0, 15));
        moved.set(7, ERASED.movedTo("内蒙古自治区赤峰市巴林左旗碧流台镇"));
        guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", moved));
    }

    private long person() {
        List<Long> found = guiyi.get(PersonFiles.class).find(ERASED.residentId());
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private Order order(boolean keepOriginals) {
        return new Order(person(), "左法〔2026〕1号", "法院决定", keepOriginals);
    }

    private void erase(boolean keepOriginals) {
        assertThat(guiyi.get(Erasure.class).erase(order(keepOriginals))).isPresent();
    }

    /** Every table in which one of these texts stands. */
    private List<String> tablesWith(String... texts) {
        List<String> tables = guiyi.jdbc().sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') order by 1
                        """).query(String.class).list();
        return tables.stream()
                .filter(table -> Stream.of(texts)
                        .anyMatch(text -> guiyi.jdbc()
                                .sql("select exists (select 1 from " + table + " t where position(? in t::text) > 0)")
                                .param(text)
                                .query(Boolean.class)
                                .single()))
                .toList();
    }

    private Map<String, Object> counts() {
        return guiyi.jdbc()
                .sql("select sum(rows_accepted) as accepted, sum(rows_rejected) as rejected from intake.submission")
                .query()
                .singleRow();
    }

    @Test
    void leavesNothingOfThePersonAndEverybodyElse() {
        twoMonths();
        long persons = guiyi.count("select count(*) from warehouse.person");
        assertThat(tablesWith(ERASED.name(), ERASED.residentId())).isNotEmpty();

        Reach reach = guiyi.get(Erasure.class).erase(order(false)).orElseThrow();

        assertThat(reach.rows()).isEqualTo(3);
        assertThat(reach.receipts()).hasSize(3);
        assertThat(tablesWith(ERASED.name(), ERASED.residentId(), ERASED.phone(), ERASED.address()))
                .isEmpty();
        assertThat(guiyi.count("select count(*) from warehouse.person")).isEqualTo(persons - 1);
        assertThat(counts())
                .containsEntry("accepted", java.math.BigDecimal.valueOf(42))
                .containsEntry("rejected", java.math.BigDecimal.valueOf(3));
        assertThat(guiyi.get(PersonFiles.class).find(ERASED.residentId())).isEmpty();
        assertThat(guiyi.get(AuditChain.class).verify().fault()).isEmpty();
        assertThat(guiyi.get(Rebuilds.class).rebuild().differences()).isEmpty();
    }

    @Test
    void takesTheNumberOutOfTheAddressOfSomebodyElse() {
        List<MadeUpChild> children = new ArrayList<>(MadeUpChild.range(0, 15));
        children.set(3, MadeUpChild.of(3).movedTo("碧流台镇，同住者" + ERASED.residentId()));
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", children));

        erase(false);

        assertThat(tablesWith(ERASED.residentId())).isEmpty();
        assertThat(guiyi.count("select count(*) from warehouse.person where registered_address like '%同住者'"))
                .isOne();
    }

    @Test
    void changesNothingByAPreview() {
        twoMonths();
        Fingerprint stood = guiyi.fingerprint();

        Reach reach = guiyi.get(Erasure.class).preview(person());

        assertThat(reach.rows()).isEqualTo(3);
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
    }

    @Test
    void meetsTheNextDeliveryOfThePersonWithATombstoneAndSaysSo() {
        twoMonths();
        erase(false);

        guiyi.take(inbox.leftBehind("留守11月.xlsx", "2026年11月", MadeUpChild.range(0, 15)));

        assertThat(tablesWith(ERASED.name(), ERASED.residentId(), ERASED.phone()))
                .isEmpty();
        assertThat(guiyi.jdbc()
                        .sql(
                                "select row_number || ' ' || code from intake.problem where submission_id = (select max(submission_id) from intake.submission)")
                        .query(String.class)
                        .list())
                .containsExactly("10 ERASED");
    }

    @Test
    void loadsAKeptOriginalWithoutThePerson() {
        twoMonths();
        erase(true);
        List<ReceiptNumber> all =
                guiyi
                        .jdbc()
                        .sql("select receipt_no from intake.submission order by 1")
                        .query(String.class)
                        .list()
                        .stream()
                        .map(ReceiptNumber::new)
                        .toList();
        Fingerprint stood = guiyi.published();

        assertThat(guiyi.reimport(all, false)).isInstanceOf(Answer.Done.class);

        assertThat(guiyi.published().differences(stood)).isEmpty();
        assertThat(tablesWith(ERASED.name(), ERASED.residentId(), ERASED.phone()))
                .isEmpty();
    }

    @Test
    void refusesToImportAgainWhoseOriginalWasRemovedEvenAfterTheInboxShowedItOnceMore() {
        twoMonths();
        erase(false);

        guiyi.night(inbox);
        assertThat(originals()).isEmpty();
        Answer answer = guiyi.reimport(
                List.of(new ReceiptNumber(guiyi.jdbc()
                        .sql("select min(receipt_no) from intake.submission")
                        .query(String.class)
                        .single())),
                false);

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(((Answer.Refused) answer).why().en()).contains("its original was removed");
    }

    /** A zip archive is of no delivery, and may hold anybody. */
    @Test
    void removesArchivesTooAndKeepsThemOut() throws IOException {
        twoMonths();
        Path zip = Files.createDirectories(folder.resolve("health")).resolve("九月.zip");
        Path deaths = inbox.deaths("死亡登记2026年9月.csv", List.of(ERASED));
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("死亡登记2026年9月.csv"));
            out.write(Files.readAllBytes(deaths));
            out.closeEntry();
        }
        Files.delete(deaths);
        guiyi.night(inbox);
        assertThat(originals()).hasSize(5);

        erase(false);
        assertThat(originals()).isEmpty();
        guiyi.night(inbox);

        assertThat(originals()).isEmpty();
    }

    private List<Path> originals() {
        Path archive = guiyi.get(Settings.class).home().resolve("originals");
        if (!Files.isDirectory(archive)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(archive)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isFinishedByTheNextOneWhenItWasInterrupted() {
        twoMonths();
        Order order = order(false);
        guiyi.get(TransactionTemplate.class)
                .executeWithoutResult(status -> guiyi.get(ErasureStore.class).begin(order));

        assertThat(guiyi.get(Erasure.class).finishInterrupted()).containsExactly(order.number());

        assertThat(tablesWith(ERASED.name(), ERASED.residentId(), ERASED.phone()))
                .isEmpty();
        assertThat(guiyi.get(Erasure.class).finishInterrupted()).isEmpty();
    }

    @Test
    void takesAGuardianOutOfTheRowsOfOthersAndKeepsThem() throws IOException {
        guiyi.take(nursery("2026年9月"));
        List<Long> guardian = guiyi.get(PersonFiles.class).find(GUARDIAN);
        assertThat(guardian).hasSize(1);

        Reach reach = guiyi.get(Erasure.class)
                .erase(new Order(guardian.get(0), "左法〔2026〕2号", "法院决定", false))
                .orElseThrow();

        assertThat(reach).extracting(Reach::rows, Reach::mentions).containsExactly(0L, 3L);
        assertGuardianIsGone();
        assertThat(guiyi.violations()).isEmpty();

        guiyi.take(nursery("2026年10月"));

        assertGuardianIsGone();
        assertThat(guiyi.get(Rebuilds.class).rebuild().differences()).isEmpty();
    }

    private void assertGuardianIsGone() {
        assertThat(tablesWith("耶律惠", GUARDIAN, "13900000077")).isEmpty();
        assertThat(guiyi.count("select count(*) from warehouse.person")).isEqualTo(3);
        assertThat(guiyi.count("select count(*) from warehouse.enrolment where status = 'present'"))
                .isEqualTo(3);
        assertThat(guiyi.count("select count(*) from intake.row where verdict = 'rejected'"))
                .isZero();
    }

    /** Three children of one guardian. */
    private Path nursery(String month) throws IOException {
        StringBuilder text = new StringBuilder("机构名称,班型,姓名,性别,出生日期,证件类型,证件号码,入托日期,监护人姓名,监护人关系,监护人证件号,监护人电话\r\n");
        for (int order = 1; order <= 3; order++) {
            String number = "15242220240" + order + "0110" + (2 * order);
            text.append("林东镇某某托育中心,托小班,耶律云")
                    .append("澍珩璟".charAt(order - 1))
                    .append(",女,2024-0")
                    .append(order)
                    .append("-01,居民身份证,")
                    .append(number)
                    .append(ResidentId.checkDigit(number))
                    .append(",2026-03-01,耶律惠,母亲,")
                    .append(GUARDIAN)
                    .append(",13900000077\r\n");
        }
        Path file = Files.createDirectories(folder.resolve("health")).resolve("托育机构在托婴幼儿名册" + month + ".csv");
        return Files.writeString(file, text);
    }
}
