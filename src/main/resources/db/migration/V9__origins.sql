-- Origins per person and source row instead of one line per value: a tenth of the lines. What a line of origins does not
-- hold (the value, the cell as delivered, the sheet) stands elsewhere and never changes, so the view reads it there.
drop table warehouse.person_value;
drop table register.pending_value;

create unlogged table register.pending_origin (
    person_id     bigint not null,
    record_id     bigint not null,
    processing_id bigint not null,
    row_seq       int not null,
    reason        text not null,
    fields        text[] not null,
    source_fields text[] not null
);
comment on table register.pending_origin is 'Which golden values of the pending publication come from which row, and why';

create table warehouse.person_origin (
    person_id     bigint not null,
    record_id     bigint not null,
    processing_id bigint not null,
    row_seq       integer not null,
    reason        text not null,
    fields        text[] not null,
    source_fields text[] not null,
    publication   bigint not null
);
comment on table warehouse.person_origin is 'Rows that golden values come from; warehouse.person_value shows each value with its cell';
comment on column warehouse.person_origin.person_id is 'Person';
comment on column warehouse.person_origin.record_id is 'Record that gave the values';
comment on column warehouse.person_origin.processing_id is 'Processing of the submission';
comment on column warehouse.person_origin.row_seq is 'Row in the processing (intake.row)';
comment on column warehouse.person_origin.reason is 'Why these values were chosen before others';
comment on column warehouse.person_origin.fields is 'Columns of warehouse.person that this row gave';
comment on column warehouse.person_origin.source_fields is 'The field of the feed that each of them was read from, in the same order';
comment on column warehouse.person_origin.publication is 'Publication that wrote this line';
create index on warehouse.person_origin (person_id);

create view warehouse.person_value as
select o.person_id, given.field, to_json(w) ->> given.field as value, o.record_id, p.submission_id, o.processing_id,
       o.row_seq, sh.name as sheet, r.row_number, c.place as column_index, c.header, r.cells ->> c.place as delivered,
       p.definition_version, o.reason, o.publication
from warehouse.person_origin o
join warehouse.person w on w.person_id = o.person_id
cross join lateral unnest(o.fields, o.source_fields) given (field, source_field)
join intake.processing p on p.processing_id = o.processing_id
join intake.row r on r.processing_id = o.processing_id and r.row_seq = o.row_seq
join intake.sheet sh on sh.processing_id = r.processing_id and sh.sheet = r.sheet
left join lateral (
    select (x ->> 'column')::int as place, x ->> 'header' as header
    from json_array_elements(sh.columns) x where x ->> 'field' = given.source_field limit 1) c on true;
comment on view warehouse.person_value is 'Origin of every golden value, down to the cell';
comment on column warehouse.person_value.person_id is 'Person';
comment on column warehouse.person_value.field is 'Column of warehouse.person';
comment on column warehouse.person_value.value is 'The chosen value';
comment on column warehouse.person_value.record_id is 'Record that gave it';
comment on column warehouse.person_value.submission_id is 'Submission';
comment on column warehouse.person_value.processing_id is 'Processing of the submission';
comment on column warehouse.person_value.row_seq is 'Row in the processing (intake.row)';
comment on column warehouse.person_value.sheet is 'Sheet name';
comment on column warehouse.person_value.row_number is 'Row number as the spreadsheet shows it';
comment on column warehouse.person_value.column_index is 'Column, counted from 0';
comment on column warehouse.person_value.header is 'Header of the column';
comment on column warehouse.person_value.delivered is 'The text of the cell as delivered';
comment on column warehouse.person_value.definition_version is 'Version of the feed definition that read it';
comment on column warehouse.person_value.reason is 'Why this value was chosen before the others';
comment on column warehouse.person_value.publication is 'Publication that wrote this line';
