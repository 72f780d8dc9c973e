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

create table register.publication_load (
    publication bigint not null,
    feed        text not null,
    place       text not null,
    facts       int not null,
    primary key (publication, feed, place)
);
comment on table register.publication_load is
    'How many facts each publication wrote for a record of a feed, by table of the warehouse: a lost one can be told';

create view audit.violation_fact as
with stands as (
    select h.record_id, h.feed, greatest(h.from_publication, m.from_publication) as written
    from register.record_head h
    join register.membership m on m.record_id = h.record_id and m.to_publication is null
    where h.to_publication is null and (h.role = 'subject' or h.role ~ '^[0-9]+$')),
wanted as (
    select s.record_id, l.place, l.facts
    from stands s join register.publication_load l on l.publication = s.written and l.feed = s.feed),
found (place, record_id, facts) as (
    select 'enrolment', record_id, count(*) from warehouse.enrolment group by record_id
    union all select 'payment', record_id, count(*) from warehouse.payment group by record_id
    union all select 'assessment', record_id, count(*) from warehouse.assessment group by record_id
    union all select 'health_check', record_id, count(*) from warehouse.health_check group by record_id
    union all select 'death', record_id, count(*) from warehouse.death group by record_id)
select 'I6 visibility' as invariant,
       format('record %s: %s facts in warehouse.%s instead of %s', w.record_id, coalesce(f.facts, 0), w.place, w.facts) as detail
from wanted w left join found f using (record_id, place)
where coalesce(f.facts, 0) <> w.facts
union all
select 'I6 visibility', format('record %s: a fact in warehouse.%s of a record that stands nowhere', f.record_id, f.place)
from found f
where not exists (select 1 from register.record_head h where h.record_id = f.record_id and h.to_publication is null);
comment on view audit.violation_fact is 'I6: facts of the warehouse that are lost, or of no record';

create view audit.violation_order as
select 'I4 order' as invariant,
       format('record %s: its versions do not stand in the order of period and delivery', record_id) as detail
from (select v.record_id, place.text, lag(place.text) over (partition by v.record_id order by v.version_id) as before
      from register.record_version v
      join intake.processing p using (processing_id)
      join intake.submission s using (submission_id)
      cross join lateral (
          select (coalesce(s.period, '') || ' ' || to_char(s.delivered_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')
                  || to_char(s.submission_id, 'FM000000000000')) collate "C" as text) place
      where v.to_publication is null) versions
where before > text
group by record_id;
comment on view audit.violation_order is 'I4: records whose versions contradict the canonical order of their deliveries';

create view audit.violation_value as
select 'I7 raw' as invariant,
       format('person %s: %s is not what the row says that it was chosen from', o.person_id, given.field) as detail
from warehouse.person_origin o
join warehouse.person w using (person_id)
cross join lateral unnest(o.fields, o.source_fields) given (field, source_field)
where given.field in ('name', 'ethnic', 'registered_address', 'residence', 'phone')
  and not exists (
      select 1 from register.staged_record s
      where s.processing_id = o.processing_id and s.row_seq = o.row_seq
        and (to_jsonb(w) ->> given.field) in (s.fields ->> given.source_field, s.fields ->> given.field));
comment on view audit.violation_value is 'I7: chosen values that their row does not say';

create or replace view audit.violation as
select invariant, detail from audit.violation_accounting
union all select invariant, detail from audit.violation_loss
union all select invariant, detail from audit.violation_double
union all select invariant, detail from audit.violation_order
union all select invariant, detail from audit.violation_visibility
union all select invariant, detail from audit.violation_fact
union all select invariant, detail from audit.violation_raw
union all select invariant, detail from audit.violation_value
union all select invariant, detail from audit.violation_person
union all select invariant, detail from audit.violation_trail;
comment on view audit.violation is 'Everything that breaks an invariant; empty whenever no run is at work';

create view audit.unfinished as
select 'I5 restart' as invariant, format('publication %s was begun', publication) as detail from register.pending
union all
select 'I5 restart', format('processing %s is %s', processing_id, case when reason = 'preview' then reason else state end)
from intake.processing where state = 'running' or reason = 'preview'
union all
select 'I5 restart', format('job execution %s is %s', job_execution_id, status)
from batch.batch_job_execution where status not in ('COMPLETED', 'FAILED', 'ABANDONED', 'STOPPED')
union all
select 'I5 restart', format('run %s, %s, has no end', run_id, cause) from batch.run where finished_at is null;
comment on view audit.unfinished is 'I5: what a run that died left; the next run finishes it. Empty, or a run is at work';
