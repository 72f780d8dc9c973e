package org.guiyi.person;

import org.guiyi.feed.FieldRole;
import org.jspecify.annotations.Nullable;

/** A parent, told by a column of its own or as the guardian: a roster that asks for one guardian often names the mother there. */
enum Parent {
    FATHER("51", FieldRole.FATHER_NAME),
    MOTHER("52", FieldRole.MOTHER_NAME);

    private final String relation;
    private final FieldRole name;

    /** @param relation code of GB/T 4761 */
    Parent(String relation, FieldRole name) {
        this.relation = relation;
        this.name = name;
    }

    /** Whether the guardian of this row is one of the parents. */
    static boolean isGuardian(Evidence evidence) {
        return FATHER.guards(evidence) || MOTHER.guards(evidence);
    }

    /** The field that names this parent in this row. */
    FieldRole nameIn(Evidence evidence) {
        return evidence.value(name) == null && guards(evidence) ? FieldRole.GUARDIAN_NAME : name;
    }

    /** This parent's identity number; known only where the parent is the guardian. */
    @Nullable
    String number(Evidence evidence) {
        return guards(evidence) ? evidence.value(FieldRole.GUARDIAN_RESIDENT_ID) : null;
    }

    private boolean guards(Evidence evidence) {
        return relation.equals(evidence.value(FieldRole.GUARDIAN_RELATION));
    }
}
