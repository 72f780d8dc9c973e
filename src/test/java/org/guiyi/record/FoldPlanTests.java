package org.guiyi.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.guiyi.record.ProcessingPosition.Coverage;
import org.junit.jupiter.api.Test;

class FoldPlanTests {

    private static final ProcessingPosition SEPTEMBER = at(1, "2026-09", "school-a");
    private static final ProcessingPosition OCTOBER = at(2, "2026-10", "school-a");
    private static final ProcessingPosition OTHER_SCHOOL = at(3, "2026-10", "school-b");
    private static final ProcessingPosition BOTH_SCHOOLS = at(4, "2026-11", "school-a", "school-b");

    @Test
    void appliesOnlyTheNewOneWhenItComesLast() {
        FoldPlan plan = FoldPlan.between(List.of(SEPTEMBER), List.of(OCTOBER, SEPTEMBER));

        assertThat(plan).isEqualTo(new FoldPlan(List.of(), List.of(OCTOBER)));
    }

    @Test
    void replaysWhatComesAfterALateArrival() {
        FoldPlan plan = FoldPlan.between(List.of(OCTOBER), List.of(SEPTEMBER, OCTOBER));

        assertThat(plan).isEqualTo(new FoldPlan(List.of(OCTOBER), List.of(SEPTEMBER, OCTOBER)));
    }

    @Test
    void leavesOtherScopesAlone() {
        FoldPlan plan = FoldPlan.between(List.of(SEPTEMBER, OCTOBER, OTHER_SCHOOL), List.of(SEPTEMBER, OTHER_SCHOOL));

        assertThat(plan).isEqualTo(new FoldPlan(List.of(OCTOBER), List.of()));
    }

    @Test
    void followsAFileOfSeveralScopesIntoAllOfThem() {
        FoldPlan plan =
                FoldPlan.between(List.of(OCTOBER, OTHER_SCHOOL, BOTH_SCHOOLS), List.of(OTHER_SCHOOL, BOTH_SCHOOLS));

        assertThat(plan)
                .isEqualTo(new FoldPlan(
                        List.of(OCTOBER, OTHER_SCHOOL, BOTH_SCHOOLS), List.of(OTHER_SCHOOL, BOTH_SCHOOLS)));
    }

    @Test
    void hasNothingToDoWhenNothingChanged() {
        assertThat(FoldPlan.between(List.of(SEPTEMBER, OCTOBER), List.of(OCTOBER, SEPTEMBER))
                        .isEmpty())
                .isTrue();
    }

    private static ProcessingPosition at(long number, String period, String... scopes) {
        return new ProcessingPosition(
                number,
                number,
                "education/students",
                Coverage.WHOLE_SCOPE,
                period,
                Instant.EPOCH.plusSeconds(number),
                Set.of(scopes));
    }
}
