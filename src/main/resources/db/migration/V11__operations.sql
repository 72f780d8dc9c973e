-- What operations need: the scopes of each processing, replacements, and what each publication loaded.
create table intake.processing_scope (
    processing_id bigint not null references intake.processing,
    scope         text not null,
    primary key (processing_id, scope)
);
comment on table intake.processing_scope is
    'Every scope that a processing of a snapshot covers: a workbook may hold several schools, and another definition may cut them otherwise';

drop table intake.submission_scope;
create view intake.submission_scope as
select s.submission_id, c.scope
from intake.submission s join intake.processing_scope c on c.processing_id = s.current_processing_id;
comment on view intake.submission_scope is 'The scopes of each submission''s current processing';

alter table intake.processing add column outside_scope text;
comment on column intake.processing.outside_scope is
    'The scope that a marker, an admin, titles or names told under this processing''s definition; empty where the rows tell it';

alter table intake.submission add column said_scope text;
comment on column intake.submission.said_scope is 'The scope that a marker, an import command or an admin''s answer told; stands whatever the definition';

alter table intake.submission add column replaces_submission_id bigint references intake.submission;
comment on column intake.submission.replaces_submission_id is
    'The submission that leaves with the publication that brings this one (guiyi replace)';

