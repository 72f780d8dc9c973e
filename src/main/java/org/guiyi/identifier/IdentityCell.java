package org.guiyi.identifier;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cell of an identity column on its way through the readers.
 *
 * @param text the delivered text after {@link CellText#clean}
 */
record IdentityCell(String delivered, String text, boolean numeric) {

    static IdentityCell of(String delivered, boolean numeric) {
        return new IdentityCell(delivered, CellText.clean(delivered), numeric);
    }

    /** The same cell with only a part of its text. */
    IdentityCell part(String part) {
        return new IdentityCell(delivered, part, numeric);
    }

    /** The flags, and {@code NORMALISED} last when something had to be taken away. */
    List<IdentityFlag> flags(IdentityFlag... seen) {
        var flags = new ArrayList<IdentityFlag>(List.of(seen));
        if (!delivered.equals(text)) {
            flags.add(IdentityFlag.NORMALISED);
        }
        return flags;
    }

    NoIdentity none(@Nullable String reason, IdentityFlag... seen) {
        return new NoIdentity(delivered, List.of(seen), reason, null);
    }

    PartialIdentity partial(String known, @Nullable String candidate, IdentityFlag... seen) {
        return new PartialIdentity(delivered, flags(seen), known, candidate);
    }

    UnusableIdentity unusable(@Nullable String known, @Nullable String candidate, IdentityFlag... seen) {
        return new UnusableIdentity(delivered, flags(seen), known, candidate);
    }
}
