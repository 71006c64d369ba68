-- An organisation leaves its network; its keeper renames it. Whoever it worked with keeps knowing its name, for what was
-- written under it.
create table hub.acquaintance (
    org_id   uuid not null references hub.organisation,
    other_id uuid not null references hub.organisation,
    primary key (org_id, other_id)
);

create function hub.rename_network(named text) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with renamed as (update hub.network n set name = named where n.keeper = haki.org() returning 1)
    select count(*)::int from renamed
$$;

-- How many of its cases others may see now, and how many of theirs it may see, and leads.
create function hub.leaving_ends() returns table (shown int, seen int, led int)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select (count(*) filter (where w.owner_org = haki.org()))::int, (count(*) filter (where w.to_org = haki.org()))::int,
           (count(*) filter (where w.to_org = haki.org() and w.kind = 'lead' and w.opened_at is not null))::int
    from hub.case_window w
    where w.ended_at is null and w.to_org is not null and haki.org() in (w.owner_org, w.to_org) and haki.window() is null
$$;

-- Leaves, never as its keeper; what was open ends in the same step.
create function hub.leave_network() returns int
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    if haki.window() is not null or exists (select 1 from hub.network n where n.keeper = haki.org()) then
        return 0;
    end if;
    update hub.organisation o set network_id = null where o.id = haki.org() and o.network_id is not null;
    if not found then
        return 0;
    end if;
    insert into hub.acquaintance (org_id, other_id)
        select distinct pair.one, pair.other from hub.case_window w
        cross join lateral (values (w.owner_org, w.to_org), (w.to_org, w.owner_org)) pair (one, other)
        where w.to_org is not null and haki.org() in (w.owner_org, w.to_org)
        on conflict do nothing;
    perform hub.part(haki.org(), 'left_network');
    return 1;
end $$;

-- The other organisations of the network of the organisation at work.
create function hub.partners_now() returns table (id uuid, name text, slug text, active boolean)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select o.id, o.name, o.slug, o.state = 'active'
        from hub.organisation me join hub.organisation o on o.network_id = me.network_id and o.id <> me.id
        where me.id = haki.org() order by o.name, o.id
$$;
-- Those, and whoever it worked with before they parted.
create or replace function hub.partners() returns table (id uuid, name text, slug text, active boolean)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select * from hub.partners_now() union all
    select o.id, o.name, o.slug, false from hub.acquaintance k join hub.organisation o on o.id = k.other_id
        where k.org_id = haki.org() and not hub.in_one_network(k.org_id, k.other_id)
    order by 2, 1
$$;
grant execute on function hub.rename_network(text), hub.leaving_ends(), hub.leave_network(), hub.partners_now() to haki_app;
