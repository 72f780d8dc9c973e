-- What must hold whenever no run is at work. Every view lists what breaks its invariant; audit.violation lists all of them,
-- and is empty. No personal values: ids, places and counts only.

create view audit.violation_accounting as
with counted as (
    select processing_id, count(*) as read,
           count(*) filter (where verdict = 'accepted') as accepted,
           count(*) filter (where verdict = 'rejected') as rejected,
           count(*) filter (where verdict = 'duplicate') as duplicate,
           count(*) filter (where verdict = 'not_data') as not_data,
           count(distinct (sheet, row_number)) as places, max(row_seq) as last_row
    from intake.row group by processing_id),
kept as (
    select * from intake.processing where state in ('staged', 'held', 'effective', 'replaced', 'withdrawn'))
select 'I1 accounting' as invariant,
       format('processing %s: the ledger of rows differs from the rows staged', p.processing_id) as detail
from kept p left join counted c using (processing_id)
where (p.rows_read, p.rows_accepted, p.rows_rejected, p.rows_duplicate, p.rows_not_data)
      is distinct from (coalesce(c.read, 0), coalesce(c.accepted, 0), coalesce(c.rejected, 0), coalesce(c.duplicate, 0),
                        coalesce(c.not_data, 0))
union all
select 'I1 accounting', format('processing %s: %s rows, %s places, last row %s', c.processing_id, c.read, c.places, c.last_row)
from counted c where c.read <> c.places or c.read <> c.last_row
union all
select 'I1 accounting', format('processing %s: row %s has the verdict %s', processing_id, row_seq, verdict)
from intake.row where verdict not in ('accepted', 'rejected', 'duplicate', 'not_data')
union all
select 'I1 accounting', format('submission %s shows figures that its processing does not have', s.submission_id)
from intake.submission s left join intake.processing p on p.processing_id = s.current_processing_id
where (s.rows_read, s.rows_accepted, s.rows_rejected, s.rows_duplicate, s.rows_not_data)
      is distinct from (coalesce(p.rows_read, 0), coalesce(p.rows_accepted, 0), coalesce(p.rows_rejected, 0),
                        coalesce(p.rows_duplicate, 0), coalesce(p.rows_not_data, 0))
union all
select 'I1 accounting', format('processing %s: row %s is %s but has %s usable records', r.processing_id, r.row_seq, r.verdict,
                               count(s.row_seq))
from intake.row r join kept p using (processing_id)
left join register.staged_record s on s.processing_id = r.processing_id and s.row_seq = r.row_seq and s.usable
     and (s.role = 'subject' or s.role ~ '^[0-9]+$')
group by r.processing_id, r.row_seq, r.verdict
having (count(s.row_seq) > 0) <> (r.verdict = 'accepted')
union all
select 'I1 accounting', format('processing %s: the ledger of records differs from the versions in force', p.processing_id)
from intake.processing p
left join (select processing_id, count(*) as produced,
                  count(*) filter (where outcome = 'new') as added,
                  count(*) filter (where outcome = 'changed') as changed,
                  count(*) filter (where outcome = 'unchanged') as unchanged,
                  count(*) filter (where outcome = 'conflicting') as conflicting
           from register.record_version
           where to_publication is null and row_seq is not null and (role = 'subject' or role ~ '^[0-9]+$')
           group by processing_id) v using (processing_id)
where p.state = 'effective' and v.processing_id is not null
  and (p.records_produced, p.records_new, p.records_changed, p.records_unchanged, p.records_conflicting)
      is distinct from (v.produced, v.added, v.changed, v.unchanged, v.conflicting);
comment on view audit.violation_accounting is 'I1: ledgers that differ from what was staged and published';

create view audit.violation_loss as
select 'I2 loss' as invariant,
       format('processing %s: accepted row %s has no version in force', r.processing_id, r.row_seq) as detail
from intake.row r
join intake.processing p on p.processing_id = r.processing_id and p.state = 'effective'
join intake.submission u on u.submission_id = p.submission_id
left join intake.submission parent on parent.submission_id = u.amends_submission_id
where r.verdict = 'accepted' and (parent.submission_id is null or parent.state = 'published')
  and not exists (select 1 from register.record_version v
                  where v.processing_id = r.processing_id and v.row_seq = r.row_seq and v.to_publication is null)
