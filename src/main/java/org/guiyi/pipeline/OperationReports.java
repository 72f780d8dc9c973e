package org.guiyi.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what operations did: {@code reports/yyyy-MM-dd/reimport-20261123T041500Z.json} under the home folder. */
@Component
class OperationReports {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Settings settings;
    private final Clock clock;

    OperationReports(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The same answer with the file that keeps it. */
    Answer.Done keep(String operation, LocalDate businessDate, Answer.Done done) {
        return done.keptIn(write(operation, businessDate, AnswerJson.of(operation, false, done)));
    }

    /** The same of a comparison, under today. */
    Answer.Done keep(String operation, Answer.Done done, List<Checksum.Tables.Difference> differences) {
        String text = AnswerJson.of(operation, operation.equals("verify"), done, differences);
        return done.keptIn(write(operation, LocalDate.ofInstant(clock.instant(), CHINA), text));
    }

    private Path write(String operation, LocalDate businessDate, String text) {
        Path folder = settings.home().resolve("reports").resolve(businessDate.toString());
        Path file = folder.resolve(operation + "-" + MOMENT.format(clock.instant()) + ".json");
        try {
            Files.createDirectories(folder);
            Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("done, but the report cannot be written to " + folder, e);
        }
        return file;
    }
}
