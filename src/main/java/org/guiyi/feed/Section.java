package org.guiyi.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A mapping of a definition file, asked property by property; what nobody asked for is a fault at {@link #end()}. */
final class Section {

    private final FaultLog faults;
    private final Place place;
    private final Map<String, NodeTuple> properties = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    Section(FaultLog faults, MappingNode node) {
        this.faults = faults;
        this.place = Place.of(node);
        for (NodeTuple tuple : node.getValue()) {
            take(tuple);
        }
    }

    private void take(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            wrongType(tuple.getKeyNode(), "?", "text");
        } else if (properties.putIfAbsent(key.getValue(), tuple) != null) {
            faults.add(Place.of(key), "DUPLICATE_PROPERTY", "property", key.getValue());
        }
    }

    Place place() {
        return place;
    }

    /** Where a property stands, or the section when it doesn't have it. */
    Place placeOf(String property) {
        NodeTuple tuple = properties.get(property);
        return tuple == null ? place : Place.of(tuple.getKeyNode());
    }

    List<String> names() {
        return List.copyOf(properties.keySet());
    }

    Optional<Scalar> text(String property) {
        return node(property).flatMap(node -> scalar(node, property));
    }

    Optional<Scalar> requiredText(String property) {
        if (!properties.containsKey(property)) {
            missing(property);
        }
        Optional<Scalar> text = text(property);
        if (text.isPresent() && text.get().text().isBlank()) {
            wrongType(text.get().place(), property, "text");
            return Optional.empty();
        }
        return text;
    }

    void missing(String property) {
        asked.add(property);
        faults.add(place, "MISSING_PROPERTY", "property", property);
    }

    <E extends Enum<E> & Keyed> Optional<E> choice(String property, Class<E> choices) {
        return text(property).flatMap(scalar -> choice(scalar, property, choices));
    }

    <E extends Enum<E> & Keyed> Optional<E> choice(Scalar scalar, String property, Class<E> choices) {
        Optional<E> found = Keyed.find(choices, scalar.text());
        if (found.isEmpty()) {
            faults.add(
                    scalar.place(),
                    "UNKNOWN_CHOICE",
                    "property",
                    property,
                    "value",
                    scalar.text(),
                    "choices",
                    String.join(", ", Keyed.keys(choices)));
        }
        return found;
    }

    boolean flag(String property) {
        Optional<Scalar> scalar = text(property);
        if (scalar.isPresent() && !scalar.get().text().matches("true|false")) {
            wrongType(scalar.get().place(), property, "true | false");
        }
        return scalar.isPresent() && scalar.get().text().equals("true");
    }

    Optional<BigDecimal> number(String property) {
        return text(property).flatMap(scalar -> {
            try {
                return Optional.of(new BigDecimal(scalar.text()));
            } catch (NumberFormatException e) {
                wrongType(scalar.place(), property, "number");
                return Optional.empty();
            }
        });
    }

    int length(String property, int otherwise) {
        Optional<BigDecimal> number = number(property);
        if (number.isPresent() && (number.get().scale() > 0 || number.get().signum() < 0)) {
            wrongType(placeOf(property), property, "whole number");
            return otherwise;
        }
        return number.map(BigDecimal::intValue).orElse(otherwise);
    }

    /** The texts of a list; a single text stands for a list of one. */
    List<Scalar> texts(String property) {
        List<Scalar> texts = new ArrayList<>();
        for (Node node : list(property)) {
            scalar(node, property).ifPresent(texts::add);
        }
        return texts;
    }

    List<Node> list(String property) {
        Optional<Node> node = node(property);
        if (node.isEmpty()) {
            return List.of();
        }
        return node.get() instanceof SequenceNode sequence ? sequence.getValue() : List.of(node.get());
    }

    Optional<Section> section(String property) {
        return node(property).flatMap(node -> section(node, property));
    }

    List<Section> sections(String property) {
        List<Section> sections = new ArrayList<>();
        Optional<Node> node = node(property);
        if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
            wrongType(node.get(), property, "list");
        } else {
            list(property).forEach(each -> section(each, property).ifPresent(sections::add));
        }
        return sections;
    }

    Optional<Section> section(Node node, String property) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new Section(faults, mapping));
        }
        wrongType(node, property, "mapping");
        return Optional.empty();
    }

    Optional<Scalar> scalar(Node node, String property) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(Scalar.of(scalar));
        }
        wrongType(node, property, "text");
        return Optional.empty();
    }

    void wrongType(Place where, String property, String expected) {
        faults.add(where, "WRONG_TYPE", "property", property, "expected", expected);
    }

    /** Reports the properties that nobody asked for. */
    void end() {
        for (String property : properties.keySet()) {
            if (!asked.contains(property)) {
                faults.add(
                        placeOf(property),
                        "UNKNOWN_PROPERTY",
                        "property",
                        property,
                        "known",
                        String.join(", ", asked.stream().sorted().toList()));
            }
        }
    }

    private Optional<Node> node(String property) {
        asked.add(property);
        return Optional.ofNullable(properties.get(property)).map(NodeTuple::getValueNode);
    }

    private void wrongType(Node node, String property, String expected) {
        wrongType(Place.of(node), property, expected);
    }
}
