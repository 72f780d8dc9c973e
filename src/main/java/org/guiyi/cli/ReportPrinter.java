package org.guiyi.cli;

import java.io.PrintWriter;
import org.guiyi.watch.NightReporter.Reported;

/** Tells where the report of a night lies, and what of it could not be sent. */
final class ReportPrinter {

    private final PrintWriter out;

    ReportPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(Reported reported) {
        reported.page().ifPresent(page -> out.println("夜报 night report: " + page));
        reported.troubles().forEach(trouble -> {
            out.println("夜报 night report: " + trouble.zh());
            out.println("  " + trouble.en());
        });
    }
}
