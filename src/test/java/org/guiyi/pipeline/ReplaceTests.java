package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.guiyi.intake.DeliveredFile;
import org.guiyi.intake.ReceiptNumber;
import org.junit.jupiter.api.Test;

/** Another file in the place of a delivery. */
class ReplaceTests extends FromAnEmptyWarehouse {

    @Test
    void comesToTheSameAsIfTheRightFileHadBeenDelivered() {
        Path wrong = delivered("留守9月.xlsx", "2026年9月", 0, 12, "2026-10-05T01:00:00Z");
        Path right = inbox.leftBehind("留守9月更正.xlsx", "2026年9月", MadeUpChild.range(1, 15));
        Path october = delivered("留守10月.xlsx", "2026年10月", 1, 14, "2026-11-05T01:00:00Z");
        ReceiptNumber receipt = receipt(guiyi.take(wrong));
        guiyi.take(october);
        Fingerprint stood = guiyi.fingerprint();
        long files = originals();

        Answer.Done preview = (Answer.Done) replace(receipt, right, true);
        assertThat(guiyi.fingerprint().differences(stood)).isEmpty();
        assertThat(originals()).isEqualTo(files);
        Answer.Done done = (Answer.Done) replace(receipt, right, false);

        assertThat(preview.impact().people()).isEqualTo(done.impact().people());
        assertThat(preview.impact().facts()).isEqualTo(done.impact().facts());
        assertThat(done.impact().people().ended()).isPositive();
        assertThat(guiyi.count("select register.published()")).isEqualTo(3);
        assertThat(guiyi.jdbc()
                        .sql(
                                "select state || coalesce(' ' || reason_en, '') from intake.submission order by submission_id")
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        former -> assertThat(former).startsWith("withdrawn replaced by GY"),
                        later -> assertThat(later).isEqualTo("published"),
                        now -> assertThat(now).isEqualTo("published"));
        assertThat(guiyi.violations()).isEmpty();
        Fingerprint replaced = guiyi.published();
        RunningGuiyi.empty();
        guiyi.take(inbox.deliveredAt(right, "2026-10-05T01:00:00Z"));
        guiyi.take(october);
        assertThat(guiyi.published().differences(replaced)).isEmpty();
    }

    @Test
    void takesNoFileOfAnotherKindOrMonthOrPlace() {
        ReceiptNumber receipt = receipt(guiyi.take(inbox.leftBehind("留守9月.xlsx", "2026年9月", MadeUpChild.range(0, 12))));
        Fingerprint stood = guiyi.fingerprint();
        Path pupils = inbox.students("在校学生2026年9月.csv", MadeUpChild.range(0, 12));
        Path october = inbox.leftBehind("留守10月.xlsx", "2026年10月", MadeUpChild.range(0, 12));
        Path noTable = inbox.garbage("civil-affairs", "坏.xlsx");
        Path same = inbox.savedAgain(inbox.folder().resolve("civil-affairs/留守9月.xlsx"), "civil-affairs", "又存.xlsx");

        assertThat(why(receipt, pupils)).contains("education/students", "--feed");
        assertThat(why(receipt, october)).contains("2026-10", "--period");
        assertThat(why(receipt, noTable)).isNotEmpty();
        assertThat(why(receipt, same)).contains("its content is that of " + receipt);
        assertThat(guiyi.published().differences(stood)).isEmpty();
        assertThat(guiyi.count("select count(*) from intake.submission")).isOne();
    }

    private String why(ReceiptNumber receipt, Path file) {
        Answer previewed = replace(receipt, file, true);
        assertThat(previewed).isEqualTo(replace(receipt, file, false));
        return ((Answer.Refused) previewed).why().en();
    }

    private Answer replace(ReceiptNumber receipt, Path file, boolean preview) {
        return guiyi.get(Replacements.class)
                .replace(
                        receipt,
                        DeliveredFile.of(file, DeliveredFile.ANY_BUREAU),
                        "报错了文件",
                        RunningGuiyi.TODAY,
                        preview);
    }

    private Path delivered(String name, String month, int first, int after, String at) {
        return inbox.deliveredAt(inbox.leftBehind(name, month, MadeUpChild.range(first, after)), at);
    }

    private long originals() {
        try (Stream<Path> files = Files.walk(guiyi.home().resolve("originals"))) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReceiptNumber receipt(NightSummary summary) {
        return new ReceiptNumber(summary.submissions().get(0).receipt());
    }
}
