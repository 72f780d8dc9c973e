package org.guiyi.record;

import java.util.List;

/** The statements that write what {@link ResolveSql} found, all pending under the next publication. */
final class ApplySql {

    static final List<String> WRITE = List.of(
            """
            insert into register.record (record_id, feed, role, from_publication)
            select record_id, :feed, role, :publication from minted where is_new order by record_id
            """,
            """
            insert into register.record_key (key, strength, record_id, processing_id, from_publication)
            select distinct alias.key, alias.strength, a.record_id, cast(:processing as bigint), cast(:publication as bigint)
            from assignment a
            join delivered s on s.row_seq = a.row_seq and s.role = a.role
            cross join lateral (values (1, s.key1), (2, s.key2), (3, s.key3), (4, s.key4)) alias (strength, key)
            where a.outcome in ('new', 'changed') and alias.key is not null
              and not exists (select 1 from register.record_key k
                              where k.key = alias.key and k.record_id = a.record_id and k.to_publication is null)
            order by alias.key
            """,
            """
            insert into register.record_version
                (record_id, processing_id, row_seq, role, outcome, status, from_publication)
            select record_id, :processing, row_seq, role, outcome, 'present', :publication
            from assignment order by row_seq, role
            """,
            """
            insert into register.record_version
                (record_id, processing_id, row_seq, role, outcome, status, from_publication)
            select a.record_id, :processing, null, r.role, a.status, a.status, :publication
            from absent a
            join register.record r using (record_id)
            join register.record_head h on h.record_id = a.record_id and h.to_publication is null
            where h.status <> a.status
            order by a.record_id
            """,
            """
            create temp table moved on commit drop as
            select a.record_id, a.role, a.scope, 'present' as status, cast(:processing as bigint) as processing_id,
                   a.row_seq, a.content, h.from_publication
            from assignment a
            left join register.record_head h on h.record_id = a.record_id and h.to_publication is null
            where a.outcome in ('new', 'changed')
            union all
            select h.record_id, h.role, h.scope, a.status, h.processing_id, h.row_seq, h.content, h.from_publication
            from absent a
            join register.record_head h on h.record_id = a.record_id and h.to_publication is null
            where h.status <> a.status
            """,
            """
            delete from register.record_head h using moved m
            where h.record_id = m.record_id and h.from_publication = :publication and m.from_publication = :publication
            """,
            """
            update register.record_head h set to_publication = :publication from moved m
            where h.record_id = m.record_id and h.to_publication is null and m.from_publication < :publication
            """,
            """
            insert into register.record_head (record_id, feed, role, scope, status, processing_id, row_seq,
                since_processing_id, content, from_publication)
            select record_id, :feed, role, scope, status, processing_id, row_seq, :processing, content, :publication
            from moved order by record_id
            """,
            "analyze register.record_key, register.record_head, register.record_version");

    private ApplySql() {}
}
