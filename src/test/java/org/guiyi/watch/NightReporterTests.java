package org.guiyi.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.guiyi.intake.Inbox;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Overviews;
import org.guiyi.schedule.Schedule;
import org.guiyi.watch.NightReporter.Reported;
import org.guiyi.watch.NightReporter.Retry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xml.sax.InputSource;

/** The report of a night with one roster and one file that nobody can read. */
class NightReporterTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String ROSTER = "楚雄市托育机构在托婴幼儿名册2026年10月.xls";
    private static final String NAME = "night-2026-11-10-p1";

    @TempDir
    private static Path folder;

    private static ServingGuiyi guiyi;
    private static NightSummary summary;

    @BeforeAll
    static void runsANight() throws IOException {
        guiyi = ServingGuiyi.in(folder);
        Files.createDirectories(folder.resolve("inbox/education"));
        Files.writeString(folder.resolve("inbox/education/王小明的名册.xlsx"), "no workbook");
        summary = guiyi.night("health/" + ROSTER);
    }

    @AfterAll
    static void stop() {
        guiyi.close();
    }

    @BeforeEach
    void forgets() throws Exception {
        guiyi.plan("  mail: [it@county.example]\n  webhook: " + guiyi.hooks().address());
        guiyi.hooks().answersFromNowOnWith(204);
        guiyi.hooks().calls().clear();
        guiyi.mail().purgeEmailFromAllMailboxes();
    }

    private static Reported report(Retry retry) {
        return guiyi.get(NightReporter.class).afterNight(ServingGuiyi.TODAY, Optional.of(summary), retry);
    }

    @Test
    void writesAPageThatNeedsNothingFromOutside() throws Exception {
        Path page = report(Retry.NEVER).page().orElseThrow();
        String html = Files.readString(page);

        assertThat(page).hasFileName(NAME + ".html");
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("width=device-width", "@media print", "完成，部分未入库 done, some deliveries not taken in")
                .contains("health/nursery-children", "教育 education", "无法读取 unreadable", "education/students")
                .doesNotContain("http:", "https:", "src=", "href=", "<script", "@import", "url(")
                .doesNotContain("王小明", "托育机构在托");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replaceFirst("<!DOCTYPE html>", ""))));
    }

    @Test
    void writesAWorkbookWithTheSameFigures() throws Exception {
        report(Retry.NEVER);
        try (Workbook workbook = WorkbookFactory.create(
                folder.resolve("reports/" + NAME + ".xlsx").toFile())) {
            assertThat(workbook.getSheet("报送批次").getRow(0).getCell(6).getStringCellValue())
                    .isEqualTo("读取 read");
            NightSummary.Line roster = summary.submissions().stream()
                    .filter(line -> line.bureau().equals("health"))
                    .findFirst()
                    .orElseThrow();
            assertThat(workbook.getSheet("按部门和名册").getRow(2).getCell(3).getNumericCellValue())
                    .isEqualTo(roster.rows().read());
            assertThat(workbook.getSheet("步骤用时").getPhysicalNumberOfRows()).isEqualTo(6);
            assertThat(workbook.getSheet("迟报").getPhysicalNumberOfRows()).isEqualTo(3);
        }
    }

    @Test
    void mailsThePageWithTheWorkbook() throws Exception {
        assertThat(report(Retry.NEVER).troubles()).isEmpty();

        MimeMessage mail = guiyi.mail().getReceivedMessages()[0];
        assertThat(mail.getSubject()).startsWith("归一整夜 Guiyi night 2026-11-10：完成，部分未入库");
        assertThat(mail.getAllRecipients()[0]).hasToString("it@county.example");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo(NAME + ".xlsx");
    }

    @Test
    void postsASignedSummaryToTheWebhook() throws GeneralSecurityException {
        report(Retry.NEVER);

        HookReceiver.Call call = guiyi.hooks().calls().get(0);
        assertThat(call.body())
                .contains("\"outcome\":\"partly\"", "\"attention\":true", "\"feed\":\"health/nursery-children\"");
        assertThat(call.header("webhook-id")).isEqualTo(NAME);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(ServingGuiyi.SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = NAME + "." + call.header("webhook-timestamp") + "." + call.body();
        assertThat(call.header("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void namesWhatCouldNotBeSentAndFailsNothing() {
        guiyi.hooks().answersFromNowOnWith(500);

        Reported reported = report(Retry.NEVER);

        assertThat(reported.page()).isPresent();
        assertThat(reported.troubles())
                .singleElement()
                .satisfies(trouble ->
                        assertThat(trouble.en()).isEqualTo("not sent by webhook: 127.0.0.1 答复 answered 500"));
        assertThat(waiting()).isZero();
    }

    @Test
    void triesAgainWhileServing() throws IOException {
        guiyi.hooks().answersFromNowOnWith(500);
        assertThat(report(Retry.LATER).troubles().get(0).en()).contains("tried again later");
        assertThat(waiting()).isOne();
        guiyi.hooks().answersFromNowOnWith(200);
        guiyi.jdbc()
                .sql("update batch.scheduled_tasks set execution_time = now() where task_name = 'report'")
                .update();

        Schedule schedule = guiyi.get(Schedule.class);
        try (Schedule.Serving serving = schedule.serve(
                schedule.plan(), new Schedule.Nights(new Inbox(folder.resolve("none")), (date, night) -> {}))) {
            assertThat(serving.nextNight()).isPresent();
            await().atMost(PATIENCE).until(() -> waiting() == 0);
        }

        assertThat(guiyi.hooks().calls()).hasSize(2);
        assertThat(guiyi.hooks().calls().get(1).header("webhook-id")).isEqualTo(NAME);
    }

    @Test
    void sendsNothingWhenAllIsWellAndOnlyTroubleIsWanted() {
        guiyi.plan("  when: trouble\n  webhook: " + guiyi.hooks().address());
        assertThat(report(Retry.NEVER).troubles()).isEmpty();
        assertThat(guiyi.hooks().calls()).hasSize(1);
        assertThat(guiyi.mail().getReceivedMessages()).isEmpty();
    }

    @Test
    void aFaultyPlanFailsNoNight() {
        guiyi.plan("  when: sometimes");

        Reported reported = report(Retry.NEVER);

        assertThat(reported.page()).isPresent();
        assertThat(reported.troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(trouble.zh()).contains("nightly.yaml:8", "always 或 trouble"));
    }

    @Test
    void aSecretThatIsNoneIsATroubleOfSendingOnly() {
        ReportWebhook webhook = new ReportWebhook(Optional.of("whsec_!"), Clock.systemUTC());

        assertThatThrownBy(() -> webhook.post(URI.create(guiyi.hooks().address()), NAME, "{}"))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("GUIYI_WEBHOOK_SECRET");
    }

    @Test
    void figuresGoOnAfterAnyException() {
        Figures figures = new Figures(
                new SimpleMeterRegistry(),
                JdbcClient.create(guiyi.get(DataSource.class)),
                guiyi.get(Overviews.class),
                guiyi.get(Schedule.class),
                new StoppedClock());

        assertThatCode(figures::readAll).doesNotThrowAnyException();
    }

    private static final class StoppedClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new IllegalStateException("nobody knows the time");
        }
    }

    private static long waiting() {
        return guiyi.jdbc()
                .sql("select count(*) from batch.scheduled_tasks where task_name = 'report'")
                .query(Long.class)
                .single();
    }
}
