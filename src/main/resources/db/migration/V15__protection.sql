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
