package org.guiyi.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.guiyi.feed.DefinitionFaultsException;
import org.guiyi.feed.FeedDefinitions;
import org.guiyi.feed.FeedId;
import org.guiyi.identifier.CodeLists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyPlanTests {

    private static final Set<FeedId> FEEDS = Set.of(FeedId.of("health/deaths"));

    @TempDir
    Path jobs;

    @Test
    void theShippedPlanIsWell() {
        FeedDefinitions feeds = FeedDefinitions.load(Path.of("jobs"), CodeLists.load(Path.of("jobs/codes")));

        NightlyPlan plan = NightlyPlanReader.read(
                Path.of("jobs"),
                Set.copyOf(feeds.all().stream().map(feed -> feed.id()).toList()));

        assertThat(plan.cron()).isEqualTo("0 0 2 * * *");
        assertThat(plan.retention()).contains("0 0 5 * * SUN");
        assertThat(plan.expected()).hasSize(5);
    }

    @Test
    void tellsAllFaultsWithTheirLines() throws IOException {
        Files.writeString(jobs.resolve("nightly.yaml"), """
                cron: at two
                zone: China
                inbocks: inbox
                retention: sundays
                expected:
                  - {feed: health/births, due_day: 40}
                report:
                  mail: [it at county]
                  webhook: county.example
                  when: sometimes
                """);

        assertThatThrownBy(() -> NightlyPlanReader.read(jobs, FEEDS))
                .isInstanceOfSatisfying(
                        DefinitionFaultsException.class,
                        e -> assertThat(e.faults().toString())
                                .contains(
                                        "nightly.yaml:1",
                                        "is not cron",
                                        "nightly.yaml:2",
                                        "there is no time zone China")
                                .contains("“inbocks” is not known here", "inbox is missing")
                                .contains("nightly.yaml:4", "“sundays” is not cron")
                                .contains("nightly.yaml:6", "there is no feed health/births", "from 1 to 28")
                                .contains("nightly.yaml:8", "“it at county” is not a mail address")
                                .contains("nightly.yaml:9", "“county.example” is not an address")
                                .contains("nightly.yaml:10", "when is always or trouble"));
    }

    @Test
    void aMissingPlanIsAFaultToo() {
        assertThatThrownBy(() -> NightlyPlanReader.read(jobs, FEEDS))
                .isInstanceOfSatisfying(
                        DefinitionFaultsException.class,
                        e -> assertThat(e.faults().toString()).contains("there is no such file"));
    }
}
