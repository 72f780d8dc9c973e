package org.guiyi.matching;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What a spec says about training.
 *
 * @param same records that agree on all these keys are surely one person and teach how one person's values differ; empty
 *     when there is no such key
 * @param seed the seed of every sample
 * @param recall the share of all pairs of one person that agree on these keys, as far as one can tell: then it gives the
 *     prior; empty when the prior is learned with all else
 */
record TrainingSpec(List<Key> same, long seed, OptionalDouble recall) {

    TrainingSpec {
        same = List.copyOf(same);
    }
}
