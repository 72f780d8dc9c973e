package org.guiyi.record;

import java.util.List;

/** The statements that take processings back: their versions and keys end, the heads return to what stands without them. */
final class RetireSql {

    static final String AFFECTED = """
            create temp table affected on commit drop as
            select distinct record_id from register.record_version
            where processing_id = any (:processings) and to_publication is null
            """;

    static final List<String> STEPS = List.of("""
            delete from register.record_version
            where processing_id = any (:processings) and from_publication = :publication
            """, """
            update register.record_version set to_publication = :publication
            where processing_id = any (:processings) and to_publication is null
            """, """
            delete from register.record_key
            where processing_id = any (:processings) and from_publication = :publication
            """, """
            update register.record_key set to_publication = :publication
            where processing_id = any (:processings) and to_publication is null
            """, """
            create temp table restored on commit drop as
            select f.record_id, r.feed, r.role, s.scope, last.status, content_row.processing_id, content_row.row_seq,
                   last.processing_id as since_processing_id, s.content
            from affected f
            join register.record r using (record_id)
            cross join lateral (
                select v.status, v.processing_id from register.record_version v
                where v.record_id = f.record_id and v.to_publication is null
                  and v.outcome not in ('conflicting', 'repeated')
                order by v.version_id desc limit 1) last
            cross join lateral (
                select v.processing_id, v.row_seq, v.role from register.record_version v
                where v.record_id = f.record_id and v.to_publication is null
                  and v.outcome in ('new', 'changed')
                order by v.version_id desc limit 1) content_row
            join register.staged_record s on s.processing_id = content_row.processing_id
             and s.row_seq = content_row.row_seq and s.role = content_row.role
            """, """
            delete from register.record_head
            where record_id in (select record_id from affected) and from_publication = :publication
            """, """
            update register.record_head set to_publication = :publication
            where record_id in (select record_id from affected) and to_publication is null
            """, """
            insert into register.record_head (record_id, feed, role, scope, status, processing_id, row_seq,
                since_processing_id, content, from_publication)
            select record_id, feed, role, scope, status, processing_id, row_seq, since_processing_id, content,
                   :publication
            from restored
            """);

    private RetireSql() {}
}
