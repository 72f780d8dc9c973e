package org.guiyi.pipeline;

import java.util.Set;

/**
 * What a publication is to change among the effective processings.
 *
 * @param add processings that become effective, in place of an earlier one of the same submission
 * @param withdraw submissions that are taken out as if they had never come
 * @param refold whether every feed is folded afresh, changed or not
 */
record ChangeSet(Set<Long> add, Set<Long> withdraw, boolean refold) {

    ChangeSet {
        add = Set.copyOf(add);
        withdraw = Set.copyOf(withdraw);
    }

    boolean isEmpty() {
        return add.isEmpty() && withdraw.isEmpty() && !refold;
    }
}
