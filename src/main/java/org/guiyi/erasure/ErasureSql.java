package org.guiyi.erasure;

import java.util.List;

/**
 * The statements of an erasure. {@code erased_row} holds the rows in which the person stands: as {@code subject}, or under the
 * role of somebody related.
 */
final class ErasureSql {

    private static final int UNMISTAKABLE = 15;

    /** The person id and every id that was merged into it. */
    static final String IDS = """
            with recursive merged as (
                select cast(? as bigint) as person_id
                union
                select r.person_id from merged m join register.redirect r on r.other_person_id = m.person_id)
            select person_id from merged order by 1
            """;

    /** Names and birth dates of the person's own rows that show no trusted number. */
    static final String UNNUMBERED = """
            select distinct s.name_key, s.birth
            from register.membership m
            join register.record_version v on v.record_id = m.record_id and v.role = 'subject'
            join register.staged_record s on s.processing_id = v.processing_id and s.row_seq = v.row_seq and s.role = v.role
            where m.person_id = ? and m.to_publication is null and s.name_key is not null and s.birth is not null
              and s.key1 is null
            order by 1, 2
            """;

    static final String GATHER = """
            create temp table erased_row on commit drop as
            with mine as (
                select distinct v.processing_id, v.row_seq, v.role
                from register.record_version v where v.record_id = any (:records) and v.row_seq is not null),
            said as (
                select s.* from register.staged_record s join mine using (processing_id, row_seq, role))
            select processing_id, row_seq, role from mine
            union
            select s.processing_id, s.row_seq, s.role from register.staged_record s
            where s.id_digits = any (:numbers)
              and (s.role <> 'subject' or exists (
                    select 1 from said where register.names_share(s.name_key, s.name_sound, said.name_key, said.name_sound)))
            union
            select s.processing_id, s.row_seq, s.role from register.staged_record s join said on s.key1 = said.key1
            union
            select s.processing_id, s.row_seq, s.role from register.staged_record s
            join said on s.role = 'subject' and said.role = 'subject' and s.key1 is null and said.key1 is null
             and s.name_key = said.name_key and s.birth = said.birth
            """;

    /** The person's own rows: counted as rejected from now on, without content. */
    static final List<String> EMPTY_ROWS = List.of("""
            delete from steward.correction c using erased_row e, intake.processing p, intake.row r
            where e.role = 'subject' and p.processing_id = e.processing_id and c.submission_id = p.submission_id
              and r.processing_id = e.processing_id and r.row_seq = e.row_seq and c.sheet = r.sheet and c.row_number = r.row_number
            """, """
            with moved as (
                select r.processing_id, count(*) filter (where r.verdict = 'accepted') as accepted,
                       count(*) filter (where r.verdict = 'duplicate') as duplicate
                from intake.row r
                where (r.processing_id, r.row_seq) in (select processing_id, row_seq from erased_row where role = 'subject')
                group by r.processing_id)
            update intake.processing p
            set rows_accepted = p.rows_accepted - m.accepted, rows_duplicate = p.rows_duplicate - m.duplicate,
                rows_rejected = p.rows_rejected + m.accepted + m.duplicate
            from moved m where m.processing_id = p.processing_id
            """, """
            update intake.submission s
            set rows_accepted = p.rows_accepted, rows_rejected = p.rows_rejected, rows_duplicate = p.rows_duplicate
            from intake.processing p
            where p.processing_id = s.current_processing_id and p.rows_read is not null
              and p.processing_id in (select processing_id from erased_row where role = 'subject')
            """, """
            update intake.row r set verdict = 'rejected', cells = null
            where (r.processing_id, r.row_seq) in (select processing_id, row_seq from erased_row where role = 'subject')
            """, """
            delete from intake.row_problem r
            where (r.processing_id, r.row_seq) in (select processing_id, row_seq from erased_row where role = 'subject')
            """, """
            delete from register.staged_record r
            where (r.processing_id, r.row_seq) in (select processing_id, row_seq from erased_row where role = 'subject')
            """);

    static final String SAY_SO = """
            insert into intake.row_problem
                (processing_id, row_seq, code, severity, field, column_index, delivered, message_zh, message_en)
            select distinct processing_id, row_seq, ?, 'reject', cast(null as text), -1, '', ?, ?
            from erased_row where role = 'subject'
            """;

