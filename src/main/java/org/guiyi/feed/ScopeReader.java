package org.guiyi.feed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code scope}, {@code period} and {@code guards}. */
final class ScopeReader {

    private final FaultLog faults;
    private final FieldNames fields;

    ScopeReader(FaultLog faults, FieldNames fields) {
        this.faults = faults;
        this.fields = fields;
    }

    Scope scope(Section section) {
        List<Scope.Level> levels = new ArrayList<>();
        section.texts("level")
                .forEach(level ->
                        section.choice(level, "level", Scope.Level.class).ifPresent(levels::add));
        if (levels.isEmpty()) {
            section.missing("level");
        }
        Scope scope = new Scope(levels, requiredSources(section), sources(section, "batch"));
        section.end();
        return scope;
    }

    Period period(Section section) {
        Period.Unit unit = section.choice("unit", Period.Unit.class).orElse(Period.Unit.MONTH);
        Period period = new Period(unit, requiredSources(section));
        section.end();
        return period;
    }

    Guards guards(Section section) {
        Guards guards = new Guards(
                share(section, "rejected", Guards.USUAL.rejected()),
                share(section, "departures", Guards.USUAL.departures()),
                share(section, "rows", Guards.USUAL.rows()));
        section.end();
        return guards;
    }

    private double share(Section section, String property, double otherwise) {
        Optional<BigDecimal> share = section.number(property);
        if (share.isPresent() && (share.get().signum() < 0 || share.get().compareTo(BigDecimal.ONE) > 0)) {
            section.wrongType(section.placeOf(property), property, "0 … 1");
        }
        return share.map(BigDecimal::doubleValue).orElse(otherwise);
    }

    private List<Source> requiredSources(Section section) {
        List<Source> sources = sources(section, "from");
        if (section.list("from").isEmpty()) {
            section.missing("from");
        }
        return sources;
    }

    private List<Source> sources(Section section, String property) {
        List<Source> sources = new ArrayList<>();
        for (Node node : section.list(property)) {
            source(section, property, node).ifPresent(sources::add);
        }
        return sources;
    }

    private Optional<Source> source(Section section, String property, Node node) {
        if (node instanceof MappingNode mapping) {
            Section field = new Section(faults, mapping);
            List<String> names = fields.known(field.texts("field"));
            field.end();
            return Optional.of(new Source(Source.Kind.FIELD, names));
        }
        return section.scalar(node, property)
                .flatMap(scalar -> section.choice(scalar, property, Source.Kind.class))
                .map(kind -> new Source(kind, List.of()));
    }
}
