package org.guiyi.matching;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows for tests, written by field name, linked by the shipped person spec. */
final class Roster {

    static final MatchingSpec PERSON = MatchingSpec.load(Path.of("jobs/matching/person.yaml"));

    private final List<Row> rows = new ArrayList<>();

    /** One row; every method sets one field. */
    static final class Row {
        final long id;
        final int person;
        final Map<String, String> values = new LinkedHashMap<>();

        Row(long id, int person) {
            this.id = id;
            this.person = person;
        }

        void addTo(Records.Builder builder) {
            List<String> columns = PERSON.columns();
            if (!columns.containsAll(values.keySet())) {
                throw new IllegalArgumentException("unknown field among " + values.keySet());
            }
            builder.add(id, columns.stream().map(values::get).toArray(String[]::new));
        }

        Row with(String field, String value) {
            values.put(field, value);
            return this;
        }

        /** A name whose pinyin is given by hand. */
        Row named(String name, String sound) {
            return with("name", name).with("name_key", name).with("name_sound", sound);
        }

        Row born(String date) {
            return with("birth_date", date);
        }

        Row trusted(String number) {
            return with("resident_id", number).with("resident_id_trusted", "1");
        }

        Row untrusted(String number) {
            return with("resident_id", number).with("resident_id_trusted", "0");
        }

        Row partly(String pattern) {
            return with("resident_id_pattern", pattern);
        }

        Row guardian(String name) {
            return with("guardian_name", name).with("carer_name", name);
        }

        Row guardianNumber(String number) {
            return with("guardian_id", number).with("carer_id", number);
        }
    }

    Row add(long id) {
        Row row = new Row(id, -1);
        rows.add(row);
        return row;
    }

    void add(Row row) {
        rows.add(row);
    }

    /** A boy of 14 with everything but a number. */
    Row aBoy(long id) {
        return add(id).named("张子涵", "zhang zi han")
                .born("2012-03-14")
                .with("sex", "1")
                .guardian("张建国")
                .with("region", "150422101")
                .with("ethnic", "01");
    }

    List<Row> rows() {
        return rows;
    }

    Records records() {
        return records(rows);
    }

    Records shuffled(Random random) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        return records(shuffled);
    }

    private static Records records(List<Row> rows) {
        Records.Builder builder = Records.builder(PERSON);
        rows.forEach(row -> row.addTo(builder));
        return builder.build();
    }

    LinkageResult link(Judgement... judgements) {
        return Linkage.of(PERSON).link(records(), List.of(judgements));
    }

    /** The level that a comparison gives two rows. */
    static String level(LinkageResult result, String comparison, long a, long b) {
        return part(result, comparison, a, b).level();
    }

    static Explanation.Part part(LinkageResult result, String comparison, long a, long b) {
        return result.explain(a, b).parts().stream()
                .filter(part -> part.comparison().equals(comparison))
                .findFirst()
                .orElseThrow();
    }
}
