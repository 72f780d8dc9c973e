-- What people and other systems query. Written only inside a publication.
create schema warehouse;
comment on schema warehouse is '数据仓库: the published, consolidated state';

create table warehouse.person (
    person_id          bigint primary key,
    name               text,
    sex                text,
    birth_date         date,
    ethnic             text,
    resident_id        text,
    registered_address text,
    residence          text,
    phone              text,
    death_reported_on  date,
    records            integer not null,
    valid_from         date not null,
    publication        bigint not null
);
comment on table warehouse.person is '一人一档: one line per living or dead human known to the county, with the chosen (golden) values';
comment on column warehouse.person.person_id is 'Person id from the append-only journal';
comment on column warehouse.person.name is 'Name as chosen among the sources (采信值)';
comment on column warehouse.person.sex is 'Sex, GB/T 2261.1 code';
comment on column warehouse.person.birth_date is 'Date of birth';
comment on column warehouse.person.ethnic is 'Ethnic group, GB/T 3304 code';
comment on column warehouse.person.resident_id is 'Resident identity number (公民身份号码, GB 11643-1999), only where a trusted whole number is known';
comment on column warehouse.person.registered_address is 'Place of household registration as delivered (户籍地址)';
comment on column warehouse.person.residence is 'Present address as delivered (现住址)';
comment on column warehouse.person.phone is 'Telephone as chosen';
comment on column warehouse.person.death_reported_on is 'Date of death by a death roster; no status changes before a steward confirms it';
comment on column warehouse.person.records is 'Number of source records behind this person';
comment on column warehouse.person.valid_from is 'Since when these values hold in the world as far as the rosters tell: first day of the oldest period that gave one of them';
comment on column warehouse.person.publication is 'Publication that wrote this line';

-- Origins per person and source row instead of one line per value: a tenth of the lines. What such a line does not hold
-- (the value, the cell as delivered, the sheet) stands elsewhere, so the view reads it there.
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

create table warehouse.person_identifier (
    person_id   bigint not null,
    kind        text not null,
    value       text not null,
    trusted     boolean not null,
    record_id   bigint not null,
    publication bigint not null
);
comment on table warehouse.person_identifier is 'Every identifier seen for a person, whole or partial';
comment on column warehouse.person_identifier.person_id is 'Person';
comment on column warehouse.person_identifier.kind is 'resident_id, resident_id_pattern, student_number, disability_certificate, birth_certificate';
comment on column warehouse.person_identifier.value is 'The identifier; unknown digits of a partial number are *';
comment on column warehouse.person_identifier.trusted is 'Check digit holds, agrees with birth date and sex, and is not a relative''s';
comment on column warehouse.person_identifier.record_id is 'Record that shows it';
comment on column warehouse.person_identifier.publication is 'Publication that wrote this line';

create table warehouse.relationship (
    person_id         bigint not null,
    role              text not null,
    relation          text,
    related_person_id bigint,
    related_name      text,
    related_phone     text,
    record_id         bigint not null,
    valid_from        date,
    valid_to          date,
    publication       bigint not null
);
comment on table warehouse.relationship is 'Guardians, parents and other related people of a person';
comment on column warehouse.relationship.person_id is 'Person whose relative it is';
comment on column warehouse.relationship.role is 'guardian, father, mother … as the feed names the columns';
comment on column warehouse.relationship.relation is 'Relation code, GB/T 4761';
comment on column warehouse.relationship.related_person_id is 'The relative''s own person, where a trusted number tells who it is';
comment on column warehouse.relationship.related_name is 'Name of the relative as delivered';
comment on column warehouse.relationship.related_phone is 'Telephone of the relative';
comment on column warehouse.relationship.record_id is 'Record that says so';
comment on column warehouse.relationship.valid_from is 'Since when, as far as the roster tells';
comment on column warehouse.relationship.valid_to is 'Until when';
comment on column warehouse.relationship.publication is 'Publication that wrote this line';

