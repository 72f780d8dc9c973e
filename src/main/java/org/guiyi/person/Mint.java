package org.guiyi.person;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** New person ids from the database's sequence, fetched a thousand at a time. */
final class Mint {

    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private int left;
    private List<Long> fetched = List.of();

    Mint(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long next() {
        if (left == 0) {
            fetched = jdbc.sql("select nextval('register.person_id') from generate_series(1, ?)")
                    .param(BATCH)
                    .query(Long.class)
                    .list();
            left = fetched.size();
        }
        return fetched.get(fetched.size() - left--);
    }
}
