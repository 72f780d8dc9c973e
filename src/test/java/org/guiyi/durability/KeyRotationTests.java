package org.guiyi.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rotation of the numbers' key that is killed between two chunks goes on when it is started again. */
@Tag("durability")
class KeyRotationTests {

    private static final int KILLED = 137;
    private static final String OLD = "old:" + "1f".repeat(32);
    private static final String NEW = "new:" + "2e".repeat(32);

    private final Path folder = Scratch.folder("guiyi-rotation");
    private final ChildApplication application = ChildApplication.packedIn(folder);
    private final Server.Database database = new Server().fresh();

    @Test
    void goesOnAfterAKill() {
        List<String> night = List.of("nightly", "--inbox", "input-samples", "--date", "2026-11-05");
        assertThat(run(OLD, List.of(), night)).isLessThanOrEqualTo(1);
        String persons = published();

        assertThat(run(OLD + "\n" + NEW, List.of("-Dguiyi.fault=keys:chunk"), List.of("keys", "rotate")))
                .isEqualTo(KILLED);
        assertThat(keys()).containsExactly("new", "old");
        assertThat(run(NEW, List.of(), List.of("status"))).isEqualTo(2);

        assertThat(run(OLD + "\n" + NEW, List.of(), List.of("keys", "rotate"))).isZero();
        assertThat(keys()).containsExactly("new");
        assertThat(published()).isEqualTo(persons);
        assertThat(run(NEW, List.of(), List.of("rebuild", "--verify"))).isZero();
        assertThat(published()).isEqualTo(persons);
        assertThat(database.violations()).isEmpty();
    }

    private int run(String key, List<String> options, List<String> command) {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("GUIYI_NUMBER_KEY", key);
        environment.put("GUIYI_INDEX_KEY", "index:" + "3d".repeat(32));
        return application
                .start(folder.resolve("home"), environment, options, command)
                .await();
    }

    private List<String> keys() {
        return database.jdbc()
                .sql("select distinct key_id from protection.number order by 1")
                .query(String.class)
                .list();
    }

    private String published() {
        return database.jdbc()
                .sql(
                        "select md5(string_agg(concat_ws('|', person_id, name, resident_id, birth_date, records), ',' order by person_id)) from warehouse.person")
                .query(String.class)
                .single();
    }
}
