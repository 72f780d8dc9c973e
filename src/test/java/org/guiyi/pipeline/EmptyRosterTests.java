package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.pipeline.NightSummary.Line;
import org.guiyi.pipeline.NightSummary.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with a header and nobody below it. */
class EmptyRosterTests {

    private final RunningGuiyi guiyi = RunningGuiyi.empty();

    @TempDir
    private Path folder;

    private InboxFiles inbox;

    @BeforeEach
    void anInbox() {
        inbox = new InboxFiles(folder);
    }

    @AfterEach
    void holdsEveryInvariant() {
        assertThat(guiyi.violations()).isEmpty();
    }

    @Test
    void anEmptyRosterIsHeldAndTakesNobodyOutWhenItIsReleased() {
        guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 10)));

        Line held = only(guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", List.of())));
        assertThat(held.verdict()).isEqualTo(Verdict.HELD);
        assertThat(held.reason().orElseThrow().en()).contains("no row of data");

        ReceiptNumber receipt = new ReceiptNumber(held.receipt());
        assertThat(guiyi.operations().release(receipt, Optional.empty(), Optional.empty(), RunningGuiyi.TODAY, false))
                .isInstanceOf(Answer.Done.class);
        assertThat(states()).containsExactly("published", "published");
        assertThat(guiyi.count("select count(*) from warehouse.enrolment where status <> 'left'"))
                .isEqualTo(10);
        assertThat(guiyi.take().submissions()).isEmpty();
    }

    @Test
    void anEmptyRosterCanBeWithdrawn() {
        Line held = only(guiyi.take(inbox.leftBehind("留守10月.xlsx", "2026年10月", List.of())));
        ReceiptNumber receipt = new ReceiptNumber(held.receipt());
        guiyi.operations().release(receipt, Optional.empty(), Optional.empty(), RunningGuiyi.TODAY, false);

        guiyi.operations().withdraw(receipt, "nobody asked for it", false);

        assertThat(states()).containsExactly("withdrawn");
    }

    @Test
    void aMonthWithoutADeathIsPublishedOnce() {
        Path none = inbox.deaths("死亡登记2026年10月.csv", List.of());

        assertThat(only(guiyi.take(none)).verdict()).isEqualTo(Verdict.ACCEPTED);

        assertThat(states()).containsExactly("published");
        assertThat(only(guiyi.take(none)).verdict()).isEqualTo(Verdict.DELIVERED_BEFORE);
    }

    private List<String> states() {
        return guiyi.jdbc()
                .sql("select state from intake.submission order by submission_id")
                .query(String.class)
                .list();
    }

    private static Line only(NightSummary summary) {
        assertThat(summary.submissions()).hasSize(1);
        return summary.submissions().get(0);
    }
}
