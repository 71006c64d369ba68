-- What a lead does moves the timeline of the case, whose conditions ask for more than a guest may see. So her deed says
-- only that the plan is behind; Haki follows the timeline for the owner, right after.
create table hub.plan_behind (
    org_id  uuid        not null references hub.organisation,
    case_id uuid        not null,
    since   timestamptz not null default now(),
    primary key (org_id, case_id)
);

create function hub.plan_falls_behind() returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.plan_behind (org_id, case_id)
    select haki.org(), led from (select haki.windowed('lead') as led) at_work where led is not null
    on conflict (org_id, case_id) do update set since = now()
$$;
create function hub.plans_behind() returns setof uuid
    language sql stable security definer set search_path = hub, pg_temp as $$
    select b.case_id from hub.plan_behind b where b.org_id = haki.org() order by b.since, b.case_id
$$;
create function hub.plan_catches_up(which uuid) returns boolean
    language sql security definer set search_path = hub, pg_temp as $$
    with gone as (delete from hub.plan_behind b where b.org_id = haki.org() and b.case_id = which returning 1)
    select exists (select from gone)
$$;
grant execute on function hub.plan_falls_behind() to haki_guest;
grant execute on function hub.plans_behind(), hub.plan_catches_up(uuid) to haki_app;

-- A date that Haki moved, following a timeline.
alter table haki.activity_move alter column by_person drop not null;

-- As before; it waits for whoever is writing in the plan, so that nothing is given to a lead while its lead ends.
create or replace function hub.window_ended() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    at_work text := coalesce(current_setting('haki.org', true), '');
begin
    delete from hub.window_wrap x where x.window_id = new.id and x.key_id <> new.own_key_id;
    insert into hub.destroyed (org_id, key_id) values (new.owner_org, new.id) on conflict do nothing;
    if new.kind = 'lead' then
        perform pg_advisory_xact_lock(hashtextextended('activities ' || new.case_id, 0));
        perform set_config('haki.org', new.owner_org::text, true);
        update haki.activity a set assignee_org = null, version = a.version + 1,
            assignee_id = (select f.owner_id from haki.case_file f where f.org_id = new.owner_org and f.id = new.case_id)
        where a.org_id = new.owner_org and a.case_id = new.case_id and a.state = 'planned' and a.assignee_org = new.to_org;
        perform set_config('haki.org', at_work, true);
    end if;
    return new;
end $$;
