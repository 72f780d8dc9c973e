package org.guiyi.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.guiyi.intake.ReceiptNumber;
import org.springframework.stereotype.Component;

/** Leaves the receipts of a run as files: {@code reports/yyyy-MM-dd/GY….json} and {@code .txt}. */
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

    /** Whole or not at all. */
    private static void put(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
