-- What was destroyed stays destroyed: every wrap that is deleted is written down here (and in destroyed.log beside the
-- database), and deleted again after a backup from before is restored. Ids only.
create table hub.destroyed (
    org_id uuid        not null,
    key_id uuid        not null,
    at     timestamptz not null default now(),
    primary key (org_id, key_id)
);
create function hub.write_down_destroyed() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    insert into hub.destroyed (org_id, key_id) values (old.org_id, old.key_id) on conflict do nothing;
    return old;
end $$;
create trigger write_down_destroyed after delete on vault.key_wrap
    for each row execute function hub.write_down_destroyed();
create function hub.destroyed_since(moment timestamptz) returns table (org_id uuid, key_id uuid, at timestamptz)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select d.org_id, d.key_id, d.at from hub.destroyed d where d.at >= moment order by d.at, d.key_id
$$;

-- Routine jobs: when each last ran, and how it went; one that failed is tried again after an hour.
create function hub.job_is_due(job text, since timestamptz) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select not exists (select 1 from hub.job j where j.name = job and j.ran_at >= since
                       and (j.outcome = 'done' or j.ran_at > now() - interval '1 hour'))
$$;
create function hub.job_ran(job text, ended text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.job (name, ran_at, outcome) values (job, now(), ended)
        on conflict (name) do update set ran_at = excluded.ran_at, outcome = excluded.outcome
$$;
create function hub.jobs() returns table (name text, ran_at timestamptz, outcome text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select j.name, j.ran_at, j.outcome from hub.job j order by j.name
$$;
grant execute on function hub.destroyed_since(timestamptz), hub.job_is_due(text, timestamptz), hub.job_ran(text, text), hub.jobs()
    to haki_app;
