package org.guiyi.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the entries of {@code loads} and {@code related}. */
final class LoadReader {

    private final FaultLog faults;
    private final FieldNames fields;

    LoadReader(FaultLog faults, FieldNames fields) {
        this.faults = faults;
        this.fields = fields;
    }

    Optional<Load> load(Section section) {
        if (section.requiredText("table").isEmpty()) {
            return Optional.empty();
        }
        Optional<LoadTable> table = section.choice("table", LoadTable.class);
        Optional<Section> set = section.section("set");
        List<String> detail = fields.known(section.texts("detail"));
        section.end();
        if (set.isEmpty()) {
            section.missing("set");
        }
        return table.flatMap(target -> set.map(columns -> new Load(target, columns(target, columns), detail)));
    }

    private Map<String, FieldValue> columns(LoadTable table, Section set) {
        Map<String, FieldValue> columns = new LinkedHashMap<>();
        for (String column : set.names()) {
            checkColumn(table, set, column);
            set.text(column).ifPresent(scalar -> value(scalar).ifPresent(value -> columns.put(column, value)));
        }
        for (String column : table.required()) {
            if (!set.names().contains(column)) {
                faults.add(set.place(), "MISSING_COLUMN", "table", table.key(), "column", column);
            }
        }
        return columns;
    }

    private void checkColumn(LoadTable table, Section set, String column) {
        if (!table.required().contains(column) && !table.optional().contains(column)) {
            List<String> known = new ArrayList<>(table.required());
            known.addAll(table.optional());
            faults.add(
                    set.placeOf(column),
                    "UNKNOWN_COLUMN",
                    "table",
                    table.key(),
                    "column",
                    column,
                    "known",
                    String.join(", ", known));
        }
    }

    /** A fixed text, or a field that the feed has. */
    Optional<FieldValue> value(Scalar scalar) {
        FieldValue value = FieldValue.parse(scalar.text());
        return value instanceof FieldValue.Fixed || fields.has(scalar) ? Optional.of(value) : Optional.empty();
    }

    Optional<Related> related(Section section) {
        if (section.requiredText("role").isEmpty()) {
            return Optional.empty();
        }
        Optional<RelatedRole> role = section.choice("role", RelatedRole.class);
        Optional<String> name = section.requiredText("name").filter(fields::has).map(Scalar::text);
        Optional<String> residentId = field(section, "resident_id");
        Optional<String> relation = field(section, "relation");
        Optional<String> phone = field(section, "phone");
        section.end();
        return role.flatMap(who -> name.map(field -> new Related(who, field, residentId, relation, phone)));
    }

    private Optional<String> field(Section section, String property) {
        return section.text(property).filter(fields::has).map(Scalar::text);
    }
}