union all
select 'I2 loss', format('record %s: its state is of processing %s, which is not effective', h.record_id, h.processing_id)
from register.record_head h left join intake.processing p using (processing_id)
where h.to_publication is null and p.state is distinct from 'effective'
union all
select 'I2 loss', format('record %s: its row %s of processing %s is not staged', h.record_id, h.row_seq, h.processing_id)
from register.record_head h
left join register.staged_record s using (processing_id, row_seq, role)
where h.to_publication is null and s.content is distinct from h.content
union all
select 'I2 loss', format('%s %s: %s waits but no run took it', 'submission', submission_id, state)
from intake.submission where state = 'withdrawing'
union all
select 'I2 loss', format('submission %s is published without an effective processing', s.submission_id)
from intake.submission s
where s.state = 'published'
  and not exists (select 1 from intake.processing p where p.submission_id = s.submission_id and p.state = 'effective');
comment on view audit.violation_loss is 'I2: accepted rows without a version, records without their row, submissions left lying';

create view audit.violation_double as
select 'I3 double' as invariant, format('record %s has %s states in force', record_id, count(*)) as detail
from register.record_head where to_publication is null group by record_id having count(*) > 1
union all
select 'I3 double', format('processing %s: row %s as %s has %s versions in force', processing_id, row_seq, role, count(*))
from register.record_version where to_publication is null and row_seq is not null
group by processing_id, row_seq, role having count(*) > 1
union all
select 'I3 double', format('record %s: key %s is in force %s times', record_id, strength, count(*))
from register.record_key where to_publication is null group by record_id, key, strength having count(*) > 1
union all
select 'I3 double', format('records %s and %s are linked %s times', record_a, record_b, count(*))
from register.link where to_publication is null group by record_a, record_b having count(*) > 1
union all
select 'I3 double', format('%s submissions of one feed, scope, period and content are published', count(*))
from intake.submission where state = 'published' and position('/' in delivery_key) = 0
group by feed, coalesce(scope, ''), coalesce(period, ''), coalesce(cells_digest, ''), bureau having count(*) > 1
union all
select 'I3 double', format('the fact of record %s stands %s times in %s', record_id, count(*), place)
from (select record_id, 'enrolment ' || programme as place from warehouse.enrolment
      union all select record_id, 'payment' from warehouse.payment
      union all select record_id, 'assessment ' || scale from warehouse.assessment
      union all select record_id, 'health_check ' || programme from warehouse.health_check
      union all select record_id, 'death' from warehouse.death) facts
group by record_id, place having count(*) > 1;
comment on view audit.violation_double is 'I3: what stands twice';

create view audit.violation_visibility as
with line (place, from_publication, to_publication) as (
    select 'register.record_version', from_publication, to_publication from register.record_version
    union all select 'register.record_key', from_publication, to_publication from register.record_key
    union all select 'register.record_head', from_publication, to_publication from register.record_head
    union all select 'register.membership', from_publication, to_publication from register.membership
    union all select 'register.link', from_publication, to_publication from register.link
    union all select 'steward.task', from_publication, to_publication from steward.task
    union all select 'register.record', from_publication, null from register.record
    union all select 'register.person', from_publication, null from register.person
    union all select 'register.person_event', publication, null from register.person_event
    union all select 'warehouse.person', publication, null from warehouse.person
    union all select 'warehouse.person_value', publication, null from warehouse.person_value
    union all select 'warehouse.person_identifier', publication, null from warehouse.person_identifier
    union all select 'warehouse.relationship', publication, null from warehouse.relationship
    union all select 'warehouse.enrolment', publication, null from warehouse.enrolment
    union all select 'warehouse.payment', publication, null from warehouse.payment
    union all select 'warehouse.death', publication, null from warehouse.death
    union all select 'warehouse.person_history', from_publication, to_publication from warehouse.person_history)
select 'I6 visibility' as invariant, format('%s: %s lines of a publication that does not exist', place, count(*)) as detail
from line where from_publication > register.published() or to_publication > register.published()
group by place
union all
select 'I6 visibility', format('publication %s is still pending', publication) from register.pending
union all
select 'I6 visibility', format('publication %s is missing', number)
from generate_series(1, register.published()) number
where not exists (select 1 from register.publication p where p.publication = number)
union all
select 'I6 visibility', format('person %s is in the %s only', coalesce(w.person_id, m.person_id),
                               case when w.person_id is null then 'register' else 'warehouse' end)
