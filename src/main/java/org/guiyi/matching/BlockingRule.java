package org.guiyi.matching;

import java.util.List;

/**
 * Records that agree on all keys are compared.
 *
 * @param refine further keys for a block that is too large; empty when there are none
 */
record BlockingRule(String name, List<Key> keys, List<Key> refine) {

    BlockingRule {
        keys = List.copyOf(keys);
        refine = List.copyOf(refine);
    }
}
