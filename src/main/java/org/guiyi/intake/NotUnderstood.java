package org.guiyi.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies what could not be read or recognised aside, where a person can look at it: {@code not-understood/yyyy-MM-dd/GY….ext}
 * in the home folder, with a text of the same name that tells why.
 */
public final class NotUnderstood {

    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private final OriginalArchive archive;
    private final Path folder;

    public NotUnderstood(OriginalArchive archive, Path home) {
        this.archive = archive;
        this.folder = home.resolve("not-understood");
    }

    /** Copies the archived original of a refused submission. */
    public void put(Submission refused, LocalDate day) {
        String name = refused.receipt().value();
        Matcher extension = EXTENSION.matcher(refused.fileName());
        try {
            Path into = Files.createDirectories(folder.resolve(day.toString()));
            Path original = archive.path(refused.sha256());
            if (Files.exists(original)) {
                Files.copy(
                        original,
                        into.resolve(
                                name + (extension.find() ? extension.group().toLowerCase(Locale.ROOT) : "")),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(into.resolve(name + ".txt"), why(refused));
        } catch (IOException e) {
            throw new UncheckedIOException("what was not understood cannot be copied to " + folder, e);
        }
    }

    /** The folders of days before this one. */
    public List<Path> before(LocalDate day) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> days = Files.list(folder)) {
            return days.filter(each -> isDay(each.getFileName().toString()))
                    .filter(each ->
                            LocalDate.parse(each.getFileName().toString()).isBefore(day))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("copies of what was not understood cannot be listed in " + folder, e);
        }
    }

    /** Takes the folders of days before this one away. @return how many */
    public long removeBefore(LocalDate day) {
        List<Path> due = before(day);
        for (Path each : due) {
            try (Stream<Path> all = Files.walk(each)) {
                for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("copies of what was not understood cannot be removed from " + folder, e);
            }
        }
        return due.size();
    }

    private static boolean isDay(String name) {
        return name.matches("\\d{4}-\\d{2}-\\d{2}");
    }

    private static String why(Submission refused) {
        String file = "文件 File：" + refused.fileName() + "\n单位 Bureau：" + refused.bureau() + "\n";
        return refused.reason()
                .map(reason -> file + "原因 Reason：" + reason.zh() + "\n    " + reason.en() + "\n")
                .orElse(file);
    }
}
