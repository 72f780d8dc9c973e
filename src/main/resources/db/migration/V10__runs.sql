-- What has run, and what is to run.
create table batch.run (
    run_id      bigint generated always as identity primary key,
    cause       text not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    outcome     text check (outcome in ('done', 'partly', 'failed', 'died')),
    deliveries  int,
    publication bigint
);
comment on table batch.run is 'Every run that had the run lock: a night, an import, an operation of an admin';
comment on column batch.run.cause is 'nightly, import, rebuild, or an operation with its receipt number';
comment on column batch.run.outcome is
    'done; partly: some deliveries rejected, held, unreadable or not yet written; failed: ended with an error; died: the process ended before it';
comment on column batch.run.deliveries is 'Delivered files that the run met; empty for operations';
comment on column batch.run.publication is 'The publication that readers saw when the run ended';
