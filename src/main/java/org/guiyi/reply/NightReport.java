package org.guiyi.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guiyi.feed.Severity;
import org.guiyi.intake.Bilingual;
import org.guiyi.intake.RecordBalance;
import org.guiyi.intake.RowBalance;

/**
 * What a night did, for the people who look at it in the morning. Holds counts and receipt numbers, never a file's name or a
 * value of a cell.
 *
 * @param date the business date
 * @param run the number of the run
 * @param outcome done, partly, failed, died or stopped
 * @param published the publication that this night made; empty, if it made none
 * @param repeated files that had been delivered before
 * @param problems the gravest and most frequent first
 * @param tasks open tasks of the stewards, by the name of their kind
 */
public record NightReport(
        LocalDate date,
        long run,
        Instant started,
        Instant finished,
        String outcome,
        Optional<Long> published,
        List<Delivery> deliveries,
        long repeated,
        List<ProblemLine> problems,
        List<LateLine> late,
        Persons persons,
        Matches matches,
        Map<String, Long> tasks,
        List<StepLine> steps) {

    public NightReport {
        deliveries = List.copyOf(deliveries);
        problems = List.copyOf(problems);
        late = List.copyOf(late);
        steps = List.copyOf(steps);
    }

    /**
     * A delivered file.
     *
     * @param receipt empty, when it was not taken at all
     * @param feed the feed's id; empty, when it was not recognised
     * @param wanting whether it was not taken in as a whole: held, rejected, unreadable, failed or still being written
     * @param seconds what reading and checking it took; empty, if it was not read this night
     */
    public record Delivery(
            String receipt,
            String bureau,
            Optional<String> feed,
            Optional<String> scope,
            Optional<String> period,
            Bilingual verdict,
            boolean wanting,
            RowBalance rows,
            Optional<RecordBalance> records,
            Optional<Bilingual> reason,
            Optional<Double> seconds) {}

    /** One kind of problem in the rosters of one feed. */
    public record ProblemLine(
            String feed, String code, Severity severity, String field, long rows, Bilingual message) {}

    /** An expected roster that has not come. */
    public record LateLine(String feed, Optional<String> scope, String period, LocalDate due) {}

    /** Persons in the warehouse, and what this night's publication did to them: new, joined into another, parted, gone. */
    public record Persons(long all, long fresh, long joined, long parted, long gone) {}

    /** Pairs of records: joined automatically and possible ones for a steward, of all that stand; how many of these are new. */
    public record Matches(long automatic, long possible, long freshlyPossible) {}

    /**
     * A step of the night.
     *
     * @param items what it worked through: rows, records or persons
     */
    public record StepLine(String step, Bilingual name, long runs, double seconds, long items, Bilingual unit) {}

    /** How the files of the report are called, without their ending. */
    public String name() {
        return "night-" + date + "-" + published.map(number -> "p" + number).orElse("r" + run);
    }

    /** Whether somebody should look: something was not taken in, is late, or the night did not end well. */
    public boolean wantsAttention() {
        return !outcome.equals("done") || !late.isEmpty() || deliveries.stream().anyMatch(Delivery::wanting);
    }

    /** The outcome in words. */
    public Bilingual said() {
        return switch (outcome) {
            case "done" -> new Bilingual("完成", "done");
            case "partly" -> new Bilingual("完成，部分未入库", "done, some deliveries not taken in");
            case "stopped" -> new Bilingual("已按要求停止，下次接着做", "stopped as asked, the next run goes on");
            case "died" -> new Bilingual("中断，下次接着做", "died, the next run goes on");
            default -> new Bilingual("失败，可重新运行", "failed, can be started again");
        };
    }

    /** One line for the subject of a mail. */
    public String subject() {
        return "归一整夜 Guiyi night " + date + "：" + said().zh() + " " + said().en();
    }
}