    /** Rows about others: the cells and values that a feed has for somebody in this role. */
    static final List<String> EMPTY_MENTIONS = List.of("""
            update intake.row r
            set cells = (select json_agg(case when n.field is null then c.text else '' end order by c.place)
                         from json_array_elements_text(r.cells) with ordinality c (text, place)
                         left join (select (x ->> 'column')::int as place, x ->> 'field' as field
                                    from json_array_elements(sh.columns) x where x ->> 'field' = any (:fields)) n
                           on n.place = c.place - 1)
            from erased_row e
            join intake.processing p using (processing_id)
            join intake.submission s on s.submission_id = p.submission_id and s.feed = :feed
            join intake.sheet sh on sh.processing_id = e.processing_id
            where e.role = :role and r.processing_id = e.processing_id and r.row_seq = e.row_seq and sh.sheet = r.sheet
              and r.cells is not null
            """, """
            update register.staged_record t
            set fields = (t.fields::jsonb - array(select f || tail from unnest(:fields) f,
                              unnest(array['', '~trusted', '~pattern', '~student_number', '~disability_certificate']) tail))::json
            from erased_row e
            join intake.processing p using (processing_id)
            join intake.submission s on s.submission_id = p.submission_id and s.feed = :feed
            where e.role = :role and t.processing_id = e.processing_id and t.row_seq = e.row_seq and t.role = 'subject'
            """, """
            delete from intake.row_problem t
            using erased_row e
            join intake.processing p using (processing_id)
            join intake.submission s on s.submission_id = p.submission_id and s.feed = :feed
            where e.role = :role and t.processing_id = e.processing_id and t.row_seq = e.row_seq and t.field = any (:fields)
              and t.severity <> 'reject'
            """, """
            delete from register.staged_record t
            using erased_row e
            join intake.processing p using (processing_id)
            join intake.submission s on s.submission_id = p.submission_id and s.feed = :feed
            where e.role = :role and t.processing_id = e.processing_id and t.row_seq = e.row_seq and t.role = :role
            """);

    /** Wherever else the number was typed; what was typed beside it may be left. */
    static final List<String> EMPTY_NUMBER = List.of(
            """
            update intake.row set cells = replace(cells::text, :number, :rest)::json where position(:number in cells::text) > 0
            """,
            """
            update intake.row_problem set delivered = replace(delivered, :number, :rest),
                   suggestion = replace(suggestion, :number, :rest), message_zh = replace(message_zh, :number, :rest),
                   message_en = replace(message_en, :number, :rest)
            where position(:number in concat(delivered, suggestion, message_zh, message_en)) > 0
            """,
            """
            update register.staged_record set fields = replace(fields::text, :number, :rest)::json,
                   id_digits = nullif(id_digits, :number), id_stem = case when id_digits <> :number then id_stem end,
                   id_whole = case when id_digits <> :number then id_whole end
            where position(:number in fields::text) > 0 or id_digits = :number
            """,
            "update steward.task set detail = replace(detail::text, :number, :rest)::json where position(:number in detail::text) > 0",
            """
            delete from steward.correction where position(:number in concat(delivered, corrected)) > 0
            """,
            "update intake.submission set file_name = replace(file_name, :number, :rest) where position(:number in file_name) > 0",
            "update intake.redelivery set file_name = replace(file_name, :number, :rest) where position(:number in file_name) > 0",
            "delete from steward.value_mapping where position(:number in concat(delivered, mapped)) > 0",
            valuesOf("warehouse.person"),
            valuesOf("warehouse.person_history"));

    /** What is left of former publications. */
    static final List<String> PURGE = List.of("""
            delete from warehouse.person_history h using register.erasure e
            where e.erasure_id = :erasure and h.person_id = any (e.person_ids)
            """, """
            delete from register.record_key k using register.erasure e
            where e.erasure_id = :erasure and k.record_id = any (e.record_ids)
            """, """
            delete from steward.task t using register.erasure e
            where e.erasure_id = :erasure and t.to_publication is not null
              and string_to_array(t.subject, ':') && e.record_ids::text[]
            """);

    private ErasureSql() {}

    /** Values of others that the number was typed into; changed now, they never go to the history. */
    private static String valuesOf(String table) {
        return """
            update %s set name = replace(name, :number, :rest),
                   registered_address = replace(registered_address, :number, :rest),
                   residence = replace(residence, :number, :rest), phone = replace(phone, :number, :rest)
            where position(:number in concat_ws('|', name, registered_address, residence, phone)) > 0
            """.formatted(table);
    }

    /** Whether a number is long enough not to stand in a cell by chance. */
    static boolean isUnmistakable(String number) {
        return number.length() >= UNMISTAKABLE;
    }
}
