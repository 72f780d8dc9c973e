-- What a run needs to know about a run that died.
alter table intake.processing drop constraint processing_reason_check;
alter table intake.processing add constraint processing_reason_check
    check (reason in ('delivery', 'reimport', 'release', 'preview'));
comment on column intake.processing.reason is
    'delivery, reimport, release; preview: staged to show what a re-import would do, thrown away afterwards, by the next run if need be';

create table batch.run_owner (
    one         boolean primary key default true check (one),
    application text not null,
    taken_at    timestamptz not null default now()
);
comment on table batch.run_owner is
    'The application name of the process that holds the run lock; left over when it died, and its last statements may still be at work';
