-- What waits for a person's decision, what was decided, and the trail of everything that happened.
create schema steward;
comment on schema steward is '数据专员: tasks, corrections, value mappings';

create table steward.task (
    task_id          bigint generated always as identity primary key,
    kind             text not null,
    subject          text not null,
    detail           json not null,
    from_publication bigint not null,
    to_publication   bigint,
    unique (kind, subject, from_publication)
);
comment on table steward.task is 'Something only a person may decide: possible same person, damaged number, unconfirmed absence, conflict, death to confirm';

create table steward.correction (
    correction_id bigint generated always as identity primary key,
    submission_id bigint not null references intake.submission,
    sheet         smallint not null,
    row_number    int not null,
    field         text not null,
    delivered     text not null,
    corrected     text not null,
    author        text not null,
    reason        text not null,
    corrected_at  timestamptz not null
);
comment on table steward.correction is 'A cell corrected by a steward; the delivered value is never overwritten';

create table steward.value_mapping (
    mapping_id   bigint generated always as identity primary key,
    feed         text not null,
    field        text not null,
    delivered    text not null,
    mapped       text not null,
    author       text not null,
    mapped_at    timestamptz not null,
    unique (feed, field, delivered)
);
comment on table steward.value_mapping is 'A delivered text and the value it stands for, kept for a feed''s later deliveries';

create schema audit;
comment on schema audit is '审计: append-only trail of every state change';

create table audit.event (
    event_id  bigint generated always as identity primary key,
    at        timestamptz not null,
    actor     text not null,
    action    text not null,
    object    text not null,
    detail    text not null default '',
    key_id    text not null,
    mac       bytea not null
);
comment on column audit.event.mac is 'HMAC-SHA-256 over all columns before it, by the key of that name: no row can be added or changed without it';
comment on table audit.event is 'Who did what to which submission, processing or publication, and when; never a person''s data';
