package org.guiyi.pipeline;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.guiyi.record.ProcessingPosition;
import org.guiyi.record.ProcessingPosition.Coverage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which processings are effective now and which would be after a change. */
@Component
class EffectiveProcessings {

    private static final String SELECT = """
            select p.processing_id, p.submission_id, s.feed, s.kind, s.period, s.delivered_at, s.amends_submission_id,
                   p.state, p.released,
                   coalesce((select array_agg(c.scope) from intake.processing_scope c
                             where c.processing_id = p.processing_id), '{}') as scopes
            from intake.processing p join intake.submission s using (submission_id)
            """;

    private final JdbcClient jdbc;

    EffectiveProcessings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A processing with its place, and the submission it amends. */
    private record Placed(ProcessingPosition position, Optional<Long> amends) {}

    /** The effective processings of every feed before and after a change. */
    record Shift(Map<String, List<ProcessingPosition>> before, Map<String, List<ProcessingPosition>> after) {}

    Shift shift(ChangeSet change) {
        List<Placed> now = jdbc.sql(SELECT + " where p.state = 'effective'")
                .query(EffectiveProcessings::map)
                .list();
        List<Placed> wanted = new ArrayList<>(added(change));
        Set<Long> replaced =
                wanted.stream().map(placed -> placed.position().submissionId()).collect(Collectors.toSet());
        now.stream()
                .filter(placed -> !replaced.contains(placed.position().submissionId()))
                .filter(placed -> !change.withdraw().contains(placed.position().submissionId()))
                .forEach(wanted::add);
        return new Shift(byFeed(now), byFeed(withoutOrphans(wanted)));
    }

    /** What is staged and waits for publication. */
    ChangeSet waiting() {
        List<Long> withdraw = jdbc.sql("""
                        select submission_id from intake.submission where state = 'withdrawing'
                        union
                        select f.submission_id
                        from intake.submission f join intake.submission s on s.replaces_submission_id = f.submission_id
                        join intake.processing p on p.submission_id = s.submission_id
                        where p.state = 'staged' and p.reason <> 'preview' and s.state <> 'published'
                          and f.state = 'published'
                        """).query(Long.class).list();
        List<Long> add = jdbc.sql("""
                        select distinct on (submission_id) processing_id from intake.processing
                        where state = 'staged' and reason <> 'preview' and submission_id <> all (?)
                        order by submission_id, number desc
                        """)
                .param(withdraw.toArray(Long[]::new))
                .query(Long.class)
                .list();
        return new ChangeSet(Set.copyOf(add), Set.copyOf(withdraw), false);
    }

    /** Those of these processings that would take the place of one that is effective. */
    Set<Long> inPlaceOfAnother(Set<Long> processings) {
        return Set.copyOf(jdbc.sql("""
                        select p.processing_id from intake.processing p
                        join intake.processing e on e.submission_id = p.submission_id and e.state = 'effective'
                        where p.processing_id = any (?)
                        """)
                .param(processings.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    private List<Placed> added(ChangeSet change) {
        return jdbc.sql(SELECT + " where p.processing_id = any (?)")
                .param(change.add().toArray(Long[]::new))
                .query(EffectiveProcessings::map)
                .list();
    }

    /** An amendment of a submission that is not in the set amends nothing. */
    private static List<Placed> withoutOrphans(List<Placed> placed) {
        Set<Long> present =
                placed.stream().map(each -> each.position().submissionId()).collect(Collectors.toSet());
        return placed.stream()
                .filter(each -> each.amends().map(present::contains).orElse(true))
                .toList();
    }

    private static Map<String, List<ProcessingPosition>> byFeed(Collection<Placed> placed) {
        return placed.stream()
                .map(Placed::position)
                .collect(Collectors.groupingBy(ProcessingPosition::feed, TreeMap::new, Collectors.toList()));
    }

    private static Placed map(ResultSet row, int number) throws SQLException {
        Array scopes = row.getArray("scopes");
        boolean snapshot = row.getString("kind").equals("snapshot");
        String period = row.getString("period");
        return new Placed(
                new ProcessingPosition(
                        row.getLong("processing_id"),
                        row.getLong("submission_id"),
                        row.getString("feed"),
                        snapshot ? Coverage.WHOLE_SCOPE : Coverage.NAMED_ROWS,
                        period == null ? "" : period,
                        row.getTimestamp("delivered_at").toInstant(),
                        Set.of((String[]) scopes.getArray())),
                Optional.ofNullable(row.getObject("amends_submission_id", Long.class)));
    }
}
