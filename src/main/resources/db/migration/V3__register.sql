-- Stable records and their immutable versions; who is whom; the journal of person ids.
-- "from_publication" and "to_publication" say between which publications a line was known; a line of a publication that
-- is not yet in register.publication is pending and invisible to every reader.
create schema register;
comment on schema register is '登记: records, versions, keys, links, judgements, persons, the journal of person ids';

create table register.publication (
    publication   bigint primary key,
    computed_from bigint not null,
    published_at  timestamptz not null,
    cause         text not null,
    records       bigint not null,
    persons       bigint not null
);
comment on table register.publication is 'Each published state of the register and the warehouse, by number';

create sequence register.run;
create table register.pending (
    publication bigint primary key,
    run         bigint not null default nextval('register.run'),
    started_at  timestamptz not null
);
comment on table register.pending is 'A publication being computed; left over after a crash, its lines are discarded by the next run';

create function register.published() returns bigint language sql stable
    as $$ select coalesce(max(publication), 0) from register.publication $$;
comment on function register.published() is 'The number of the publication that readers see';

create table register.staged_record (
    processing_id bigint not null,
    row_seq       int not null,
    role          text not null,
    usable        boolean not null,
    scope         text not null,
    key1          uuid,
    key2          uuid,
    key3          uuid,
    key4          uuid,
    content       uuid not null,
    name_key      text,
    name_sound    text,
    birth         text,
    id_digits     text,
    fields        json not null,
    primary key (processing_id, row_seq, role)
);
comment on table register.staged_record is 'What a row says of its subject, of a household member or of a related person, normalised';
comment on column register.staged_record.usable is 'false for a rejected row: only evidence that somebody may still be on the roster';
comment on column register.staged_record.key1 is 'Digest of the strongest key alias of the feed within its scope; key2 to key4 the weaker ones';
comment on column register.staged_record.fields is 'Normalised values by field name; name~trusted and name~pattern for an identity number';

create function register.names_share(a_key text, a_sound text, b_key text, b_sound text) returns boolean
language sql immutable parallel safe as $$
    select a_key is null or b_key is null or a_key = b_key
        or translate(a_key, replace(b_key, '?', ''), '') <> a_key
        or coalesce(string_to_array(a_sound, ' ') && string_to_array(b_sound, ' '), false)
$$;
comment on function register.names_share is 'Whether two names have anything in common: a character or a syllable; an unknown name excludes nothing';

create sequence register.record_id;
create table register.record (
    record_id         bigint primary key,
    feed              text not null,
    role              text not null,
    from_publication  bigint not null
);
comment on table register.record is 'A stable record: one subject on one roster within one scope';

create table register.record_key (
    key              uuid not null,
    strength         smallint not null,
    record_id        bigint not null,
    processing_id    bigint not null,
    from_publication bigint not null,
    to_publication   bigint
);
comment on table register.record_key is 'Key aliases of a record, append-only: lines no longer in force still give a returning record its old id';
create index record_key_key on register.record_key (key);
create index record_key_processing on register.record_key using brin (processing_id);

create table register.record_version (
    version_id       bigint generated always as identity,
    record_id        bigint not null,
    processing_id    bigint not null,
    row_seq          int,
    role             text not null,
    outcome          text not null,
    status           text not null,
    from_publication bigint not null,
    to_publication   bigint
);
comment on table register.record_version is 'What an effective processing said of a record: new, changed, unchanged, conflicting, left, unconfirmed';
create index record_version_record on register.record_version (record_id);
create index record_version_processing on register.record_version using brin (processing_id);
comment on column register.record_version.version_id is 'Grows along the canonical order (period, delivered-at, submission) within a record';

create table register.record_head (
    record_id        bigint not null,
    feed             text not null,
    role             text not null,
    scope            text not null,
    status           text not null check (status in ('present', 'left', 'unconfirmed')),
    processing_id    bigint not null,
    row_seq          int not null,
    since_processing_id bigint not null,
    content          uuid not null,
    from_publication bigint not null,
    to_publication   bigint,
    primary key (record_id, from_publication)
);
comment on table register.record_head is 'The current state of a record as of each publication: its last row and whether it is present, left or unconfirmed';
comment on column register.record_head.since_processing_id is 'The processing that brought this state (for an absence: the one that did not name the record)';
create index record_head_scope on register.record_head (feed, scope) where to_publication is null;

create sequence register.person_id;
create table register.person (
    person_id        bigint primary key,
    from_publication bigint not null
);
comment on table register.person is 'Every person id ever given';

create table register.person_event (
    event_id         bigint generated always as identity primary key,
    publication      bigint not null,
    kind             text not null check (kind in ('mint', 'merge', 'split', 'retire')),
    person_id        bigint not null,
    other_person_id  bigint
);
comment on table register.person_event is 'The journal of person ids: minted, merged into another (a redirect), split off, retired';

create table register.membership (
    record_id        bigint not null,
    person_id        bigint not null,
    from_publication bigint not null,
    to_publication   bigint,
    primary key (record_id, from_publication)
);
comment on table register.membership is 'Which person a record belongs to, as of each publication';
create index membership_person on register.membership (person_id);

create view register.redirect as
select distinct on (e.person_id) e.person_id, e.other_person_id
from register.person_event e
where e.kind = 'merge' and e.publication <= register.published()
  and not exists (
      select 1 from register.membership m
      where m.person_id = e.person_id and m.from_publication <= register.published()
        and (m.to_publication is null or m.to_publication > register.published()))
order by e.person_id, e.event_id desc;
comment on view register.redirect is 'Person ids that were merged away and that nobody has now, with the id they lead to';

create table register.link (
    record_a         bigint not null,
    record_b         bigint not null,
    weight           double precision not null,
    probability      double precision not null,
    decision         text not null,
    reason           text not null,
    from_publication bigint not null,
    to_publication   bigint,
    primary key (record_a, record_b, from_publication)
);
comment on table register.link is 'Scored pairs of records: auto, review, or refused by a constraint, with the reason';

create table register.judgement (
    judgement_id     bigint generated always as identity primary key,
    record_a         bigint not null,
    record_b         bigint not null,
    verdict          text not null check (verdict in ('same', 'different')),
    author           text not null,
    reason           text not null,
    judged_at        timestamptz not null,
    undone_at        timestamptz
);
comment on table register.judgement is 'What a steward decided of two records; outlives every later night and can be undone';

create view register.record_row as
select v.record_id, p.submission_id, sh.name as sheet, r.row_number, v.role, m.person_id,
       not exists (
           select 1 from register.record_version later
           where later.record_id = v.record_id and later.version_id > v.version_id
             and later.processing_id <> v.processing_id and later.outcome <> 'unconfirmed'
             and later.from_publication <= register.published()
             and (later.to_publication is null or later.to_publication > register.published())) as current,
       v.outcome, v.processing_id, v.row_seq
from register.record_version v
join intake.processing p on p.processing_id = v.processing_id and p.state = 'effective'
join intake.row r on r.processing_id = v.processing_id and r.row_seq = v.row_seq
join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet
left join register.membership m on m.record_id = v.record_id
     and m.from_publication <= register.published()
     and (m.to_publication is null or m.to_publication > register.published())
where v.row_seq is not null
  and (v.role = 'subject' or v.role ~ '^[0-9]+$')
  and v.from_publication <= register.published()
  and (v.to_publication is null or v.to_publication > register.published());
comment on view register.record_row is
    'One line for each record that an accepted row of an effective processing gave; current where no later one has superseded it';
