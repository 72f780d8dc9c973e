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

create table batch.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
comment on table batch.scheduled_tasks is 'db-scheduler: when the next night is due, and requests that wait';
create index scheduled_tasks_due on batch.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on batch.scheduled_tasks (last_heartbeat);

create table batch.request (
    request_id  bigint generated always as identity primary key,
    kind        text not null check (kind in ('import', 'reimport', 'rebuild')),
    words       text[] not null,
    asked_at    timestamptz not null,
    state       text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    finished_at timestamptz,
    result      text
);
comment on table batch.request is 'What an admin asked to be run once, and what came of it; never a file''s name';
