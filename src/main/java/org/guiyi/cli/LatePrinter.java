package org.guiyi.cli;

import java.io.PrintWriter;
import java.util.List;
import org.guiyi.schedule.Schedule.Late;

/** Raises the alarm for deliveries that have not come. */
final class LatePrinter {

    private final PrintWriter out;

    LatePrinter(PrintWriter out) {
        this.out = out;
    }

    void print(List<Late> late) {
        late.forEach(each -> out.println("迟报 late: " + each.feed()
                + each.scope().map(scope -> " " + scope).orElse("") + "，报送期 period " + each.period() + "，应于 due "
                + each.due()));
    }
}
