package org.guiyi.pipeline;

import java.util.List;
import org.guiyi.record.Effects;

/**
 * What an operation does or would do.
 *
 * @param applied records that are computed anew, per processing
 * @param retired processings taken back, and perhaps applied again
 * @param held processings that a guard holds
 * @param touched persons whose values or members change
 * @param persons persons that there are afterwards
 * @param people what becomes of persons
 * @param facts what becomes of facts of the warehouse, by table; tables without a change are left out
 * @param falling receipts of error workbooks whose answers fall with the roster that they answer
 */
public record Impact(
        List<Applied> applied,
        int retired,
        int held,
        long touched,
        long persons,
        PersonChanges people,
        List<FactChanges> facts,
        List<String> falling) {

    static final Impact NONE = new Impact(List.of(), 0, 0, 0, 0, PersonChanges.NONE, List.of(), List.of());

    public Impact {
        applied = List.copyOf(applied);
        facts = List.copyOf(facts);
        falling = List.copyOf(falling);
    }

    /**
     * The effects of one processing.
     *
     * @param replayed whether it was effective before and is only applied again, because it stands upon what changes
     */
    public record Applied(String receipt, Effects effects, boolean replayed) {}
}
