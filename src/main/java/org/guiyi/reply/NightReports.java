package org.guiyi.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.guiyi.intake.ReceiptNumber;
import org.springframework.stereotype.Component;

/** Leaves the receipts of a run as files: {@code reports/yyyy-MM-dd/GY….json} and {@code .txt}; and the report of a night. */
@Component
public class NightReports {

    private final Receipts receipts;

    NightReports(Receipts receipts) {
        this.receipts = receipts;
    }

    /**
     * Writes the receipts of these submissions as they stand; a report of the same day is replaced.
     *
     * @return the folder
     */
    public Path write(Path home, LocalDate date, Collection<ReceiptNumber> touched) {
        Path folder = home.resolve("reports").resolve(date.toString());
        try {
            Files.createDirectories(folder);
            for (ReceiptNumber number : touched) {
                Receipt receipt = receipts.of(number)
                        .orElseThrow(() -> new IllegalArgumentException("there is no submission " + number));
                put(folder.resolve(number + ".json"), receipt.json());
                put(folder.resolve(number + ".txt"), receipt.text());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the reports cannot be written to " + folder, e);
        }
    }

    /**
     * Writes the report of a night as a page, a workbook and JSON: {@code reports/night-….html}, {@code .xlsx}, {@code .json}.
     *
     * @return the page
     */
    public Path write(Path home, NightReport report) {
        Path folder = home.resolve("reports");
        try {
            Files.createDirectories(folder);
            put(folder.resolve(report.name() + ".json"), NightJson.of(report));
            Path workbook = folder.resolve(report.name() + ".xlsx");
            Path part = part(workbook);
            try (OutputStream out = Files.newOutputStream(part)) {
                NightWorkbook.write(report, out);
            }
            move(part, workbook);
            Path page = folder.resolve(report.name() + ".html");
            put(page, NightPage.of(report));
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("the report of the night cannot be written to " + folder, e);
        }
    }

    /** Whole or not at all. */
    private static void put(Path file, String text) throws IOException {
        Path part = part(file);
        Files.writeString(part, text);
        move(part, file);
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    private static void move(Path part, Path file) throws IOException {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
