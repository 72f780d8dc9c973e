package org.guiyi.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as a JSON file, version 1. Terms and block keys stand in it as hashes, so it names nobody. The same model gives
 * the same bytes.
 */
public final class ModelFile {

    static final int VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ModelFile() {}

    /**
     * The whole file.
     *
     * @param specDigest {@link MatchingSpec#digest}
     * @param blockingDigest of the rules whose blocks are in the stop list; missing in older files
     * @param stopList missing where the model holds none fast
     */
    record Content(
            int version,
            String spec,
            String specDigest,
            long seed,
            String origin,
            TrainingReport training,
            double prior,
            List<ComparisonNumbers> comparisons,
            Map<String, Terms> terms,
            @Nullable String blockingDigest,
            @Nullable Map<String, List<String>> stopList) {

        /** Blocks that were too large under other blocking rules say nothing of today's. */
        Optional<StopList> stopList(MatchingSpec spec) {
            boolean sameRules = blockingDigest == null || blockingDigest.equals(spec.blockingDigest());
            return Optional.ofNullable(stopList).filter(list -> sameRules).map(ModelFile::stopList);
        }
    }

    /** @param uGiven by the parent's level, 0 for missing; only the first row where there is no parent */
    record ComparisonNumbers(
            String name, List<String> levels, List<Double> m, String uDependsOn, List<List<Double>> uGiven) {}

    /** Counts by term hash. */
    record Terms(long total, Map<String, Integer> counts) {}

    /** Writes a model that was trained for a spec. */
    public static void write(Model model, MatchingSpec spec, Path file) throws IOException {
        Files.writeString(file, text(model, spec));
    }

    /** The file's text, for models that are kept elsewhere. */
    public static String text(Model model, MatchingSpec spec) {
        return JSON.writeValueAsString(content(model, spec));
    }

    private static Content content(Model model, MatchingSpec spec) {
        Map<String, Terms> terms = new TreeMap<>();
        model.frozen().ifPresent(frozen -> frozen.terms().forEach((key, table) -> terms.put(key, terms(table))));
        return new Content(
                VERSION,
                spec.id(),
                spec.digest(),
                spec.training().seed(),
                model.name(),
                model.report(),
                model.prior(),
                numbers(model, spec),
                terms,
                model.stopList().map(list -> spec.blockingDigest()).orElse(null),
                model.stopList().map(ModelFile::stopped).orElse(null));
    }

    private static Map<String, List<String>> stopped(StopList stopList) {
        Map<String, List<String>> stopped = new TreeMap<>();
        stopList.byRule()
                .forEach((rule, keys) ->
                        stopped.put(rule, keys.stream().map(Long::toHexString).toList()));
        return stopped;
    }

    private static Terms terms(TermTable table) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (int i = 0; i < table.hashes().length; i++) {
            counts.put(Long.toHexString(table.hashes()[i]), table.counts()[i]);
        }
        return new Terms(table.total(), counts);
    }

    private static List<ComparisonNumbers> numbers(Model model, MatchingSpec spec) {
        List<ComparisonNumbers> numbers = new ArrayList<>();
        for (int i = 0; i < spec.comparisonSpecs().size(); i++) {
            ComparisonSpec comparison = spec.comparisonSpecs().get(i);
            int parent = model.unmatched().parents()[i];
            numbers.add(new ComparisonNumbers(
                    comparison.name(),
                    comparison.levels().stream().map(LevelSpec::name).toList(),
                    boxed(model.matched()[i]),
                    parent == Unmatched.NO_PARENT ? "" : spec.comparisons().get(parent),
                    Arrays.stream(model.unmatched().given()[i])
                            .map(ModelFile::boxed)
                            .toList()));
        }
        return numbers;
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /**
     * Reads a model for a spec.
     *
     * @throws ModelRefusedException when the file is no model, or one of another spec
     */
    public static Model read(Path file, MatchingSpec spec) throws IOException {
        return parse(Files.readString(file), spec);
    }

    /**
     * Reads the text of a model file.
     *
     * @throws ModelRefusedException when it is no model, or one of another spec
     */
    public static Model parse(String text, MatchingSpec spec) {
        Content content;
        try {
            content = JSON.readValue(text, Content.class);
        } catch (JacksonException e) {
            throw new ModelRefusedException("模型文件无法读取", "the model file can't be read as a model");
        }
        check(content, spec);
        return model(content, spec);
    }

    private static void check(Content content, MatchingSpec spec) {
        if (content.version != VERSION) {
            throw new ModelRefusedException(
                    "模型版本应为 " + VERSION + "，实为 " + content.version,
                    "expected model version " + VERSION + ", found " + content.version);
        }
        List<String> expected =
                spec.comparisonSpecs().stream().map(ModelFile::shape).toList();
        List<String> found = content.comparisons.stream()
                .map(numbers -> numbers.name + numbers.levels)
                .toList();
        if (!fits(content.specDigest, spec) || !expected.equals(found)) {
            throw new ModelRefusedException(
                    "模型是按另一份规范训练的（" + content.spec + "），请重新训练",
                    "the model was trained for another spec (" + content.spec + "), train it again");
        }
    }

    /** Models written before specs were digested by what they say are tied to the text. */
    private static boolean fits(String digest, MatchingSpec spec) {
        return digest.equals(spec.digest()) || digest.equals(spec.textDigest());
    }

    private static String shape(ComparisonSpec comparison) {
        return comparison.name()
                + comparison.levels().stream().map(LevelSpec::name).toList();
    }

    private static Model model(Content content, MatchingSpec spec) {
        int size = content.comparisons.size();
        double[][] m = new double[size][];
        int[] parents = new int[size];
        double[][][] given = new double[size][][];
        for (int i = 0; i < size; i++) {
            ComparisonNumbers numbers = content.comparisons.get(i);
            m[i] = unboxed(numbers.m);
            parents[i] = spec.comparisons().indexOf(numbers.uDependsOn);
            given[i] = numbers.uGiven.stream().map(ModelFile::unboxed).toArray(double[][]::new);
        }
        Map<String, TermTable> terms = new TreeMap<>();
        content.terms.forEach((key, table) -> terms.put(key, table(table)));
        return new Model(
                content.origin,
                content.prior,
                m,
                new Unmatched(parents, given),
                Optional.of(new Model.Frozen(terms, content.stopList(spec))),
                content.training);
    }

    private static StopList stopList(Map<String, List<String>> byRule) {
        Map<String, List<Long>> stopped = new TreeMap<>();
        byRule.forEach((rule, keys) -> stopped.put(
                rule, keys.stream().map(key -> Long.parseUnsignedLong(key, 16)).toList()));
        return StopList.of(stopped);
    }

    private static double[] unboxed(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static TermTable table(Terms terms) {
        long[] hashes = new long[terms.counts.size()];
        int[] counts = new int[hashes.length];
        TreeMap<Long, Integer> sorted = new TreeMap<>();
        terms.counts.forEach((hash, count) -> sorted.put(Long.parseUnsignedLong(hash, 16), count));
        int at = 0;
        for (Map.Entry<Long, Integer> term : sorted.entrySet()) {
            hashes[at] = term.getKey();
            counts[at++] = term.getValue();
        }
        return new TermTable(terms.total, hashes, counts);
    }
}
