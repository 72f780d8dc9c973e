package org.guiyi.person;

import java.util.ArrayList;
import java.util.List;
import org.guiyi.person.GoldenPerson.Chosen;

/** The golden values that one row gave for one reason: the columns, and the fields of the feed they were read from. */
record Origin(Member source, String reason, List<String> fields, List<String> sourceFields) {

    /** Groups the chosen values of a person, in their order. */
    static List<Origin> of(List<Chosen> values) {
        List<Origin> origins = new ArrayList<>(2);
        for (Chosen chosen : values) {
            Origin origin = origins.stream()
                    .filter(before -> before.gives(chosen))
                    .findFirst()
                    .orElse(null);
            if (origin == null) {
                origin = new Origin(chosen.source(), chosen.reason(), new ArrayList<>(), new ArrayList<>());
                origins.add(origin);
            }
            origin.fields.add(chosen.field().column());
            origin.sourceFields.add(chosen.sourceField());
        }
        return origins;
    }

    private boolean gives(Chosen chosen) {
        return source == chosen.source() && reason.equals(chosen.reason());
    }
}
