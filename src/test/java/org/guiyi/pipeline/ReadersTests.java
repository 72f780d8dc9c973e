package org.guiyi.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who reads while a night publishes sees one publication or the next, never something between (invariant I6). */
class ReadersTests extends FromAnEmptyWarehouse {

    /** One statement is one snapshot: everything a reader can see, under the number of the publication. */
    private static final String SEEN = """
            select coalesce((select max(publication) from register.publication), 0)
                   || ' persons ' || (select count(*) || ':' || coalesce(sum(publication), 0) from warehouse.person)
                   || ' enrolments ' || (select count(*) from warehouse.enrolment)
                   || ' origins ' || (select count(*) from warehouse.person_origin)
            """;

    @Test
    void seeOnePublicationOrTheNext() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Set<String> published = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        try {
            published.add(see());
            Future<?> reading = reader.submit(() -> {
                while (!over.get()) {
                    seen.add(see());
                }
            });
            for (int month = 1; month <= 4; month++) {
                String period = "2026年" + month + "月";
                guiyi.take(
                        inbox.students("在校学生" + period + ".csv", MadeUpChild.range(month, 40 + month)),
                        inbox.leftBehind("留守" + period + ".xlsx", period, MadeUpChild.range(month, 30 + month)));
                published.add(see());
            }
            over.set(true);
            reading.get();
        } finally {
            over.set(true);
            reader.shutdownNow();
        }
        assertThat(published).hasSize(5);
        assertThat(seen).isSubsetOf(published).hasSizeGreaterThan(1);
    }

    private String see() {
        return guiyi.jdbc().sql(SEEN).query(String.class).single();
    }
}
