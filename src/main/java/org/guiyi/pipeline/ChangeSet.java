package org.guiyi.pipeline;

import java.util.HashSet;
import java.util.Set;

/**
 * What a publication is to change among the effective processings.
 *
 * @param add processings that become effective, in place of an earlier one of the same submission
 * @param withdraw submissions that are taken out as if they had never come
 * @param refold whether every feed is folded afresh, changed or not
 * @param admitted processings that the guards pass by, because somebody has looked at their effects
 */
record ChangeSet(Set<Long> add, Set<Long> withdraw, boolean refold, Set<Long> admitted) {

    /** Nothing changes among them; judgements or another model may still be waiting. */
    static final ChangeSet NONE = new ChangeSet(Set.of(), Set.of(), false);

    /** Everything is folded afresh. */
    static final ChangeSet REFOLD = new ChangeSet(Set.of(), Set.of(), true);

    ChangeSet {
        add = Set.copyOf(add);
        withdraw = Set.copyOf(withdraw);
        admitted = Set.copyOf(admitted);
    }

    ChangeSet(Set<Long> add, Set<Long> withdraw, boolean refold) {
        this(add, withdraw, refold, Set.of());
    }

    static ChangeSet adding(Set<Long> processings) {
        return new ChangeSet(processings, Set.of(), false);
    }

    static ChangeSet releasing(long processing) {
        return new ChangeSet(Set.of(processing), Set.of(), false, Set.of(processing));
    }

    ChangeSet without(Set<Long> processings) {
        Set<Long> left = new HashSet<>(add);
        left.removeAll(processings);
        return new ChangeSet(left, withdraw, refold, admitted);
    }

    boolean isEmpty() {
        return add.isEmpty() && withdraw.isEmpty() && !refold;
    }
}
