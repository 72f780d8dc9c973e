package org.guiyi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.guiyi.erasure.ErasureStore;
import org.guiyi.erasure.ErasureStore.Order;
import org.guiyi.person.PersonFiles;
import org.guiyi.pipeline.InboxFiles;
import org.guiyi.pipeline.MadeUpChild;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the commands say that look after what is there already. */
class MaintenanceCommandTests {

    @TempDir
    private static Path folder;

    private static Terminal terminal;

    @BeforeAll
    static void aRoster() {
        terminal = Terminal.start();
        InboxFiles inbox = new InboxFiles(folder);
        terminal.run(
                "import",
                inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 6))
                        .toString());
    }

    @AfterAll
    static void close() {
        terminal.close();
    }

    @Test
    void isWellWhenItOnlyHadToFinishTheErasureThatWasInterrupted() {
        MadeUpChild erased = MadeUpChild.of(2);
        long person = terminal.get(PersonFiles.class).find(erased.residentId()).get(0);
        terminal.get(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        terminal.get(ErasureStore.class).begin(new Order(person, "左法〔2026〕1号", "法院决定", false)));
        List<String> command = List.of("erase", "--order", "左法〔2026〕1号", "--reason", "法院决定");

        Terminal.Answer again = terminal.runWith(erased.residentId() + "\n", command.toArray(String[]::new));

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("an erasure that was interrupted has been finished");
        assertThat(again.out()).contains("已完成 done");
        assertThat(terminal.runWith(erased.residentId() + "\n", command.toArray(String[]::new))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void verifiesWithoutReplacingAndNamesWhatDiffers() {
        JdbcClient jdbc = terminal.get(JdbcClient.class);
        assertThat(terminal.run("rebuild", "--verify"))
                .satisfies(well -> assertThat(well.code()).as(well.err()).isZero())
                .satisfies(well -> assertThat(well.out()).contains("the same as what stands"));
        long person = jdbc.sql("select min(person_id) from warehouse.person where ethnic is not null")
                .query(Long.class)
                .single();
        jdbc.sql("update warehouse.person set ethnic = '回族' where person_id = ?")
                .param(person)
                .update();

        Terminal.Answer answer = terminal.run("rebuild", "--verify");

        assertThat(answer.code()).isOne();
        assertThat(answer.out()).contains("warehouse.person ", "变更 changed: #" + person, "报告 report:");
        assertThat(answer.widest()).isLessThanOrEqualTo(120);
        assertThat(terminal.run("rebuild").code()).isZero();
        assertThat(terminal.run("rebuild", "--verify").code()).isZero();
    }
}
