package org.guiyi.reply;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guiyi.feed.Severity;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.RecordBalance;
import org.guiyi.intake.RowBalance;
import org.guiyi.intake.SubmissionState;

/**
 * What a bureau is told about a submission. Holds places and counts, never a value of a cell.
 *
 * @param feed the feed's id, absent when the file was not recognised
 * @param feedTitle the feed's names, absent when it is not defined any more
 * @param answers the receipt of the submission that this one amends
 * @param records the ledger of records, absent until published
 * @param problems what was found, the gravest and most frequent first
 * @param openRejections rejected rows that nothing has answered yet
 * @param answeredRejections rejected rows that an amendment has answered
 * @param reason why it is held, refused or turned down
 * @param next what to do now
 */
public record Receipt(
        ReceiptNumber number,
        String bureau,
        Optional<String> feed,
        Optional<Bilingual> feedTitle,
        String kind,
        Optional<ReceiptNumber> answers,
        Optional<String> scope,
        Optional<String> period,
        String file,
        Instant deliveredAt,
        SubmissionState state,
        RowBalance rows,
        Optional<RecordBalance> records,
        List<ProblemCount> problems,
        long openRejections,
        long answeredRejections,
        Optional<Bilingual> reason,
        Optional<Bilingual> next) {

    public Receipt {
        problems = List.copyOf(problems);
    }

    /**
     * One kind of problem with one field.
     *
     * @param title the field's Chinese name, empty for the row as a whole
     * @param rows in how many rows
     * @param samples the first few places
     */
    public record ProblemCount(
            String code,
            Severity severity,
            String field,
            String title,
            long rows,
            Bilingual message,
            List<Sample> samples) {

        public ProblemCount {
            samples = List.copyOf(samples);
        }
    }

    /** A row as its number stands beside it in the file; the sheet's name is empty for a CSV file. */
    public record Sample(String sheet, int row) {}

    /** The receipt for people: Chinese with the English beside it. */
    public String text() {
        return new ReceiptText(this).text();
    }

    /** The receipt for programs. */
    public String json() {
        return ReceiptJson.write(this);
    }
}