create table warehouse.household (
    household_no text not null,
    person_id    bigint not null,
    relation     text,
    record_id    bigint not null,
    valid_from   date,
    valid_to     date,
    publication  bigint not null
);
comment on table warehouse.household is 'Members of households on household rosters (一户一行)';
comment on column warehouse.household.household_no is 'Household number as the roster gives it';
comment on column warehouse.household.person_id is 'Member';
comment on column warehouse.household.relation is 'Relation to the head, GB/T 4761';
comment on column warehouse.household.record_id is 'Record that says so';
comment on column warehouse.household.valid_from is 'Since when';
comment on column warehouse.household.valid_to is 'Until when';
comment on column warehouse.household.publication is 'Publication that wrote this line';

create table warehouse.enrolment (
    record_id        bigint not null,
    person_id        bigint not null,
    feed             text not null,
    scope            text not null,
    status           text not null,
    programme        text not null,
    category         text,
    institution_name text,
    institution_code text,
    class_name       text,
    grade            text,
    form             text,
    exit_reason      text,
    detail           text,
    valid_from       date,
    valid_to         date,
    submission_id    bigint not null,
    sheet            text not null,
    row_number       integer not null,
    publication      bigint not null
);
comment on table warehouse.enrolment is 'A person on a programme or in an institution: left-behind register, nursery, school';
comment on column warehouse.enrolment.record_id is 'Record';
comment on column warehouse.enrolment.person_id is 'Person';
comment on column warehouse.enrolment.feed is 'Feed that said so';
comment on column warehouse.enrolment.scope is 'Scope of the snapshot: county, township, school …';
comment on column warehouse.enrolment.status is 'present, left or unconfirmed (待核实)';
comment on column warehouse.enrolment.programme is 'Programme, as the feed''s definition names it';
comment on column warehouse.enrolment.category is 'Category within the programme';
comment on column warehouse.enrolment.institution_name is 'Institution as delivered';
comment on column warehouse.enrolment.institution_code is 'Unified social credit code or school code';
comment on column warehouse.enrolment.class_name is 'Class or group';
comment on column warehouse.enrolment.grade is 'Grade';
comment on column warehouse.enrolment.form is 'Form of attendance or care';
comment on column warehouse.enrolment.exit_reason is 'Reason for leaving';
comment on column warehouse.enrolment.detail is 'Further detail the feed keeps';
comment on column warehouse.enrolment.valid_from is 'First day in the world';
comment on column warehouse.enrolment.valid_to is 'Last day in the world';
comment on column warehouse.enrolment.submission_id is 'Submission';
comment on column warehouse.enrolment.sheet is 'Sheet';
comment on column warehouse.enrolment.row_number is 'Row number';
comment on column warehouse.enrolment.publication is 'Publication that wrote this line';

create table warehouse.payment (
    record_id      bigint not null,
    person_id      bigint not null,
    feed           text not null,
    scope          text not null,
    status         text not null,
    programme      text not null,
    category       text,
    amount_fen     bigint,
    payment_type   text,
    payment_result text,
    pay_month      text,
    account        text,
    valid_from     date,
    valid_to       date,
    submission_id  bigint not null,
    sheet          text not null,
    row_number     integer not null,
    publication    bigint not null
);
comment on table warehouse.payment is 'A benefit paid to a person for a period';
comment on column warehouse.payment.record_id is 'Record';
comment on column warehouse.payment.person_id is 'Person';
comment on column warehouse.payment.feed is 'Feed that said so';
comment on column warehouse.payment.scope is 'Scope of the snapshot';
comment on column warehouse.payment.status is 'present, left or unconfirmed';
comment on column warehouse.payment.programme is 'Programme';
comment on column warehouse.payment.category is 'Benefit category, code of jobs/codes/benefit_category.csv: OLD_AGE 高龄津贴 …';
comment on column warehouse.payment.amount_fen is 'Amount in fen (1/100 yuan)';
comment on column warehouse.payment.payment_type is 'Normal, back payment or recovery, code of jobs/codes/payment_type.csv';
comment on column warehouse.payment.payment_result is 'Paid or returned by the bank, code of jobs/codes/payment_result.csv';
comment on column warehouse.payment.pay_month is 'Month of payment, yyyy-MM';
comment on column warehouse.payment.account is 'Account the money went to';
comment on column warehouse.payment.valid_from is 'First day of the period paid for';
comment on column warehouse.payment.valid_to is 'Last day of the period paid for';
comment on column warehouse.payment.submission_id is 'Submission';
comment on column warehouse.payment.sheet is 'Sheet';
comment on column warehouse.payment.row_number is 'Row number';
comment on column warehouse.payment.publication is 'Publication that wrote this line';

