-- What was delivered, as it was delivered: submissions, their processings, every row with its verdict, every problem.
create schema intake;
comment on schema intake is '报送: submissions, processings, rows as delivered, verdicts and problems';

create table intake.definition (
    version     text primary key,
    feed        text not null,
    content     text not null,
    recorded_at timestamptz not null
);
comment on table intake.definition is 'Every version of a feed definition that ever judged a row';

create table intake.submission (
    submission_id           bigint generated always as identity primary key,
    receipt_no              text not null unique,
    delivery_key            text not null unique,
    bureau                  text not null,
    feed                    text,
    kind                    text not null check (kind in ('snapshot', 'changes', 'amendment', 'unknown')),
    scope                   text,
    period                  text,
    scope_source            text,
    period_source           text,
    delivered_at            timestamptz not null,
    received_at             timestamptz not null,
    file_name               text not null,
    sha256                  text not null,
    byte_size               bigint not null,
    cells_digest            text,
    state                   text not null check (state in
        ('received', 'staged', 'held', 'published', 'refused', 'rejected', 'withdrawing', 'withdrawn', 'failed')),
    reason_zh               text,
    reason_en               text,
    amends_submission_id    bigint references intake.submission,
    current_processing_id   bigint,
    rows_announced          bigint,
    rows_read               bigint not null default 0,
    rows_accepted           bigint not null default 0,
    rows_rejected           bigint not null default 0,
    rows_duplicate          bigint not null default 0,
    rows_not_data           bigint not null default 0,
    constraint submission_balance
        check (rows_read = rows_accepted + rows_rejected + rows_duplicate + rows_not_data)
);
comment on table intake.submission is '报送批次: one delivery of one feed for one scope and period, known by its content';
comment on column intake.submission.delivery_key is 'Digest of bureau, feed, scope and period given from outside, and content: same key, same receipt';
comment on column intake.submission.cells_digest is 'Digest over the canonical cells: recognises a file that was only saved again';
comment on column intake.submission.current_processing_id is 'The processing whose figures stand here: the effective one, else the last';
create index on intake.submission (feed, state);
create index on intake.submission (sha256);

comment on column intake.submission.rows_announced is 'Rows with data that the marker tells; a file with another number is held';

create table intake.redelivery (
    submission_id bigint not null references intake.submission,
    sha256        text not null,
    delivery_key  text not null,
    file_name     text not null,
    received_at   timestamptz not null
);
comment on table intake.redelivery is 'The same content delivered again, under any name or only saved again';
create index on intake.redelivery (delivery_key);

create table intake.submission_scope (
    submission_id bigint not null references intake.submission,
    scope         text not null,
    primary key (submission_id, scope)
);
comment on table intake.submission_scope is 'Every scope a snapshot covers: a workbook may hold several schools';

create table intake.processing (
    processing_id        bigint generated always as identity primary key,
    submission_id        bigint not null references intake.submission,
    number               int not null,
    reason               text not null check (reason in ('delivery', 'reimport', 'release')),
    state                text not null check (state in
        ('running', 'staged', 'held', 'effective', 'replaced', 'withdrawn', 'failed', 'discarded')),
    definition_version   text not null references intake.definition,
    business_date        date not null,
    format               text,
    encoding             text,
    hold_zh              text,
    hold_en              text,
    released             boolean not null default false,
    rows_read            bigint,
    rows_accepted        bigint,
    rows_rejected        bigint,
    rows_duplicate       bigint,
    rows_not_data        bigint,
    records_produced     bigint,
    records_new          bigint,
    records_changed      bigint,
    records_unchanged    bigint,
    records_conflicting  bigint,
    records_left         bigint,
    records_unconfirmed  bigint,
    started_at           timestamptz not null,
    finished_at          timestamptz,
    unique (submission_id, number),
    constraint processing_row_balance
        check (rows_read = rows_accepted + rows_rejected + rows_duplicate + rows_not_data),
    constraint processing_record_balance
        check (records_produced = records_new + records_changed + records_unchanged + records_conflicting)
);
comment on table intake.processing is 'One run of a submission under one set of definitions and one business date; at most one is effective';
create unique index processing_effective on intake.processing (submission_id) where state = 'effective';

create table intake.sheet (
    processing_id bigint not null references intake.processing,
    sheet         smallint not null,
    name          text not null,
    hidden        boolean not null,
    columns       json not null,
    primary key (processing_id, sheet)
);
comment on table intake.sheet is 'A sheet of the file and how its columns were read: [{"column": 0, "header": "姓名", "field": "name"}, …]';

create table intake.row (
    processing_id bigint not null,
    row_seq       int not null,
    sheet         smallint not null,
    row_number    int not null,
    hidden        boolean not null,
    verdict       text not null,
    cells         json,
    answers_row   int,
    primary key (processing_id, row_seq)
);
comment on table intake.row is 'Every physical row read, its cells as delivered and its verdict: accepted, rejected, duplicate or not_data';
comment on column intake.row.answers_row is 'For an amendment: the row of the amended submission that this row answers';

create table intake.row_problem (
    processing_id bigint not null,
    row_seq       int not null,
    code          text not null,
    severity      text not null,
    field         text,
    column_index  smallint not null,
    delivered     text not null,
    message_zh    text not null,
    message_en    text not null,
    suggestion    text
);
comment on table intake.row_problem is 'All problems of every row: code, severity (reject, block, notice), cell, messages, suggestion';
create index on intake.row_problem (processing_id, row_seq);

create view intake.problem as
select s.submission_id, s.receipt_no, s.feed, sh.name as sheet, r.row_number, p.code, p.severity, p.field,
       p.column_index, p.delivered, p.message_zh, p.message_en, p.suggestion, r.verdict, p.processing_id, p.row_seq
from intake.submission s
join intake.row_problem p on p.processing_id = s.current_processing_id
join intake.row r on r.processing_id = p.processing_id and r.row_seq = p.row_seq
join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet
where s.state <> 'withdrawn';
comment on view intake.problem is 'The problems of each submission''s current processing, with sheet and row number as in the file';

create view intake.rejected_row as
select s.submission_id, s.receipt_no, s.feed, sh.name as sheet, r.row_number, r.processing_id, r.row_seq, r.cells,
       case when a.receipt_no is null then 'open' else 'answered' end as state,
       a.receipt_no as answered_by
from intake.submission s
join intake.row r on r.processing_id = s.current_processing_id and r.verdict = 'rejected'
join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet
left join lateral (
    select am.receipt_no
    from intake.submission am
    join intake.row ar on ar.processing_id = am.current_processing_id and ar.answers_row = r.row_seq and ar.verdict = 'accepted'
    where am.amends_submission_id = s.submission_id and am.state = 'published'
    order by am.submission_id desc limit 1) a on true
where s.state <> 'withdrawn' and s.kind <> 'amendment';
comment on view intake.rejected_row is '退回的行: rows sent back; answered once a published amendment brought an accepted row for it';
