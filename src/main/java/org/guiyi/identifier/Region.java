package org.guiyi.identifier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A region of GB/T 2260.
 *
 * @param code six digits: a province ends in 0000, a prefecture in 00
 * @param parentCode the region above it as the code says, or null for a province
 * @param withdrawnBy1983 withdrawn before the first resident IDs were issued in 1984
 * @param successorCode the current region it went into, where its name tells, or null
 */
public record Region(
        String code,
        String name,
        @Nullable String parentCode,
        RegionState state,
        boolean withdrawnBy1983,
        @Nullable String successorCode) {

    public Optional<String> parent() {
        return Optional.ofNullable(parentCode);
    }

    public Optional<String> successor() {
        return Optional.ofNullable(successorCode);
    }
}
