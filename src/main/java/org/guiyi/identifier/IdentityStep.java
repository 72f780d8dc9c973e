package org.guiyi.identifier;

import java.util.Optional;

/** One way of reading a cell; empty when the cell is not of its kind and the next one should look. */
interface IdentityStep {

    Optional<IdentityReading> read(IdentityCell cell);
}
