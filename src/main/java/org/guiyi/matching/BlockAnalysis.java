package org.guiyi.matching;

import java.util.Optional;
import java.util.function.Consumer;

/** Tells what the blocking rules of a spec would compare, before anything is compared. */
public final class BlockAnalysis {

    private static final Consumer<PairChunk> NOBODY = chunk -> {};

    private BlockAnalysis() {}

    /** Counts the pairs of every rule, also those that no earlier rule has; names the blocks that are too large. */
    public static BlockReport of(Records records) {
        MatchingSpec spec = records.spec();
        Blocking blocking = new Blocking(spec, records, Optional.empty());
        return blocking.pairs(() -> NOBODY, LinkageProgress.SILENT);
    }
}
