package org.guiyi.record;

import java.util.List;

/** The statements that find, for every staged record of a processing, the stable record it belongs to. */
final class ResolveSql {

    static final List<String> CREATE = List.of(
            """
            create temp table resolved (
                row_seq int, role text, record_id bigint, strength smallint, primary key (row_seq, role)) on commit drop
            """,
            """
            create temp table fresh (
                row_seq int, role text, key1 uuid, key2 uuid, key3 uuid, key4 uuid, name_key text, name_sound text)
                on commit drop
            """,
            "create temp table led (row_seq int, role text, leader int) on commit drop",
            """
            create temp table assignment (
                row_seq int, role text, scope text, record_id bigint, content uuid, place int, first_content uuid,
                outcome text)
                on commit drop
            """,
            "create temp table absent (record_id bigint, scope text, status text) on commit drop");

    /** What this delivery says, without the fields: every statement below reads it. */
    static final List<String> DELIVERED = List.of("""
            create temp table delivered on commit drop as
            select row_seq, role, usable, scope, key1, key2, key3, key4, content, name_key, name_sound, birth, id_digits, id_stem
            from register.staged_record where processing_id = :processing
            """, "analyze delivered");

    /** By the trusted number: the record must carry it now and the names must have something in common. */
    static final String BY_NUMBER = """
            insert into resolved
            select distinct on (s.row_seq, s.role) s.row_seq, s.role, k.record_id, 1
            from delivered s
            join register.record_key k on k.key = s.key1 and k.to_publication is null
            join register.record_head h on h.record_id = k.record_id and h.to_publication is null
            where s.usable
              and (h.content = s.content or exists (
                    select 1 from register.staged_record o
                    where o.processing_id = h.processing_id and o.row_seq = h.row_seq and o.role = h.role
                      and register.names_share(o.name_key, o.name_sound, s.name_key, s.name_sound)))
            order by s.row_seq, s.role, (h.content = s.content) desc, k.record_id
            """;

    /**
     * By a weaker alias that leads to exactly one record. A row with a trusted number of its own takes only a record that no
     * other row of the delivery has claimed by its number, and only when no second such row wants it: a changed number is a
     * change, two numbers are two people.
     */
    static String byWeakerKey(int strength) {
        return """
            insert into resolved
            select row_seq, role, record_id, %1$d
            from (
                select s.row_seq, s.role, min(k.record_id) as record_id, min(s.key1::text) as own_number,
                       min(min(s.key1::text)) over (partition by min(k.record_id)) as first_number,
                       max(max(s.key1::text)) over (partition by min(k.record_id)) as last_number
                from delivered s
                join register.record_key k on k.key = s.key%1$d and k.to_publication is null
                join register.record_head h on h.record_id = k.record_id and h.to_publication is null
                join register.staged_record o
                  on o.processing_id = h.processing_id and o.row_seq = h.row_seq and o.role = h.role
                where s.usable
                  and register.names_share(o.name_key, o.name_sound, s.name_key, s.name_sound)
                  and not exists (select 1 from resolved r where r.row_seq = s.row_seq and r.role = s.role)
                group by s.row_seq, s.role
                having count(distinct k.record_id) = 1) candidate
            where own_number is null
               or (first_number = last_number
                   and not exists (select 1 from resolved r
                                   where r.record_id = candidate.record_id and r.strength = 1))
            """.formatted(strength);
    }

    /**
     * By what many people share, name and birth date: only when exactly one row of the delivery wants exactly one record
     * that no other row has claimed.
     */
    static final String BY_COMMON_KEY = """
            insert into resolved
            select row_seq, role, record_id, 4
            from (
                select s.row_seq, s.role, min(k.record_id) as record_id,
                       count(*) over (partition by min(k.record_id)) as wanted
                from delivered s
                join register.record_key k on k.key = s.key4 and k.to_publication is null
                join register.record_head h on h.record_id = k.record_id and h.to_publication is null
                where s.usable
                  and not exists (select 1 from resolved r where r.row_seq = s.row_seq and r.role = s.role)
                  and not exists (select 1 from resolved r where r.record_id = k.record_id)
                group by s.row_seq, s.role
                having count(distinct k.record_id) = 1) candidate
            where wanted = 1
            """;

