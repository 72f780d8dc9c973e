-- The chain over the trail. Rows are sealed once they are committed, in an order of their own.
create table audit.seal (
    position bigint primary key,
    event_id bigint not null unique,
    key_id   text not null,
    mac      bytea not null
);
comment on table audit.seal is 'One seal for each committed row of audit.event: keyed digest over that row''s digest and the seal before it';
comment on column audit.seal.position is 'Place in the chain, without gaps; not the order of event_id, since a smaller number may commit later';

create table audit.horizon (
    position  bigint primary key,
    mac       bytea not null,
    until     timestamptz not null,
    key_id    text not null,
    signature bytea not null
);
comment on table audit.horizon is 'Where the trail begins after rows were kept long enough: the last seal taken away, signed';

create function audit.prune(last_position bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    pruned bigint;
begin
    if not exists (select 1 from audit.horizon h where h.position = last_position) then
        raise exception 'the trail is cut at a horizon only';
    end if;
    if exists (select 1 from audit.seal s join audit.event e on e.event_id = s.event_id
               where s.position <= last_position and e.at > now() - interval '3 years') then
        raise exception 'the trail is kept for three years at least';
    end if;
    delete from audit.event e using audit.seal s where s.event_id = e.event_id and s.position <= last_position;
    get diagnostics pruned = row_count;
    delete from audit.seal s where s.position <= last_position;
    return pruned;
end
$$;
comment on function audit.prune is 'Takes the oldest part of the trail away, up to a signed horizon; never anything younger than three years';
revoke execute on function audit.prune from public;

create or replace view audit.violation_trail as
with begins (at) as (select coalesce(max(until), '-infinity') from audit.horizon)
select 'I9 trail' as invariant, format('submission %s: no event %s', s.submission_id, wanted.action) as detail
from intake.submission s
cross join begins
cross join lateral (
    select case when s.state = 'refused' then 'refuse' else 'receive' end as action
    union all select 'hold' where s.state = 'held'
    union all select 'reject' where s.state = 'rejected'
    union all select 'withdraw' where s.state = 'withdrawn'
    union all select 'stage' where s.state in ('staged', 'held', 'published')) wanted
where s.received_at > begins.at
  and not exists (select 1 from audit.event e where e.object = s.receipt_no and e.action = wanted.action)
union all
select 'I9 trail', format('publication %s: %s events', p.publication, count(e.event_id))
from register.publication p
cross join begins
left join audit.event e on e.action = 'publish' and e.object = 'publication ' || p.publication
where p.published_at > begins.at
group by p.publication having count(e.event_id) <> 1;

-- Persons who were erased by order, and originals that are not kept any more.
create table register.tombstone (
    kind      text not null check (kind in ('number', 'name')),
    mac       bytea not null,
    erased_at timestamptz not null,
    primary key (kind, mac)
);
comment on table register.tombstone is
    'Keyed digest of a number, or of a name with a birth date, of somebody erased by order: rows of that person are not taken any more';

create table register.erasure (
    erasure_id     bigint generated always as identity primary key,
    person_ids     bigint[] not null,
    record_ids     bigint[] not null,
    submission_ids bigint[] not null,
    order_number   text not null,
    keep_originals boolean not null,
    begun_at       timestamptz not null,
    done_at        timestamptz
);
comment on table register.erasure is 'Orders of erasure; one that is not done was interrupted, and the next erasure finishes it';

create table intake.removed_original (
    sha256     text primary key,
    removed_at timestamptz not null,
    reason     text not null check (reason in ('erasure', 'retention'))
);
comment on table intake.removed_original is 'Originals that are not in the archive any more: their submissions cannot be imported again from it';
