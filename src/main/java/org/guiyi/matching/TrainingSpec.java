package org.guiyi.matching;

import java.util.List;

/**
 * What a spec says about training.
 *
 * @param same records that agree on all these keys are surely one person and teach how one person's values differ; empty
 *     when there is no such key
 * @param seed the seed of every sample
 */
record TrainingSpec(List<Key> same, long seed) {

    TrainingSpec {
        same = List.copyOf(same);
    }
}