    static final String FRESH = """
            insert into fresh
            select s.row_seq, s.role, s.key1, s.key2, s.key3, s.key4, s.name_key, s.name_sound
            from delivered s
            where s.usable
              and not exists (select 1 from resolved r where r.row_seq = s.row_seq and r.role = s.role)
            """;

    /** Among rows without a record, the first of those with the same number and a name in common leads them. */
    static final String LED_BY_NUMBER = """
            insert into led
            select row_seq, role,
                   case when register.names_share(first_name, first_sound, name_key, name_sound) then first_row else row_seq end
            from (
                select row_seq, role, name_key, name_sound,
                       first_value(row_seq) over w as first_row,
                       first_value(name_key) over w as first_name,
                       first_value(name_sound) over w as first_sound
                from fresh where key1 is not null
                window w as (partition by key1 order by row_seq)) numbered
            """;

    /** A row without a number follows the one leader that a weaker alias shows, or leads its likes. */
    static String ledByWeakerKey(int strength) {
        return """
            insert into led
            select f.row_seq, f.role, min(coalesce(l.leader, first.row_seq))
            from fresh f
            join (select key%1$d as key, role, min(row_seq) as row_seq from fresh
                  where key1 is null and key%1$d is not null group by key%1$d, role) first
              on first.key = f.key%1$d and first.role = f.role
            left join fresh o on o.key%1$d = f.key%1$d and o.role = f.role and o.key1 is not null
            left join led l on l.row_seq = o.row_seq and l.role = o.role
            where f.key1 is null
              and not exists (select 1 from led d where d.row_seq = f.row_seq and d.role = f.role)
            group by f.row_seq, f.role
            having count(distinct l.leader) <= 1
            """.formatted(strength);
    }

    /**
     * Leaders without a record get one: the id an alias of theirs had before if that record stands nowhere now; a row without
     * any alias that of the same row when its file was taken in before; else a new one. Then every row has its record, its place among the rows of the same record, and its outcome.
     */
    static final List<String> FINISH = List.of("""
            insert into led
            select f.row_seq, f.role, f.row_seq from fresh f
            where not exists (select 1 from led d where d.row_seq = f.row_seq and d.role = f.role)
            """, """
            create temp table minted on commit drop as
            with leader as (select distinct leader, role from led),
            former as (
                select distinct on (k.record_id) l.leader, l.role, k.record_id
                from leader l
                join fresh f on f.row_seq = l.leader and f.role = l.role
                cross join lateral (values (1, f.key1), (2, f.key2), (3, f.key3), (4, f.key4)) alias (strength, key)
                join register.record_key k on k.key = alias.key and k.strength = alias.strength
                where not exists (select 1 from register.record_head h
                                  where h.record_id = k.record_id and h.to_publication is null)
                order by k.record_id, alias.strength, l.leader),
            returning_one as (select distinct on (leader, role) leader, role, record_id from former
                              order by leader, role, record_id),
            same_row as (
                select distinct on (v.record_id) l.leader, l.role, v.record_id
                from leader l
                join fresh f on f.row_seq = l.leader and f.role = l.role
                 and f.key1 is null and f.key2 is null and f.key3 is null and f.key4 is null
                join intake.processing this on this.processing_id = :processing
                join intake.processing p on p.submission_id = this.submission_id
                join register.record_version v
                  on v.processing_id = p.processing_id and v.row_seq = f.row_seq and v.role = f.role
                where not exists (select 1 from register.record_head h
                                  where h.record_id = v.record_id and h.to_publication is null)
                  and v.record_id not in (select record_id from returning_one)
                order by v.record_id, l.leader),
            again as (
                select * from returning_one
                union all
                (select distinct on (leader, role) leader, role, record_id from same_row order by leader, role, record_id desc))
            select l.leader, l.role, coalesce(r.record_id, nextval('register.record_id')) as record_id,
                   r.record_id is null as is_new
            from leader l left join again r on r.leader = l.leader and r.role = l.role
            """, """
            insert into assignment (row_seq, role, scope, record_id, content, place, first_content)
            select a.row_seq, a.role, s.scope, a.record_id, s.content,
                   row_number() over w, first_value(s.content) over w
            from (select row_seq, role, record_id from resolved
                  union all
                  select d.row_seq, d.role, m.record_id from led d
                  join minted m on m.leader = d.leader and m.role = d.role) a
            join delivered s
              on s.row_seq = a.row_seq and s.role = a.role
            window w as (partition by a.record_id order by (s.key1 is null), a.row_seq)
            """, """
            update assignment a set outcome = case
                when a.place > 1 and a.content = a.first_content and (a.role = 'subject' or a.role ~ '^[0-9]+$')
                    then 'unchanged'
                when a.place > 1 and (a.role = 'subject' or a.role ~ '^[0-9]+$') then 'conflicting'
                when a.place > 1 then 'repeated'
                when h.content = a.content and h.status = 'present' then 'unchanged'
                else 'changed' end
            from register.record_head h
            where h.record_id = a.record_id and h.to_publication is null
            """, """
            update assignment set outcome = case
                when place = 1 then 'new'
                when content = first_content and (role = 'subject' or role ~ '^[0-9]+$') then 'unchanged'
                when role = 'subject' or role ~ '^[0-9]+$' then 'conflicting'
                else 'repeated' end
            where outcome is null
            """, "analyze assignment");

