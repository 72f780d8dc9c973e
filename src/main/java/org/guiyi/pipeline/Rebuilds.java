package org.guiyi.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiyi.pipeline.Checksum.Tables;
import org.guiyi.pipeline.Checksum.Tables.Difference;
import org.springframework.stereotype.Component;

/**
 * Computes records, persons and warehouse afresh from the processings that are effective, and compares with what stands. What
 * an interrupted run has staged waits for the next run: it would be a difference that is none.
 */
@Component
public class Rebuilds {

    private final Exclusive exclusive;
    private final Impacts impacts;
    private final Checksum checksum;
    private final OperationReports reports;

    Rebuilds(Exclusive exclusive, Impacts impacts, Checksum checksum, OperationReports reports) {
        this.exclusive = exclusive;
        this.impacts = impacts;
        this.checksum = checksum;
        this.reports = reports;
    }

    /** The tables whose content differs between before and after; none, if all is well. */
    public record Rebuilt(Answer answer, List<Difference> differences) {

        public Rebuilt {
            differences = List.copyOf(differences);
        }
    }

    /** Puts what is computed afresh in the place of what stands. */
    public Rebuilt rebuild() {
        List<Difference> differences = new ArrayList<>();
        Answer answer = exclusive.run("rebuild", () -> {
            Tables before = checksum.tables();
            Impact impact = impacts.rebuild();
            differences.addAll(before.differences(checksum.tables()));
            return told("rebuild", impact, differences);
        });
        return new Rebuilt(answer, differences);
    }

    /** Only compares: what stands is left as it is, whatever comes of it. */
    public Rebuilt verify() {
        List<Difference> differences = new ArrayList<>();
        Answer answer = exclusive.look(() -> {
            Tables before = checksum.tables();
            Impact impact = impacts.afresh(() -> differences.addAll(before.differences(checksum.tables())));
            return told("verify", impact, differences);
        });
        return new Rebuilt(answer, differences);
    }

    private Answer told(String operation, Impact impact, List<Difference> differences) {
        Answer.Done done = new Answer.Done(impact, List.of(), List.of(), Optional.empty());
        return differences.isEmpty() ? done : reports.keep(operation, done, differences);
    }
}
