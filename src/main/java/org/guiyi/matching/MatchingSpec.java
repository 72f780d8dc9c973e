package org.guiyi.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How records of one kind are linked: their columns, which pairs are compared, how, from which weight they are joined or
 * shown, and what forbids a join. Immutable; {@code docs/matching.md} describes the file.
 */
public final class MatchingSpec {

    private final String id;
    private final String textDigest;
    private final Scale scale;
    private final List<Column> columns;
    private final List<BlockingRule> blocking;
    private final List<ComparisonSpec> comparisons;
    private final List<ConstraintSpec> constraints;

    MatchingSpec(
            String id,
            String textDigest,
            Scale scale,
            List<Column> columns,
            List<BlockingRule> blocking,
            List<ComparisonSpec> comparisons,
            List<ConstraintSpec> constraints) {
        this.id = id;
        this.textDigest = textDigest;
        this.scale = scale;
        this.columns = List.copyOf(columns);
        this.blocking = List.copyOf(blocking);
        this.comparisons = List.copyOf(comparisons);
        this.constraints = List.copyOf(constraints);
    }

    /**
     * What a spec sets once for all.
     *
     * @param prior the chance that two records taken at random are one person; NaN until it is trained
     * @param cohesion the mean evidence between two clusters below which they aren't joined, in millionths of a bit
     * @param recordId the header of the column that names each record; empty when rows are named by their number
     */
    record Scale(
            double prior,
            int maxBlock,
            Thresholds thresholds,
            OptionalInt cohesion,
            Pairing pairing,
            TrainingSpec training,
            Optional<String> recordId) {}

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

    /** For each name of {@link #columns()} the header that files use. */
    public List<String> headers() {
        return columns.stream()
                .filter(column -> !column.derived())
                .map(Column::header)
                .toList();
    }

    /** The header of the column that names each record, when the spec has one. */
    public Optional<String> recordIdHeader() {
        return scale.recordId;
    }

    /** Which pairs the spec wants compared, by their files. */
    public Pairing pairing() {
        return scale.pairing;
    }

    /**
     * SHA-256 in hexadecimal of what the numbers of a model are about: comparisons, their levels and the columns they read. A
     * model fits every spec with the same digest.
     */
    public String digest() {
        return SpecDigest.ofModel(this);
    }

    /** The same of all that training learns a model by: besides {@link #digest()} blocking, numbers by hand and the like. */
    public String trainingDigest() {
        return SpecDigest.ofTraining(this);
    }

    /** The same of all that a linkage depends on: when it differs, kept links are out of date. */
    public String linkageDigest() {
        return SpecDigest.ofLinkage(this);
    }

    /** The same of the blocking rules. */
    String blockingDigest() {
        return SpecDigest.ofBlocking(this);
    }

    /** The same of the spec's text, line ends aside: what older models are tied to. */
    String textDigest() {
        return textDigest;
    }

    /** Whether the spec itself gives every m, every u and the prior, so that no training is needed. */
    public boolean weighed() {
        return !Double.isNaN(scale.prior)
                && comparisons.stream()
                        .flatMap(comparison -> comparison.levels().stream())
                        .allMatch(LevelSpec::weighed);
    }

    /** NaN when the spec leaves it to training. */
    double prior() {
        return scale.prior;
    }

    TrainingSpec training() {
        return scale.training;
    }

    /** How many records a block may hold before it is refined, and left out when that doesn't help. */
    int maxBlock() {
        return scale.maxBlock;
    }

    Thresholds thresholds() {
        return scale.thresholds;
    }

    /** The given columns and, behind them, the derived ones. */
    List<Column> allColumns() {
        return columns;
    }

    OptionalInt cohesion() {
        return scale.cohesion;
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