create table warehouse.assessment (
    record_id     bigint not null,
    person_id     bigint not null,
    feed          text not null,
    scope         text not null,
    status        text not null,
    scale         text not null,
    level         text,
    score         text,
    assessor      text,
    valid_from    date,
    valid_to      date,
    submission_id bigint not null,
    sheet         text not null,
    row_number    integer not null,
    publication   bigint not null
);
comment on table warehouse.assessment is 'An ability assessment: always scale and level together';
comment on column warehouse.assessment.record_id is 'Record';
comment on column warehouse.assessment.person_id is 'Person';
comment on column warehouse.assessment.feed is 'Feed that said so';
comment on column warehouse.assessment.scope is 'Scope of the snapshot';
comment on column warehouse.assessment.status is 'present, left or unconfirmed';
comment on column warehouse.assessment.scale is 'Assessment scale: levels of different scales do not compare';
comment on column warehouse.assessment.level is 'Level within the scale';
comment on column warehouse.assessment.score is 'Score';
comment on column warehouse.assessment.assessor is 'Assessing body';
comment on column warehouse.assessment.valid_from is 'Date of assessment';
comment on column warehouse.assessment.valid_to is 'Until when it holds';
comment on column warehouse.assessment.submission_id is 'Submission';
comment on column warehouse.assessment.sheet is 'Sheet';
comment on column warehouse.assessment.row_number is 'Row number';
comment on column warehouse.assessment.publication is 'Publication that wrote this line';

create table warehouse.health_check (
    record_id        bigint not null,
    person_id        bigint not null,
    feed             text not null,
    scope            text not null,
    status           text not null,
    programme        text not null,
    institution_name text,
    valid_from       date,
    valid_to         date,
    submission_id    bigint not null,
    sheet            text not null,
    row_number       integer not null,
    publication      bigint not null
);
comment on table warehouse.health_check is 'A health-management contact; no clinical values';
comment on column warehouse.health_check.record_id is 'Record';
comment on column warehouse.health_check.person_id is 'Person';
comment on column warehouse.health_check.feed is 'Feed that said so';
comment on column warehouse.health_check.scope is 'Scope of the snapshot';
comment on column warehouse.health_check.status is 'present, left or unconfirmed';
comment on column warehouse.health_check.programme is 'Programme';
comment on column warehouse.health_check.institution_name is 'Managing institution';
comment on column warehouse.health_check.valid_from is 'Date of the contact';
comment on column warehouse.health_check.valid_to is 'Same day';
comment on column warehouse.health_check.submission_id is 'Submission';
comment on column warehouse.health_check.sheet is 'Sheet';
comment on column warehouse.health_check.row_number is 'Row number';
comment on column warehouse.health_check.publication is 'Publication that wrote this line';

