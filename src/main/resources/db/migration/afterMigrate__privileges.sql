-- After every migration: what the application's role may do. It reads and writes rows, and can neither change the schema nor
-- anything of the trail but add to it. Nothing is granted again that is granted already.
do $privileges$
declare
    application constant text := '${application}';
    place text;
begin
    perform pg_advisory_xact_lock(x'47524e54'::bigint);
    if not exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where n.nspowner = current_user::regrole and n.nspname !~ '^(pg_|information_schema|public)'
                     and c.relkind in ('r', 'p', 'v', 'S') and not has_table_privilege(application, c.oid, 'select')) then
        return;
    end if;
    for place in select nspname from pg_namespace
                 where nspowner = current_user::regrole and nspname !~ '^(pg_|information_schema|public)' loop
        execute format('grant usage on schema %I to %I', place, application);
        execute format('grant usage, select on all sequences in schema %I to %I', place, application);
        if place = 'audit' then
            execute format('grant select on all tables in schema audit to %I', application);
            execute format('grant insert on audit.event, audit.seal, audit.horizon to %I', application);
            execute format('grant execute on function audit.prune to %I', application);
        else
            execute format('grant select, insert, update, delete, maintain on all tables in schema %I to %I', place, application);
        end if;
    end loop;
    execute format('grant truncate on register.touched_record, register.touched_person, register.pending_person, '
                   'register.pending_origin, register.match_touched, register.match_scope, register.match_key, '
                   'register.match_key_state, register.match_sought_key to %I', application);
    execute format('grant select on public.flyway_schema_history to %I', application);
end
$privileges$;
