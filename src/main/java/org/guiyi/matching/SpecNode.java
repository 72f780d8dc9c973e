package org.guiyi.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A node of a spec's YAML that knows its line. A wrong or missing value becomes a fault and a harmless value, so that
 * reading goes on; a node that isn't there reports nothing more.
 */
final class SpecNode {

    private final String file;
    private final @Nullable Node node;
    private final SpecFaults faults;
    private final Map<String, SpecNode> fields = new LinkedHashMap<>();

    private SpecNode(String file, @Nullable Node node, SpecFaults faults) {
        this.file = file;
        this.node = node;
        this.faults = faults;
    }

    /** The root mapping; empty, with a fault, when the text is not YAML at all. */
    static Optional<SpecNode> root(String file, String yaml, SpecFaults faults) {
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Optional<Node> node = new Compose(settings).composeString(yaml);
            if (node.isEmpty()) {
                faults.add(new SpecFault(file, 1, 1, "文件为空", "the file is empty"));
            }
            return node.map(root -> new SpecNode(file, root, faults).opened());
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            int column = e.getProblemMark().map(Mark::getColumn).orElse(0) + 1;
            faults.add(new SpecFault(file, line, column, "不是合法的 YAML", "not YAML: " + e.getProblem()));
            return Optional.empty();
        }
    }

    private SpecNode opened() {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                SpecNode key = new SpecNode(file, tuple.getKeyNode(), faults);
                SpecNode value = new SpecNode(file, tuple.getValueNode(), faults);
                if (fields.put(key.text(), value.opened()) != null) {
                    key.fault("字段重复：" + key.text(), "field given twice: " + key.text());
                }
            }
        }
        return this;
    }

    void fault(String zh, String en) {
        if (node == null) {
            return;
        }
        int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        int column = node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
        faults.add(new SpecFault(file, line, column, zh, en));
    }

    /** Reports fields that the spec doesn't know. */
    SpecNode allow(Set<String> known) {
        if (node != null && !(node instanceof MappingNode)) {
            fault("应为键值对", "expected a mapping with " + String.join(", ", sorted(known)));
        }
        fields.forEach((name, field) -> {
            if (!known.contains(name)) {
                String choices = String.join(", ", sorted(known));
                field.fault(
                        "未知字段 " + name + "，可用：" + choices, "unknown field " + name + ", expected one of " + choices);
            }
        });
        return this;
    }

    static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    boolean has(String field) {
        return fields.containsKey(field);
    }

    /** A field that must be there. */
    SpecNode need(String field) {
        if (node instanceof MappingNode && !has(field)) {
            fault("缺少字段 " + field, "missing field " + field);
        }
        return maybe(field);
    }

    /** A field that may be missing. */
    SpecNode maybe(String field) {
        SpecNode found = fields.get(field);
        return found == null ? new SpecNode(file, null, faults) : found;
    }

    Map<String, SpecNode> fields() {
        return fields;
    }

    boolean absent() {
        return node == null;
    }

    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        fault("应为文本", "expected a text");
        return "";
    }

    /** Whether this is the given scalar; asks without a fault. */
    boolean says(String value) {
        return node instanceof ScalarNode scalar && scalar.getValue().equals(value);
    }

    String text(String otherwise) {
        return absent() ? otherwise : text();
    }

    boolean flag() {
        if (absent()) {
            return false;
        }
        String text = text();
        if (!text.equals("true") && !text.equals("false")) {
            fault("应为 true 或 false，实为 " + text, "expected true or false, found " + text);
        }
        return text.equals("true");
    }

    /** A number between two bounds, both allowed. */
    double number(double least, double most) {
        if (absent()) {
            return least;
        }
        String text = text();
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers out of bounds
        }
        fault(
                "应为 " + least + " 到 " + most + " 之间的数，实为 " + text,
                "expected a number from " + least + " to " + most + ", found " + text);
        return least;
    }

    int whole(int least, int most) {
        double number = number(least, most);
        if (number != Math.rint(number)) {
            fault("应为整数", "expected a whole number");
        }
        return (int) number;
    }

    List<SpecNode> items() {
        if (absent()) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            fault("应为列表", "expected a list");
            return List.of();
        }
        List<SpecNode> items = new ArrayList<>();
        sequence.getValue().forEach(item -> items.add(new SpecNode(file, item, faults).opened()));
        return items;
    }
}
