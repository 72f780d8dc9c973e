-- How far the run at work is, and that a run was told to stop.
alter table batch.run drop constraint run_outcome_check;
alter table batch.run add constraint run_outcome_check
    check (outcome in ('done', 'partly', 'failed', 'died', 'stopped'));
comment on column batch.run.outcome is
    'done; partly: some deliveries rejected, held, unreadable or not yet written; failed: ended with an error; died: the process ended before it; stopped: told to end, the next run goes on';

create unlogged table batch.run_progress (
    run_id          bigint primary key,
    step            text not null,
    file_number     int not null,
    files           int not null,
    rows            bigint not null,
    rows_per_second double precision not null,
    seconds_left    bigint,
    told_at         timestamptz not null
);
comment on table batch.run_progress is 'How far a run was when it last told; written once a second by the process at work, lost in a crash of the database';
comment on column batch.run_progress.rows is 'Rows staged by this run, whatever their verdict';
comment on column batch.run_progress.seconds_left is 'An estimate; empty where there is nothing to go by';
