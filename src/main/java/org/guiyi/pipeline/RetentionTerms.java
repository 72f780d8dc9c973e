package org.guiyi.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.guiyi.feed.DefinitionFault;
import org.guiyi.feed.DefinitionFaults;
import org.guiyi.feed.DefinitionFaultsException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** How long what is personal is kept, as {@code retention.yaml} says. */
public record RetentionTerms(
        int originalsDays, int rejectedRowsDays, int notUnderstoodDays, int reportsDays, int auditYears) {

    private static final String NAME = "retention.yaml";

    /** A term of the file with its least and its most. */
    private enum Term {
        originals_days(30, 3650),
        rejected_rows_days(90, 3650),
        not_understood_days(7, 3650),
        reports_days(30, 3650),
        audit_years(3, 30);

        private final int least;
        private final int most;

        Term(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    /** @throws DefinitionFaultsException with every fault of the file */
    static RetentionTerms read(Path jobs) {
        Reader reader = new Reader();
        reader.file(jobs.resolve(NAME));
        if (!reader.faults.isEmpty()) {
            throw new DefinitionFaultsException(new DefinitionFaults(reader.faults));
        }
        return new RetentionTerms(
                reader.value(Term.originals_days),
                reader.value(Term.rejected_rows_days),
                reader.value(Term.not_understood_days),
                reader.value(Term.reports_days),
                reader.value(Term.audit_years));
    }

    /** Reads the file to its end and gathers its faults. */
    private static final class Reader {
        private final Map<String, Integer> values = new LinkedHashMap<>();
        private final List<DefinitionFault> faults = new ArrayList<>();

        int value(Term term) {
            return Objects.requireNonNull(values.get(term.name()));
        }

        void file(Path file) {
            try {
                if (Files.isRegularFile(file)) {
                    new Compose(LoadSettings.builder().setLabel(NAME).build())
                            .composeString(Files.readString(file))
                            .ifPresent(this::terms);
                }
            } catch (MarkedYamlEngineException e) {
                int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
                fault(line, "不是 YAML：" + e.getProblem(), "not YAML: " + e.getProblem());
            } catch (IOException e) {
                throw new UncheckedIOException("the terms of retention cannot be read: " + file, e);
            }
            for (Term term : Term.values()) {
                if (faults.isEmpty() && !values.containsKey(term.name())) {
                    fault(1, "缺少 " + term, term + " is missing");
                }
            }
        }

        private void terms(Node root) {
            if (!(root instanceof MappingNode mapping)) {
                fault(1, "应为 名称: 值", "expected name: value");
                return;
            }
            mapping.getValue().forEach(this::term);
        }

        private void term(NodeTuple tuple) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            String text = tuple.getValueNode() instanceof ScalarNode value ? value.getValue() : "";
            int line = tuple.getKeyNode()
                    .getStartMark()
                    .map(mark -> mark.getLine() + 1)
                    .orElse(1);
            for (Term term : Term.values()) {
                if (term.name().equals(name)) {
                    number(term, text, line);
                    return;
                }
            }
            fault(line, "不认识“" + name + "”", "“" + name + "” is not known here");
        }

        private void number(Term term, String text, int line) {
            int value = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
            if (value < term.least || value > term.most) {
                String range = term.least + "–" + term.most;
                fault(
                        line,
                        term + " 应为 " + range + " 的整数，现为“" + text + "”",
                        term + " takes a whole number of " + range + "; found “" + text + "”");
            }
            values.put(term.name(), value);
        }

        private void fault(int line, String zh, String en) {
            faults.add(new DefinitionFault(NAME, line, 1, "RETENTION", zh, en));
        }
    }
}
