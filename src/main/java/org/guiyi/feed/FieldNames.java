package org.guiyi.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names, headers and roles of a feed's fields, each of which must tell one field from the others. */
final class FieldNames {

    private final FaultLog faults;
    private final Set<String> names;

    private FieldNames(FaultLog faults, Set<String> names) {
        this.faults = faults;
        this.names = names;
    }

    static FieldNames check(List<FieldDraft> drafts, FaultLog faults) {
        Map<String, String> byName = new HashMap<>();
        Map<String, String> byHeader = new HashMap<>();
        Map<FieldRole, String> byRole = new HashMap<>();
        for (FieldDraft draft : drafts) {
            String name = draft.field().name();
            if (byName.putIfAbsent(name, name) != null) {
                faults.add(draft.name().place(), "DUPLICATE_FIELD", "name", name);
            }
            draft.title().ifPresent(title -> checkHeader(byHeader, title, name, faults));
            draft.aliases().forEach(alias -> checkHeader(byHeader, alias, name, faults));
            draft.field().role().ifPresent(role -> checkRole(byRole, role, draft, faults));
        }
        return new FieldNames(
                faults, drafts.stream().map(draft -> draft.field().name()).collect(Collectors.toUnmodifiableSet()));
    }

    private static void checkHeader(Map<String, String> byHeader, Scalar header, String name, FaultLog faults) {
        String other = byHeader.putIfAbsent(HeaderText.of(header.text()).key(), name);
        if (other != null) {
            faults.add(header.place(), "DUPLICATE_ALIAS", "alias", header.text(), "field", name, "other", other);
        }
    }

    private static void checkRole(Map<FieldRole, String> byRole, FieldRole role, FieldDraft draft, FaultLog faults) {
        String other = byRole.putIfAbsent(role, draft.field().name());
        if (other != null) {
            faults.add(draft.name().place(), "DUPLICATE_ROLE", "role", role.key(), "other", other);
        }
    }

    /** The text of the scalar when it names a field; otherwise a fault and "?". */
    boolean has(Scalar name) {
        boolean known = names.contains(name.text());
        if (!known) {
            faults.add(
                    name.place(),
                    "UNKNOWN_FIELD",
                    "name",
                    name.text(),
                    "known",
                    String.join(", ", names.stream().sorted().toList()));
        }
        return known;
    }

    /** The texts that name fields; the others are noted as faults. */
    List<String> known(List<Scalar> scalars) {
        List<String> known = new ArrayList<>();
        for (Scalar scalar : scalars) {
            if (has(scalar)) {
                known.add(scalar.text());
            }
        }
        return known;
    }
}
