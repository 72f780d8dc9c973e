-- What a publication is about to write, gathered outside of its transaction. Emptied before and after; losing it in a crash
-- loses nothing, because the publication is then computed again.
create unlogged table register.pending_person (
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
    valid_from         date not null
);
comment on table register.pending_person is 'Golden values of the persons that the pending publication touches';

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

create unlogged table register.touched_record (record_id bigint primary key);
comment on table register.touched_record is 'Records whose state or person the pending publication changes';

create unlogged table register.touched_person (person_id bigint primary key);
comment on table register.touched_person is 'Persons whose records or members the pending publication changes';

create function warehouse.first_day(said text) returns date language sql immutable parallel safe as $$
    select case length(said) when 10 then said::date when 7 then (said || '-01')::date end
$$;
comment on function warehouse.first_day is 'yyyy-MM-dd as it is, yyyy-MM as the first of the month';

create function warehouse.last_day(said text) returns date language sql immutable parallel safe as $$
    select case length(said) when 10 then said::date
                             when 7 then ((said || '-01')::date + interval '1 month - 1 day')::date end
$$;
comment on function warehouse.last_day is 'yyyy-MM-dd as it is, yyyy-MM as the last of the month';
