package org.guiyi.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How records of one kind are linked: their columns, which pairs are compared, how, from which weight they are joined or
 * shown, and what forbids a join. Immutable; {@code docs/matching.md} describes the file.
 */
public final class MatchingSpec {

    private final String id;
    private final double prior;
    private final int maxBlock;
    private final Thresholds thresholds;
    private final List<Column> columns;
    private final List<BlockingRule> blocking;
    private final List<ComparisonSpec> comparisons;
    private final List<ConstraintSpec> constraints;

    MatchingSpec(
            String id,
            Scale scale,
            List<Column> columns,
            List<BlockingRule> blocking,
            List<ComparisonSpec> comparisons,
            List<ConstraintSpec> constraints) {
        this.id = id;
        this.prior = scale.prior;
        this.maxBlock = scale.maxBlock;
        this.thresholds = scale.thresholds;
        this.columns = List.copyOf(columns);
        this.blocking = List.copyOf(blocking);
        this.comparisons = List.copyOf(comparisons);
        this.constraints = List.copyOf(constraints);
    }

    /** The numbers that a spec sets once for all. */
    record Scale(double prior, int maxBlock, Thresholds thresholds) {}

    /**
     * Reads a spec from a YAML file in UTF-8.
     *
     * @throws SpecFaultsException with every fault of the file
     */
    public static MatchingSpec load(Path file) {
        try {
            return parse(file.getFileName() + "", Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the matching spec can't be read", e);
        }
    }

    /** Reads a spec from text; the file's name is for the messages. */
    public static MatchingSpec parse(String fileName, String yaml) {
        return SpecReader.read(fileName, yaml);
    }

    public String id() {
        return id;
    }

    /** The names of the columns that {@link Records.Builder#add} takes, in its order; derived columns are not among them. */
    public List<String> columns() {
        return columns.stream()
                .filter(column -> !column.derived())
                .map(Column::name)
                .toList();
    }

    /** The names of the comparisons, in order. */
    public List<String> comparisons() {
        return comparisons.stream().map(ComparisonSpec::name).toList();
    }

    /** The names of the constraints, in order; {@link Link#constraint()} and {@link Conflict#constraint()} use them. */
    public List<String> constraints() {
        return constraints.stream().map(ConstraintSpec::name).toList();
    }

    double prior() {
        return prior;
    }

    /** How many records a block may hold before it is refined, and left out when that doesn't help. */
    int maxBlock() {
        return maxBlock;
    }

    Thresholds thresholds() {
        return thresholds;
    }

    /** The given columns and, behind them, the derived ones. */
    List<Column> allColumns() {
        return columns;
    }

    List<BlockingRule> blocking() {
        return blocking;
    }

    List<ComparisonSpec> comparisonSpecs() {
        return comparisons;
    }

    List<ConstraintSpec> constraintSpecs() {
        return constraints;
    }
}
