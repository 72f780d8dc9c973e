create table intake.signing_key (
    singleton boolean primary key default true check (singleton),
    key       bytea not null,
    made_at   timestamptz not null
);
comment on table intake.signing_key is 'The random key that signs the hidden row keys of error workbooks; made when the first workbook is written';
