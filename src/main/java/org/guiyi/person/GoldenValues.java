package org.guiyi.person;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.guiyi.database.CopyRows;
import org.guiyi.database.CopyStream;
import org.guiyi.person.GoldenPerson.Chosen;
import org.guiyi.protection.NumberTokens;
import org.guiyi.protection.NumberVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes the golden values of the persons that the pending publication touches, streaming person by person. */
@Component
public class GoldenValues {

    private static final int FLUSH = 1 << 20;

    private static final List<String> TOUCHED = List.of(
            "truncate register.touched_record, register.touched_person, register.pending_person, register.pending_origin",
            """
            insert into register.touched_record
            select record_id from register.record_head
            where from_publication = :publication or to_publication = :publication
            union
            select record_id from register.membership
            where from_publication = :publication or to_publication = :publication
            """,
            """
            insert into register.touched_person
            select distinct m.person_id from register.membership m join register.touched_record using (record_id)
            where m.to_publication is null or m.to_publication = :publication
            """,
            "analyze register.touched_record, register.touched_person");

    private static final String MEMBERS =
            "select m.person_id, " + EvidenceReader.COLUMNS + """
            , h.processing_id, h.row_seq, coalesce(u.period, '') as period,
              coalesce(u.period, '') || to_char(u.delivered_at, 'YYYYMMDDHH24MISSUS') || h.feed || h.scope
                  || to_char(h.row_seq, 'FM0000000000') as place
            """ + EvidenceReader.FROM_CURRENT + """
            join register.membership m on m.record_id = h.record_id and m.to_publication is null
            join register.touched_person t on t.person_id = m.person_id
            join intake.processing p on p.processing_id = h.processing_id
            join intake.submission u on u.submission_id = p.submission_id
            where h.to_publication is null
            order by m.person_id
            """;

    private final JdbcClient jdbc;
    private final DataSource database;
    private final EvidenceReader evidence;
    private final NumberVault vault;

    GoldenValues(JdbcClient jdbc, DataSource database, EvidenceReader evidence, NumberVault vault) {
        this.jdbc = jdbc;
        this.database = database;
        this.evidence = evidence;
        this.vault = vault;
    }

    /** @return how many persons are touched */
    public long compute(long publication) throws SQLException {
        TOUCHED.forEach(sql -> jdbc.sql(sql).param("publication", publication).update());
        try (Connection first = database.getConnection();
                Connection second = database.getConnection();
                CopyStream persons = CopyStream.into(first, "register.pending_person");
                CopyStream origins = CopyStream.into(second, "register.pending_origin")) {
            Writer writer = new Writer(persons, origins, vault.tokensOfKept());
            evidence.evidence(MEMBERS, Place::of, writer::member);
            writer.finish();
        }
        jdbc.sql("analyze register.pending_person, register.pending_origin").update();
        return jdbc.sql("select count(*) from register.touched_person")
                .query(Long.class)
                .single();
    }

    /** Whose row it is, and where it stands in files and time. */
    private record Place(long person, long processing, int rowSeq, String period, String order) {

        static Place of(ResultSet row) throws SQLException {
            return new Place(
                    row.getLong("person_id"),
                    row.getLong("processing_id"),
                    row.getInt("row_seq"),
                    row.getString("period"),
                    row.getString("place"));
        }
    }

    /** Gathers the members of one person at a time and writes what is chosen. */
    private static final class Writer {
        private final CopyStream persons;
        private final CopyStream origins;
        private final CopyRows personLines = new CopyRows(FLUSH);
        private final CopyRows originLines = new CopyRows(FLUSH);
        private final List<Member> members = new ArrayList<>();
        private final NumberTokens numbers;
        private long person = -1;

        Writer(CopyStream persons, CopyStream origins, NumberTokens numbers) {
            this.persons = persons;
            this.origins = origins;
            this.numbers = numbers;
        }

        void member(Evidence evidence, Place place) {
            if (place.person() != person) {
                choose();
                person = place.person();
            }
            members.add(new Member(evidence, place.processing(), place.rowSeq(), place.period(), place.order()));
        }

        void finish() throws SQLException {
            choose();
            flush();
            persons.finish();
            origins.finish();
        }

        private void choose() {
            if (!members.isEmpty()) {
                write(GoldenPerson.of(person, members));
                members.clear();
            }
            if (personLines.length() + originLines.length() > FLUSH) {
                flush();
            }
        }

        private void write(GoldenPerson golden) {
            Map<GoldenField, Chosen> byField = new EnumMap<>(GoldenField.class);
            golden.values().forEach(chosen -> byField.put(chosen.field(), chosen));
            personLines.number(golden.personId());
            for (GoldenField field : GoldenField.values()) {
                Chosen chosen = byField.get(field);
                personLines.text(chosen == null ? null : kept(field, chosen.value()));
            }
            personLines
                    .number(golden.records())
                    .text(golden.validFrom().toString())
                    .endRow();
            Origin.of(golden.values()).forEach(origin -> write(golden.personId(), origin));
        }

        private String kept(GoldenField field, String value) {
            return field.isNumber() ? numbers.whole(value) : numbers.within(value);
        }

        private void write(long personId, Origin origin) {
            originLines
                    .number(personId)
                    .number(origin.source().evidence().recordId())
                    .number(origin.source().processingId())
                    .number(origin.source().rowSeq())
                    .text(origin.reason())
                    .texts(origin.fields())
                    .texts(origin.sourceFields())
                    .endRow();
        }

        private void flush() {
            try {
                persons.write(personLines);
                origins.write(originLines);
            } catch (SQLException e) {
                throw new IllegalStateException("copying golden values failed", e);
            }
            personLines.clear();
            originLines.clear();
        }
    }
}
