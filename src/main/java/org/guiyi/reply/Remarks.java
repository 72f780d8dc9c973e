package org.guiyi.reply;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guiyi.feed.Severity;
import org.guiyi.reply.DeliveredRow.DeliveredProblem;

/** What an error workbook says to a clerk about cells and rows. */
final class Remarks {

    private Remarks() {}

    /** The gravest severity among some problems. */
    static Optional<Severity> gravest(Collection<DeliveredProblem> problems) {
        return problems.stream().map(DeliveredProblem::severity).min(Severity::compareTo);
    }

    /** The text of a cell's comment. */
    static String comment(Collection<DeliveredProblem> problems) {
        return problems.stream().map(Remarks::sentence).collect(Collectors.joining("\n"));
    }

    /** All that is wrong with a row. @param headers of its columns */
    static String reasons(Collection<DeliveredProblem> problems, Map<Integer, String> headers) {
        return problems.stream()
                .map(problem -> about(problem, headers) + sentence(problem))
                .collect(Collectors.joining("；"));
    }

    private static String about(DeliveredProblem problem, Map<Integer, String> headers) {
        String header = headers.getOrDefault(problem.column(), "");
        return header.isEmpty() ? "" : header + "：";
    }

    private static String sentence(DeliveredProblem problem) {
        String said = "【" + SeverityWord.of(problem.severity()).zh() + "】" + problem.messageZh();
        return problem.suggestion() == null ? said : said + "（建议：" + problem.suggestion() + "）";
    }
}
