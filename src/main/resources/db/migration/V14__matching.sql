-- How a night links only what is new: the model in force with what it holds fast of the county, the keys under which each
-- record is found, conflicts between clusters, and the evidence on which a judgement rests.

create table register.matching_model (
    model_id         bigint generated always as identity primary key,
    name             text not null,
    trained          text,
    in_force         text not null,
    basis            text not null,
    records          bigint not null,
    author           text not null,
    reason           text not null,
    from_publication bigint not null,
    to_publication   bigint
);
comment on table register.matching_model is 'The model that links records, as of each publication';
comment on column register.matching_model.trained is 'The model file as it was switched on; null for the weights written in the spec';
comment on column register.matching_model.in_force is 'The same with term counts, shared values and the stop list of blocks held fast, as hashes';
comment on column register.matching_model.basis is 'Digest of all that records are compared by: spec, model, feed definitions';
comment on column register.matching_model.records is 'How many records there were when it was held fast; with twice as many it is held fast anew';

-- Losing these in a crash of the database costs one linkage of everything. Keys of records that have changed since are left
-- behind: one too many is compared in vain, one too few would be missed.
create unlogged table register.match_key (key bigint not null, record_id bigint not null);
create index match_key_key on register.match_key (key);
comment on table register.match_key is 'Under which blocking keys each record is found, as hashes';

create unlogged table register.match_key_state (publication bigint not null, basis text not null);
comment on table register.match_key_state is 'Since which publication register.match_key is complete, and for which basis; empty when it isn''t';

create unlogged table register.match_sought_key (key bigint not null, record_id bigint not null);
comment on table register.match_sought_key is 'Keys of the records that the pending publication links anew';

create unlogged table register.match_touched (record_id bigint primary key, gone boolean not null);
comment on table register.match_touched is 'Records that are new, changed, judged anew or gone with the pending publication';

create unlogged table register.match_scope (record_id bigint primary key, gone boolean not null);
comment on table register.match_scope is 'Records whose clusters the pending publication computes, and those gone from them';

create index link_b on register.link (record_b) where to_publication is null;
create index link_judged on register.link (record_a)
    where to_publication is null and decision in ('judged_same', 'judged_different');

create table register.conflict (
    record_a         bigint not null,
    record_b         bigint not null,
    weight           double precision,
    reason           text not null,
    forbidden_a      bigint not null,
    forbidden_b      bigint not null,
    edges            int not null,
    from_publication bigint not null,
    to_publication   bigint,
    primary key (record_a, record_b, from_publication)
);
comment on table register.conflict is 'Evidence that would have joined two persons whom a constraint or a judgement keeps apart';
comment on column register.conflict.weight is 'Match weight of the cut pair in bits; null for a judgement';
comment on column register.conflict.forbidden_a is 'The record on a''s side that can''t be one person …';
comment on column register.conflict.forbidden_b is '… with this one on b''s side';
comment on column register.conflict.edges is 'How many pairs were cut between the same two persons';

alter table register.judgement
    add column evidence_a uuid,
    add column evidence_b uuid,
    add column trial boolean not null default false,
    add column undo_tried boolean not null default false;
comment on column register.judgement.trial is 'Only for a preview: taken back with the pending publication';
comment on column register.judgement.undo_tried is 'Undone only for a preview';
comment on column register.judgement.evidence_a is 'Digest of name, birth date and number of record a when it was judged';

create function register.identity_evidence(of_record bigint) returns uuid language sql stable as $$
    select md5(concat_ws('|', coalesce(s.name_key, ''), coalesce(s.birth, ''), coalesce(s.id_digits, '')))::uuid
    from register.record_head h
    join register.staged_record s
      on s.processing_id = h.processing_id and s.row_seq = h.row_seq and s.role = h.role
    where h.record_id = of_record and h.to_publication is null
$$;
comment on function register.identity_evidence is 'Digest of what a judgement on a record rests on: name, birth date, number';

create view register.judgement_in_force as
select distinct on (least(record_a, record_b), greatest(record_a, record_b))
       judgement_id, least(record_a, record_b) as record_a, greatest(record_a, record_b) as record_b, verdict, author, reason,
       judged_at, case when record_a < record_b then evidence_a else evidence_b end as evidence_a,
       case when record_a < record_b then evidence_b else evidence_a end as evidence_b
from register.judgement where undone_at is null and not undo_tried
order by least(record_a, record_b), greatest(record_a, record_b), judgement_id desc;
comment on view register.judgement_in_force is 'The last word on each pair of records';

create view register.judgement_unheard as
select coalesce(j.record_a, l.record_a) as record_a, coalesce(j.record_b, l.record_b) as record_b
from (select j.* from register.judgement_in_force j
      join register.record_head a on a.record_id = j.record_a and a.to_publication is null
      join register.record_head b on b.record_id = j.record_b and b.to_publication is null) j
full join (select * from register.link where to_publication is null and decision in ('judged_same', 'judged_different')) l
  on l.record_a = j.record_a and l.record_b = j.record_b
where j.verdict is null or l.decision is null or l.decision <> 'judged_' || j.verdict;
comment on view register.judgement_unheard is 'Judgements made, changed or undone since the records were last linked';

-- What is only tried out for a preview is there while its publication is pending, and taken back with it.
create table register.model_wish (
    only_one boolean primary key default true check (only_one),
    trained  text,
    author   text not null,
    reason   text not null,
    asked_at timestamptz not null,
    trial    boolean not null
);
comment on table register.model_wish is 'The model that the next publication switches on; emptied by it';
comment on column register.model_wish.trained is 'The model file; null for the weights written in the spec';
comment on column register.model_wish.trial is 'Only for a preview';
