package org.guiyi.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.guiyi.GuiyiApplication;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.TestDatabase;
import org.guiyi.identifier.Synthetic;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Reception.Repetition;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.pipeline.Night;
import org.guiyi.pipeline.NightProgress;
import org.guiyi.pipeline.NightSummary;
import org.guiyi.pipeline.Settings;
import org.guiyi.protection.Keys;
import org.guiyi.protection.TestKeys;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application on a database and a home folder of its own. */
final class RunningGuiyi implements AutoCloseable {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final Path home;
    private final ConfigurableApplicationContext context;

    private RunningGuiyi(Path home, ConfigurableApplicationContext context) {
        this.home = home;
        this.context = context;
    }

    static RunningGuiyi start() {
        try {
            Path home = Files.createTempDirectory("guiyi-reply");
            DatabaseAddress address = TestDatabase.address();
            Settings settings = new Settings(home, Path.of("jobs"), Synthetic.ACCEPTED);
            Map<String, Object> properties = Map.of(
                    "spring.datasource.url", address.url(),
                    "spring.datasource.username", address.user(),
                    "spring.datasource.password", address.password());
            return new RunningGuiyi(
                    home,
                    new SpringApplicationBuilder(GuiyiApplication.class)
                            .web(WebApplicationType.NONE)
                            .properties(properties)
                            .registerShutdownHook(false)
                            .initializers(context -> {
                                GenericApplicationContext beans = (GenericApplicationContext) context;
                                beans.registerBean(Settings.class, () -> settings);
                                beans.registerBean(Keys.class, () -> TestKeys.underHome(home));
                            })
                            .run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path home() {
        return home;
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    /** Imports a file as the civil-affairs bureau's and tells what became of it. */
    Submission deliver(Path file) {
        NightSummary summary = get(Night.class)
                .take(
                        List.of(DeliveredFile.of(file, "civil-affairs")),
                        Repetition.RETURN_WITHDRAWN,
                        TODAY,
                        NightProgress.SILENT)
                .orElseThrow();
        String receipt =
                summary.submissions().get(summary.submissions().size() - 1).receipt();
        return get(SubmissionStore.class).find(new ReceiptNumber(receipt)).orElseThrow();
    }

    /** The row numbers of a submission's rejected rows in a state. */
    List<Integer> rejected(Submission submission, String state) {
        return jdbc().sql("select row_number from intake.rejected_row where submission_id = ? and state = ? order by 1")
                .params(submission.id(), state)
                .query(Integer.class)
                .list();
    }

    /** {@code ROW CODE} of the problems of a submission. */
    List<String> problems(Submission submission) {
        return jdbc().sql(
                        "select row_number || ' ' || code from intake.problem where submission_id = ? order by row_number, code")
                .param(submission.id())
                .query(String.class)
                .list();
    }

    /** A golden value of the person of a row. */
    String golden(String column, Submission submission, int row) {
        return jdbc().sql("select p." + column + """
                        ::text from register.record_row r join warehouse.person p using (person_id)
                        where r.submission_id = ? and r.row_number = ?
                        """)
                .params(submission.id(), row)
                .query(String.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }
}
