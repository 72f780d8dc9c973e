package org.guiyi.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.guiyi.protection.Keys;
import org.guiyi.protection.Signature;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes the oldest part of the trail away when it has been kept long enough; what stays begins at a signed horizon. */
@Component
public class AuditRetention {

    private final JdbcClient jdbc;
    private final Keys keys;

    AuditRetention(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    private record Cut(long position, byte[] mac, long rows) {}

    /** Rows at the beginning of the chain that are all older than a time. */
    public long countBefore(Instant time) {
        return cut(time).map(Cut::rows).orElse(0L);
    }

    /** Takes them away; the database refuses what is younger than three years. Within a transaction. @return how many */
    public long pruneBefore(Instant time) {
        Optional<Cut> found = cut(time);
        if (found.isEmpty()) {
            return 0;
        }
        Cut cut = found.get();
        Signature signature = keys.audit().sign(Horizon.message(cut.position(), cut.mac(), time));
        jdbc.sql("insert into audit.horizon (position, mac, until, key_id, signature) values (?, ?, ?, ?, ?)")
                .params(cut.position(), cut.mac(), Timestamp.from(time), signature.keyId(), signature.mac())
                .update();
        return jdbc.sql("select audit.prune(?)")
                .param(cut.position())
                .query(Long.class)
                .single();
    }

    private Optional<Cut> cut(Instant time) {
        return jdbc.sql("""
                        with young (position) as (
                            select coalesce(min(s.position), 9223372036854775807)
                            from audit.seal s join audit.event e using (event_id) where e.at >= ?)
                        select s.position, s.mac, count(*) over () as rows
                        from audit.seal s join young on s.position < young.position
                        order by s.position desc limit 1
                        """)
                .param(Timestamp.from(time))
                .query((row, number) -> new Cut(row.getLong(1), row.getBytes(2), row.getLong(3)))
                .optional();
    }
}
