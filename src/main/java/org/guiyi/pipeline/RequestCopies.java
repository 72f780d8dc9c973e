package org.guiyi.pipeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.guiyi.intake.RequestFolders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The copies of requested files that were not taken away when their request ended, because it failed. */
@Component
class RequestCopies {

    private final RequestFolders folders;
    private final JdbcClient jdbc;

    RequestCopies(Settings settings, JdbcClient jdbc) {
        this.folders = new RequestFolders(settings.home());
        this.jdbc = jdbc;
    }

    /** Requests that were over before a time and still have copies; a folder may be made before its request is known. */
    List<Long> overBefore(Instant time) {
        Set<Long> known = ids(jdbc.sql("select request_id from batch.request"));
        Set<Long> over = ids(jdbc.sql("""
                        select request_id from batch.request
                        where state not in ('queued', 'running') and coalesce(finished_at, asked_at) < ?
                        """).param(Timestamp.from(time)));
        return folders.all().stream()
                .filter(number -> known.contains(number)
                        ? over.contains(number)
                        : folders.changed(number).isBefore(time))
                .toList();
    }

    /** @return how many */
    long removeOverBefore(Instant time) {
        List<Long> due = overBefore(time);
        due.forEach(folders::remove);
        return due.size();
    }

    private static Set<Long> ids(JdbcClient.StatementSpec query) {
        return new HashSet<>(query.query(Long.class).list());
    }
}
