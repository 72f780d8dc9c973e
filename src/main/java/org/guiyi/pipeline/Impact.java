package org.guiyi.pipeline;

import java.util.List;
import org.guiyi.intake.Bilingual;
import org.guiyi.record.Effects;

/**
 * What an operation does or would do.
 *
 * @param applied records that are computed anew, per processing
 * @param retired processings taken back, and perhaps applied again
 * @param holds what a guard holds, and why
 * @param touched persons whose values or members change
 * @param persons persons that there are afterwards
 * @param people what becomes of persons
 * @param named who they are
 * @param facts what becomes of facts of the warehouse, by table; tables without a change are left out
 * @param falling receipts of error workbooks whose answers fall with the roster that they answer
 * @param returning receipts that come back, because what had taken their place is withdrawn
 */
public record Impact(
        List<Applied> applied,
        int retired,
        List<Held> holds,
        long touched,
        long persons,
        PersonChanges people,
        NamedPersons named,
        List<FactChanges> facts,
        List<String> falling,
        List<String> returning) {

    static final Impact NONE = new Impact(
            List.of(), 0, List.of(), 0, 0, PersonChanges.NONE, NamedPersons.NOBODY, List.of(), List.of(), List.of());

    public Impact {
        applied = List.copyOf(applied);
        facts = List.copyOf(facts);
        holds = List.copyOf(holds);
        falling = List.copyOf(falling);
        returning = List.copyOf(returning);
    }

    /** How many processings a guard holds. */
    public int held() {
        return holds.size();
    }

    /** What is done where nothing is published: error workbooks are turned down with the roster that they answer. */
    static Impact fallingOnly(List<String> falling) {
        return new Impact(
                List.of(), 0, List.of(), 0, 0, PersonChanges.NONE, NamedPersons.NOBODY, List.of(), falling, List.of());
    }

    /** A processing that a guard holds. */
    public record Held(String receipt, Bilingual why) {}

    /**
     * The effects of one processing.
     *
     * @param replayed whether it was effective before and is only applied again, because it stands upon what changes
     */
    public record Applied(String receipt, Effects effects, boolean replayed) {}
}
