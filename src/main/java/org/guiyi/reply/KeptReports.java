package org.guiyi.reply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The reports that nights have left under {@code reports} in the home folder: each has its day in its name. */
@Component
public class KeptReports {

    private static final Pattern DAY = Pattern.compile("(?:night-)?(\\d{4}-\\d{2}-\\d{2})(?:\\D.*)?");

    /** Folders of receipts and files of night reports of an earlier day. */
    public List<Path> before(Path home, LocalDate day) {
        Path folder = home.resolve("reports");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> isBefore(each.getFileName().toString(), day))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the reports in " + folder + " cannot be listed", e);
        }
    }

    /** Removes them. @return how many */
    public long removeBefore(Path home, LocalDate day) {
        List<Path> due = before(home, day);
        due.forEach(KeptReports::remove);
        return due.size();
    }

    private static boolean isBefore(String name, LocalDate day) {
        Matcher dated = DAY.matcher(name);
        return dated.matches() && dated.group(1).compareTo(day.toString()) < 0;
    }

    private static void remove(Path report) {
        try (Stream<Path> all = Files.walk(report)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a report cannot be removed: " + report, e);
        }
    }
}