    /**
     * Who stood in these scopes and is not named: left, unless a rejected row shares a name, a sound, a birth date or the
     * digits of a number, or says too little to tell; or an unknown row has the same name and birth date or number.
     */
    static final List<String> ABSENT = List.of("""
            create temp table missing on commit drop as
            select h.record_id, h.scope, h.role, h.status, o.name_key, o.name_sound, o.birth, o.id_stem
            from register.record_head h
            join register.staged_record o
              on o.processing_id = h.processing_id and o.row_seq = h.row_seq and o.role = h.role
            where h.feed = :feed and h.scope = any (:scopes) and h.to_publication is null and h.status <> 'left'
              and not exists (select 1 from assignment a where a.record_id = h.record_id)
            """, """
            create temp table hint on commit drop as
            select s.name_key, s.name_sound, s.birth, s.id_stem, s.usable
            from delivered s
            left join assignment a on a.row_seq = s.row_seq and a.role = s.role
            where s.role = 'subject'
              and (not s.usable or a.outcome in ('new', 'conflicting'))
            """, """
            insert into absent
            select m.record_id, m.scope, case
                when m.role <> 'subject' and m.role !~ '^[0-9]+$' then 'left'
                when exists (select 1 from hint t where not t.usable
                             and t.name_key is null and t.birth is null and t.id_stem is null) then 'unconfirmed'
                when m.name_key in (select name_key from hint where not usable) then 'unconfirmed'
                when m.name_sound in (select name_sound from hint where not usable) then 'unconfirmed'
                when m.birth in (select birth from hint where not usable) then 'unconfirmed'
                when m.id_stem in (select id_stem from hint) then 'unconfirmed'
                when (m.name_key, m.birth) in (select name_key, birth from hint where usable) then 'unconfirmed'
                else 'left' end
            from missing m
            """);

    static final String EFFECTS = """
            select count(*) filter (where counted) as produced,
                   count(*) filter (where counted and outcome = 'new') as added,
                   count(*) filter (where counted and outcome = 'changed') as changed,
                   count(*) filter (where counted and outcome = 'unchanged') as unchanged,
                   count(*) filter (where counted and outcome = 'conflicting') as conflicting,
                   (select count(*) from register.record_head h
                    where h.feed = :feed and h.scope = any (:scopes) and h.to_publication is null
                      and h.status <> 'left' and (h.role = 'subject' or h.role ~ '^[0-9]+$')) as present_before,
                   (select count(*) from absent join register.record r using (record_id)
                    where absent.status = 'left' and (r.role = 'subject' or r.role ~ '^[0-9]+$')) as gone,
                   (select count(*) from absent where status = 'unconfirmed') as unconfirmed,
                   (select coalesce(max(missing.records::float8 / stood.records), 0)
                    from (select absent.scope, count(*) as records from absent join register.record r using (record_id)
                          where r.role = 'subject' or r.role ~ '^[0-9]+$'
                          group by absent.scope having count(*) >= 5) missing
                    join (select h.scope, count(*) as records from register.record_head h
                          where h.feed = :feed and h.scope = any (:scopes) and h.to_publication is null
                            and h.status <> 'left' and (h.role = 'subject' or h.role ~ '^[0-9]+$')
                          group by h.scope) stood using (scope)) as worst_departures
            from (select outcome, role = 'subject' or role ~ '^[0-9]+$' as counted from assignment) a
            """;

    private ResolveSql() {}
}
