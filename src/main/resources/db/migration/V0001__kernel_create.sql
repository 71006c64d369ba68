-- The ground: schemas, whose rows may be seen, and operations that have one effect.
-- Roles are made before this by database/roles.sql. haki_owner runs every migration and owns everything.

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to haki_app', current_database());
end $$;
revoke all on schema public from public;

create schema haki;    -- an organisation's own rows, every table behind row policies
create schema hub;     -- what is known before an organisation is: no client data in clear, reached by functions only
create schema vault;   -- identities, keys and search tokens
create schema facts;   -- countable deeds without identity

grant usage on schema haki, hub, vault to haki_app, haki_public;
grant usage on schema haki, facts to haki_reports;
grant usage on schema facts to haki_app;

-- The context that Work sets at the start of each transaction. After a commit a setting reads '' and not null.
create function haki.org() returns uuid language sql stable parallel safe
    return nullif(current_setting('haki.org', true), '')::uuid;
create function haki.person() returns uuid language sql stable parallel safe
    return nullif(current_setting('haki.person', true), '')::uuid;
create function haki.case_offices() returns uuid[] language sql stable parallel safe
    return coalesce(nullif(current_setting('haki.case_offices', true), ''), '{}')::uuid[];
create function haki.intake_offices() returns uuid[] language sql stable parallel safe
    return coalesce(nullif(current_setting('haki.intake_offices', true), ''), '{}')::uuid[];
create function haki.every_fence() returns boolean language sql stable parallel safe
    return coalesce(current_setting('haki.every_fence', true), '') = 'yes';

revoke all on all functions in schema haki from public;
grant execute on function haki.org(), haki.person(), haki.case_offices(), haki.intake_offices(), haki.every_fence()
    to haki_app, haki_public, haki_reports;
-- For every schema at once: what is granted everywhere cannot be revoked for one schema.
alter default privileges revoke execute on functions from public;

-- Guards a table: its rows belong to the organisation at work.
create procedure haki.guard_by_org(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy staff on %s to haki_app using (org_id = (select haki.org())) '
                   'with check (org_id = (select haki.org()))', guarded);
end $$;

-- Guards a table whose rows hang on a case: seen where the case is seen.
create procedure haki.guard_by_case(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy staff on %1$s to haki_app '
                   'using (org_id = (select haki.org()) and exists (select 1 from haki.case_file c '
                   'where c.org_id = %1$s.org_id and c.id = %1$s.case_id)) '
                   'with check (org_id = (select haki.org()) and exists (select 1 from haki.case_file c '
                   'where c.org_id = %1$s.org_id and c.id = %1$s.case_id))', guarded);
end $$;

create table haki.operation (
    org_id     uuid        not null,
    op_id      uuid        not null,
    person_id  uuid,
    verb       text        not null,
    body_hash  bytea       not null,
    result     text,
    at         timestamptz not null default now(),
    primary key (org_id, op_id)
);
call haki.guard_by_org('haki.operation');
grant select, insert, update on haki.operation to haki_app;
