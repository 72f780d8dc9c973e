package org.guiyi.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/** Where the files go, and the truth about them. */
final class Output implements AutoCloseable {

    private final Path folder;
    private final Truth truth;
    private final YearMonth period;
    private int files;

    Output(Path folder, YearMonth period) throws IOException {
        this.folder = folder;
        this.period = period;
        for (String bureau : new String[] {"civil-affairs", "health", "education"}) {
            Files.createDirectories(folder.resolve(bureau));
        }
        this.truth = new Truth(folder.resolve("truth"));
    }

    Truth truth() {
        return truth;
    }

    int files() {
        return files;
    }

    RosterFile xlsx(String bureau, String title) {
        files++;
        return WorkbookFile.xlsx(folder, named(bureau, title, ".xlsx"), period.atEndOfMonth());
    }

    RosterFile xls(String bureau, String title) {
        files++;
        return WorkbookFile.xls(folder, named(bureau, title, ".xls"));
    }

    RosterFile csv(String bureau, String title, TextFile.Encoding encoding) throws IOException {
        files++;
        return new TextFile(folder, named(bureau, title, ".csv"), encoding);
    }

    /** The period as titles and file names have it: 2026年10月. */
    static String inWords(YearMonth period) {
        return period.getYear() + "年" + period.getMonthValue() + "月";
    }

    @Override
    public void close() throws IOException {
        truth.close();
    }

    private String named(String bureau, String title, String ending) {
        return bureau + "/" + title + inWords(period) + ending;
    }
}
