package org.guiyi.doctor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at what must hold whenever no run is at work. */
final class InvariantCheck {

    private static final String BROKEN = """
            select invariant, count(*) as n, (array_agg(detail order by detail))[1:%d] as some
            from (select * from audit.violation union all select * from audit.unfinished) found group by invariant
            """.formatted(Finding.EXAMPLES);

    private final JdbcClient jdbc;

    InvariantCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Broken(long count, List<String> examples) {}

    void look(Diagnosis.Builder diagnosis) {
        Map<Invariant, Broken> broken = new TreeMap<>();
        jdbc.sql(BROKEN).query((RowCallbackHandler) row ->
                broken.put(Invariant.named(row.getString("invariant")), new Broken(row.getLong("n"), List.of((String[])
                        row.getArray("some").getArray()))));
        broken.forEach((invariant, found) ->
                diagnosis.add(invariant.name(), invariant.what(), found.count(), found.examples(), invariant.remedy()));
    }
}