create table warehouse.death (
    record_id     bigint not null,
    person_id     bigint not null,
    feed          text not null,
    scope         text not null,
    status        text not null,
    valid_from    date,
    valid_to      date,
    registered_on date,
    registered_by text,
    state         text,
    submission_id bigint not null,
    sheet         text not null,
    row_number    integer not null,
    publication   bigint not null
);
comment on table warehouse.death is 'A death as registered; a steward confirms the match before any status changes';
comment on column warehouse.death.record_id is 'Record';
comment on column warehouse.death.person_id is 'Person';
comment on column warehouse.death.feed is 'Feed that said so';
comment on column warehouse.death.scope is 'Scope';
comment on column warehouse.death.status is 'present, left or unconfirmed';
comment on column warehouse.death.valid_from is 'Date of death';
comment on column warehouse.death.valid_to is 'Empty';
comment on column warehouse.death.registered_on is 'Date of registration';
comment on column warehouse.death.registered_by is 'Registering institution';
comment on column warehouse.death.state is 'NORMAL 正常, CORRECTED 更正 or REVOKED 撤销 (jobs/codes/registration_state.csv); of a revoked death person.death_reported_on knows nothing';
comment on column warehouse.death.submission_id is 'Submission';
comment on column warehouse.death.sheet is 'Sheet';
comment on column warehouse.death.row_number is 'Row number';
comment on column warehouse.death.publication is 'Publication that wrote this line';

create table warehouse.institution (
    institution_id text primary key,
    name           text not null,
    code           text,
    feed           text not null,
    records        integer not null,
    publication    bigint not null
);
comment on table warehouse.institution is 'Nurseries, schools, homes named on the rosters; known by credit code, else filing or school code, else name';
comment on column warehouse.institution.institution_id is 'Credit code, else other code, else name';
comment on column warehouse.institution.name is 'Name as delivered last';
comment on column warehouse.institution.code is 'Unified social credit code (GB 32100-2015) or school code';
comment on column warehouse.institution.feed is 'Feed that names it';
comment on column warehouse.institution.records is 'Number of records at it';
comment on column warehouse.institution.publication is 'Publication that wrote this line';

create table warehouse.region (
    code   text primary key,
    name   text not null,
    parent text,
    state  text not null
);
comment on table warehouse.region is 'Administrative divisions, GB/T 2260, every code that ever existed';
comment on column warehouse.region.code is 'Six-digit code';
comment on column warehouse.region.name is 'Name';
comment on column warehouse.region.parent is 'Code of the division above';
comment on column warehouse.region.state is 'current or withdrawn';

create table warehouse.person_history (
    person_id          bigint not null,
    name               text,
    sex                text,
    birth_date         date,
    ethnic             text,
    resident_id        text,
    registered_address text,
    residence          text,
    phone              text,
    death_reported_on  date,
    records            integer not null,
    valid_from         date not null,
    from_publication   bigint not null,
    to_publication     bigint not null
);
comment on table warehouse.person_history is 'Former lines of warehouse.person, kept when a publication changed or ended them';
comment on column warehouse.person_history.person_id is 'Person';
comment on column warehouse.person_history.name is 'Name';
comment on column warehouse.person_history.sex is 'Sex';
comment on column warehouse.person_history.birth_date is 'Date of birth';
comment on column warehouse.person_history.ethnic is 'Ethnic group';
comment on column warehouse.person_history.resident_id is 'Resident identity number';
comment on column warehouse.person_history.registered_address is 'Registered address';
comment on column warehouse.person_history.residence is 'Present address';
comment on column warehouse.person_history.phone is 'Telephone';
comment on column warehouse.person_history.death_reported_on is 'Date of death as reported';
comment on column warehouse.person_history.records is 'Number of source records';
comment on column warehouse.person_history.valid_from is 'Since when the values held in the world as far as the rosters told';
comment on column warehouse.person_history.from_publication is 'First publication that showed this line';
comment on column warehouse.person_history.to_publication is 'Publication that replaced or ended it';

create index on warehouse.person_identifier (person_id);
create index on warehouse.relationship (person_id);
create index on warehouse.household (person_id);
create index on warehouse.enrolment (record_id);
create index on warehouse.enrolment (person_id);
create index on warehouse.payment (record_id);
create index on warehouse.payment (person_id);
create index on warehouse.assessment (record_id);
create index on warehouse.assessment (person_id);
create index on warehouse.health_check (record_id);
create index on warehouse.health_check (person_id);
create index on warehouse.death (record_id);
create index on warehouse.death (person_id);
create index on warehouse.relationship (record_id);
create index on warehouse.household (record_id);
create index on warehouse.person_identifier (record_id);
create index on warehouse.person_history (person_id);