from warehouse.person w
full join (select distinct person_id from register.membership where to_publication is null) m using (person_id)
where w.person_id is null or m.person_id is null
union all
select 'I6 visibility', format('person %s stands for %s records but has %s', w.person_id, w.records, count(m.record_id))
from warehouse.person w join register.membership m on m.person_id = w.person_id and m.to_publication is null
group by w.person_id, w.records having w.records <> count(m.record_id)
union all
select 'I6 visibility', format('the enrolment of record %s is of person %s, the record of another', e.record_id, e.person_id)
from warehouse.enrolment e
left join register.membership m on m.record_id = e.record_id and m.to_publication is null
where m.person_id is distinct from e.person_id
union all
select 'I6 visibility', format('record %s: a relative is person %s, who is no more', r.record_id, r.related_person_id)
from warehouse.relationship r
where r.related_person_id is not null
  and not exists (select 1 from warehouse.person w where w.person_id = r.related_person_id);
comment on view audit.violation_visibility is 'I6: lines of no publication, and a warehouse that shows another state than the register';

create view audit.violation_raw as
select 'I7 raw' as invariant,
       format('person %s: the origin of %s is not what the cell holds', v.person_id, v.field) as detail
from warehouse.person_value v
left join intake.row r on r.processing_id = v.processing_id and r.row_seq = v.row_seq
where v.column_index is not null and r.cells ->> v.column_index::int is distinct from v.delivered
union all
select 'I7 raw', format('person %s: %s and its origin differ', w.person_id, v.field)
from warehouse.person w
join warehouse.person_value v using (person_id)
where v.value is distinct from (to_jsonb(w) ->> v.field)
union all
select 'I7 raw', format('processing %s: a problem at row %s, which is not there', p.processing_id, p.row_seq)
from intake.row_problem p
where not exists (select 1 from intake.row r where r.processing_id = p.processing_id and r.row_seq = p.row_seq);
comment on view audit.violation_raw is 'I7: values whose origin is not the cell they name';

create view audit.violation_person as
select 'I8 person' as invariant, format('record %s belongs to %s persons', h.record_id, count(m.person_id)) as detail
from register.record_head h
left join register.membership m on m.record_id = h.record_id and m.to_publication is null
where h.to_publication is null group by h.record_id having count(m.person_id) <> 1
union all
select 'I8 person', format('record %s belongs to person %s but stands nowhere', m.record_id, m.person_id)
from register.membership m
where m.to_publication is null
  and not exists (select 1 from register.record_head h where h.record_id = m.record_id and h.to_publication is null)
union all
select 'I8 person', format('person %s was never minted', m.person_id)
from (select distinct person_id from register.membership) m
where not exists (select 1 from register.person p where p.person_id = m.person_id)
   or not exists (select 1 from register.person_event e where e.person_id = m.person_id and e.kind = 'mint')
union all
select 'I8 person', format('person %s has no records left and neither was retired nor merged', p.person_id)
from register.person p
where not exists (select 1 from register.membership m where m.person_id = p.person_id and m.to_publication is null)
  and not exists (select 1 from register.person_event e where e.person_id = p.person_id and e.kind in ('retire', 'merge'));
comment on view audit.violation_person is 'I8: records in no person or several, persons that the journal of ids does not explain';

create view audit.violation_trail as
select 'I9 trail' as invariant, format('submission %s: no event %s', s.submission_id, wanted.action) as detail
from intake.submission s
cross join lateral (
    select case when s.state = 'refused' then 'refuse' else 'receive' end as action
    union all select 'hold' where s.state = 'held'
    union all select 'reject' where s.state = 'rejected'
    union all select 'withdraw' where s.state = 'withdrawn'
    union all select 'stage' where s.state in ('staged', 'held', 'published')) wanted
where not exists (select 1 from audit.event e where e.object = s.receipt_no and e.action = wanted.action)
union all
select 'I9 trail', format('publication %s: %s events', p.publication, count(e.event_id))
from register.publication p
left join audit.event e on e.action = 'publish' and e.object = 'publication ' || p.publication
group by p.publication having count(e.event_id) <> 1;
comment on view audit.violation_trail is 'I9: changes of state that left no event';

create view audit.violation as
select invariant, detail from audit.violation_accounting
union all select invariant, detail from audit.violation_loss
union all select invariant, detail from audit.violation_double
union all select invariant, detail from audit.violation_visibility
union all select invariant, detail from audit.violation_raw
union all select invariant, detail from audit.violation_person
union all select invariant, detail from audit.violation_trail;
comment on view audit.violation is 'Everything that breaks an invariant; empty whenever no run is at work';
