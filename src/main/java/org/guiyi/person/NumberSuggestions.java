package org.guiyi.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.guiyi.protection.NumberTexts;
import org.guiyi.protection.NumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds damaged identity numbers that another record of the same person shows whole. */
@Component
class NumberSuggestions {

    private static final int BATCH = 2_000;
    private static final char UNKNOWN = '*';

    /** Each damaged number beside every whole one of its person. */
    private static final String BESIDE = """
            select damaged.record_id as damaged, damaged.id_digits as pattern, whole.record_id as shown_by,
                   whole.id_digits as number
            from (select h.record_id, m.person_id, s.id_digits
                  from register.record_head h
                  join register.staged_record s
                    on s.processing_id = h.processing_id and s.row_seq = h.row_seq and s.role = h.role
                  join register.membership m on m.record_id = h.record_id and m.to_publication is null
                  where h.to_publication is null and h.role = 'subject' and s.key1 is null and not s.id_whole) damaged
            join (select h.record_id, m.person_id, s.id_digits
                  from register.record_head h
                  join register.staged_record s
                    on s.processing_id = h.processing_id and s.row_seq = h.row_seq and s.role = h.role
                  join register.membership m on m.record_id = h.record_id and m.to_publication is null
                  where h.to_publication is null and s.key1 is not null and s.id_digits is not null) whole
              on whole.person_id = damaged.person_id
            order by damaged.record_id, whole.record_id
            """;

    private final JdbcClient jdbc;
    private final NumberVault vault;

    NumberSuggestions(JdbcClient jdbc, NumberVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Pair(long damaged, String pattern, long shownBy, String number) {}

    /** Adds one task for each damaged record to a table of kinds, subjects and details; within a transaction. */
    void addTo(String table) {
        List<Pair> pairs = jdbc.sql(BESIDE)
                .query((row, number) -> new Pair(
                        row.getLong("damaged"),
                        row.getString("pattern"),
                        row.getLong("shown_by"),
                        row.getString("number")))
                .list();
        List<Pair> suggested = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        for (int from = 0; from < pairs.size(); from += BATCH) {
            List<Pair> batch = pairs.subList(from, Math.min(from + BATCH, pairs.size()));
            NumberTexts numbers = vault.numbersOf(batch.stream()
                    .flatMap(pair -> Stream.of(pair.pattern(), pair.number()))
                    .toList());
            batch.stream()
                    .filter(pair -> fits(numbers.reveal(pair.number()), numbers.reveal(pair.pattern())))
                    .filter(pair -> known.add(pair.damaged()))
                    .forEach(suggested::add);
        }
        add(table, suggested);
    }

    private void add(String table, List<Pair> suggested) {
        jdbc.sql("""
                        insert into %s
                        select 'number-suggestion', s.damaged::text, json_build_object('record', s.damaged, 'shown_by', s.shown_by)
                        from unnest(cast(:damaged as bigint[]), cast(:shown_by as bigint[])) s (damaged, shown_by)
                        """.formatted(table))
                .param("damaged", suggested.stream().map(Pair::damaged).toArray(Long[]::new))
                .param("shown_by", suggested.stream().map(Pair::shownBy).toArray(Long[]::new))
                .update();
    }

    /** Whether a whole number has the digits of a damaged one wherever these are known. */
    private static boolean fits(String number, String pattern) {
        if (number.length() != pattern.length()) {
            return false;
        }
        for (int place = 0; place < number.length(); place++) {
            if (pattern.charAt(place) != UNKNOWN && pattern.charAt(place) != number.charAt(place)) {
                return false;
            }
        }
        return true;
    }
}
