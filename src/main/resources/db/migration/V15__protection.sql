-- Identity and account numbers, encrypted, when keys are configured. Everywhere else a token stands for them.
create schema protection;
comment on schema protection is '号码保护: encrypted identity and account numbers, and which keys they need';

create table protection.number (
    token  text primary key,
    key_id text not null,
    sealed bytea not null
);
comment on table protection.number is 'Each number once, encrypted; empty when no keys are configured';
comment on column protection.number.token is
    'Keyed digest of the text as it was written, base 32; between two ~ it stands wherever the text would stand';
comment on column protection.number.key_id is 'The key of GUIYI_NUMBER_KEY that it is encrypted with';
comment on column protection.number.sealed is
    'Suite (1 AES-256-GCM, 2 SM4-GCM), nonce of 12 bytes, text and tag of 16 bytes; bound to this table, this column and the token';

create table protection.index_key (
    one    boolean primary key default true check (one),
    key_id text not null,
    suite  text not null check (suite in ('AES', 'SM')),
    proof  bytea not null,
    since  timestamptz not null default now()
);
comment on table protection.index_key is 'The key of GUIYI_INDEX_KEY that makes all tokens of this database; empty while numbers are in clear';
comment on column protection.index_key.proof is 'Tells another key of the same name from it';

create table protection.cipher_key (
    key_id text primary key,
    proof  bytea not null,
    since  timestamptz not null default now()
);
comment on table protection.cipher_key is 'The keys of GUIYI_NUMBER_KEY without which some numbers could not be read';
comment on column protection.cipher_key.proof is 'A known text encrypted with it: tells another key of the same name from it';

-- What SQL asks of a number and cannot cut from a token.
alter table register.staged_record add column id_stem text, add column id_whole boolean;
update register.staged_record set id_stem = left(id_digits, 14), id_whole = position('*' in id_digits) = 0
where id_digits is not null;
comment on column register.staged_record.id_digits is 'What is known of the identity number, unknown digits as *; or its token';
comment on column register.staged_record.id_stem is
    'The first 14 characters of id_digits, or a token of them: whether an absent person may be a row of the delivery is told by it';
comment on column register.staged_record.id_whole is 'Whether no digit of id_digits is unknown';

create view audit.violation_number as
select 'I2 loss' as invariant, format('%s: %s tokens whose number is not kept', place, count(*)) as detail
from (select 'register.staged_record' as place, id_digits as text from register.staged_record
      union all select 'warehouse.person', resident_id from warehouse.person
      union all select 'warehouse.person_identifier', value from warehouse.person_identifier
      union all select 'warehouse.payment', account from warehouse.payment) held
where text like '~%~'
  and not exists (select 1 from protection.number n where n.token = substr(text, 2, length(text) - 2))
group by place;
comment on view audit.violation_number is 'I2: tokens for which no number is kept: nobody can read them any more';

create or replace view audit.violation as
select invariant, detail from audit.violation_accounting
union all select invariant, detail from audit.violation_loss
union all select invariant, detail from audit.violation_number
union all select invariant, detail from audit.violation_double
union all select invariant, detail from audit.violation_order
union all select invariant, detail from audit.violation_visibility
union all select invariant, detail from audit.violation_fact
union all select invariant, detail from audit.violation_raw
union all select invariant, detail from audit.violation_value
union all select invariant, detail from audit.violation_person
union all select invariant, detail from audit.violation_trail;
comment on view audit.violation is 'Everything that breaks an invariant; empty whenever no run is at work';
