package org.guiyi.reply;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.guiyi.feed.FeedDefinition;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.identifier.CodeLists;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.OriginalArchive;
import org.guiyi.intake.ReceiptNumber;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.tabular.ReadingLimits;
import org.guiyi.tabular.SheetDescription;
import org.guiyi.tabular.TabularReader;
import org.guiyi.tabular.UnreadableFileException;
import org.springframework.stereotype.Component;

/**
 * The bureau's own workbook with what is wrong marked in it: the same sheets, rows and columns, all cells as text; bad cells
 * coloured and commented; beyond the last column the reasons and a hidden, signed key per row, by which the workbook is known
 * when it comes back.
 *
 * <p>The first 3,000 marked cells have a comment; the reasons stand beside every row. The workbook of an amendment answers the
 * submission that the amendment itself answers.
 */
@Component
public class ErrorWorkbook {

    private final SubmissionStore submissions;
    private final DeliveredRows rows;
    private final RowKeys keys;
    private final FeedDefinitions feeds;
    private final CodeLists codes;
    private final OriginalArchive archive;

    ErrorWorkbook(
            SubmissionStore submissions,
            DeliveredRows rows,
            RowKeys keys,
            FeedDefinitions feeds,
            CodeLists codes,
            OriginalArchive archive) {
        this.submissions = submissions;
        this.rows = rows;
        this.keys = keys;
        this.feeds = feeds;
        this.codes = codes;
        this.archive = archive;
    }

    /** What came of the request for a workbook. */
    public sealed interface Outcome {

        /**
         * The workbook lies at its place.
         *
         * @param marked rows with problems
         * @param comments cells that have a comment
         */
        record Written(long marked, int comments) implements Outcome {}

        /** There is nothing to write. */
        record NotWritten(Bilingual why) implements Outcome {}
    }

    /** Writes the workbook of a submission's current processing; {@code out} is replaced when it is complete. */
    public Outcome write(ReceiptNumber receipt, Path out) {
        return write(receipt, out, WorkbookWriter.Limits.EXCEL);
    }

    Outcome write(ReceiptNumber receipt, Path out, WorkbookWriter.Limits limits) {
        Optional<Submission> submission = submissions.find(receipt);
        if (submission.isEmpty()) {
            return notWritten(
                    "没有这个回执：" + receipt + "。全部回执见 guiyi status --all",
                    "There is no receipt " + receipt + "; guiyi status --all lists them all");
        }
        if (submission.get().processing().isEmpty() || submission.get().state() == SubmissionState.WITHDRAWN) {
            return notWritten(
                    "该报送批次没有可返回的行：" + submission.get().state().zh(), "this submission has no rows to send back");
        }
        return write(submission.get(), submission.get().processing().get(), out, limits);
    }

    private static Outcome notWritten(String zh, String en) {
        return new Outcome.NotWritten(new Bilingual(zh, en));
    }

    private Outcome write(Submission submission, long processing, Path out, WorkbookWriter.Limits limits) {
        Path part = out.resolveSibling("." + out.getFileName() + "." + UUID.randomUUID() + ".part");
        Optional<FeedDefinition> feed = submission.feed().map(FeedId::of).flatMap(feeds::find);
        Optional<Submission> amended = submission.amends().map(submissions::get);
        RowKeys.Keyring keyring = keys.of(submission.receipt());
        IntFunction<String> key = amended.isPresent() ? rowSeq -> "" : keyring::sign;
        List<DeliveredSheet> delivered = rows.sheets(processing);
        try (WorkbookWriter writer = new WorkbookWriter(limits, cells(delivered), key)) {
            ReceiptNumber answers = amended.orElse(submission).receipt();
            writer.begin(names(submission, delivered), plans(processing, delivered, answers, limits), feed, codes);
            rows.read(processing, writer::add);
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(part))) {
                writer.write(stream);
            }
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Outcome.Written(writer.marked(), writer.comments());
        } catch (IOException e) {
            throw new UncheckedIOException("the error workbook cannot be written to " + out, e);
        } finally {
            drop(part);
        }
    }

    private static long cells(List<DeliveredSheet> sheets) {
        return sheets.stream()
                .mapToLong(sheet -> (long) sheet.lastRow() * (sheet.width() + 2))
                .sum();
    }

    /** @param answers the receipt that the workbook will answer when it comes back */
    private Map<Integer, SheetPlan> plans(
            long processing, List<DeliveredSheet> delivered, ReceiptNumber answers, WorkbookWriter.Limits limits) {
        Map<Integer, SheetPlan> plans = new TreeMap<>();
        for (DeliveredSheet sheet : delivered) {
            List<DeliveredRow> head = rows.head(processing, sheet.number());
            plans.put(sheet.number(), SheetPlan.of(sheet, head, limits.rows(), answers.value()));
        }
        return plans;
    }

    /** All sheets of the original, empty ones too; without the original those that had rows. */
    private List<SheetDescription> names(Submission submission, List<DeliveredSheet> delivered) {
        Path original = archive.path(submission.sha256());
        if (Files.exists(original)) {
            try (TabularReader reader = TabularReader.open(original, ReadingLimits.defaults(), Optional.empty())) {
                return reader.sheets().stream()
                        .filter(sheet -> !sheet.name().equals(DropDowns.LISTS))
                        .toList();
            } catch (UnreadableFileException e) {
                return known(delivered);
            }
        }
        return known(delivered);
    }

    private static List<SheetDescription> known(List<DeliveredSheet> delivered) {
        int last = delivered.stream().mapToInt(DeliveredSheet::number).max().orElse(0);
        return IntStream.rangeClosed(0, last)
                .mapToObj(number -> delivered.stream()
                        .filter(sheet -> sheet.number() == number)
                        .findFirst()
                        .map(sheet -> new SheetDescription(sheet.name(), sheet.hidden()))
                        .orElse(new SheetDescription("Sheet" + (number + 1), false)))
                .toList();
    }

    private static void drop(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("a half-written workbook cannot be removed: " + part, e);
        }
    }
}
