-- Organisations that work together. A network is kept by the organisation that started it; an organisation without one
-- knows of no other. Everything here is reached by the functions below only.
create table hub.network (
    id         uuid        primary key,
    name       text        not null,
    keeper     uuid        not null unique references hub.organisation,
    created_at timestamptz not null
);
alter table hub.organisation add network_id uuid references hub.network;
create index organisation_network on hub.organisation (network_id);
-- Somebody asks that their organisation may join. What they wrote is sealed for the keeper.
create table hub.join_request (
    id         uuid        primary key,
    network_id uuid        not null references hub.network,
    sealed     bytea       not null,
    suspect    boolean     not null,               -- from a machine, or more than we can believe: shown apart, never dropped
    came_at    timestamptz not null,
    state      text        not null default 'waiting' check (state in ('waiting', 'approved', 'declined')),
    decided_at timestamptz,
    decided_by uuid        references hub.login,
    reason     bytea,                              -- why it was declined, sealed for the keeper
    org_id     uuid        references hub.organisation
);
create index join_request_network on hub.join_request (network_id, state, came_at);
-- An organisation is kept out, and may be let in again; its state says which.
create table hub.suspension (
    id       uuid        primary key,
    org_id   uuid        not null references hub.organisation,
    reason   bytea       not null,                 -- sealed for the keeper
    began_at timestamptz not null,
    began_by uuid        not null references hub.login,
    ended_at timestamptz,
    ended_by uuid        references hub.login
);
create unique index suspension_now on hub.suspension (org_id) where ended_at is null;

-- The network of the organisation at work.
create function hub.network_at_work() returns table (id uuid, name text, keeper uuid, keeper_name text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select n.id, n.name, n.keeper, k.name from hub.organisation o join hub.network n on n.id = o.network_id
        join hub.organisation k on k.id = n.keeper where o.id = haki.org()
$$;
create function hub.start_network(new_id uuid, named text, at timestamptz) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with begun as (
        insert into hub.network (id, name, keeper, created_at)
            select new_id, named, o.id, at from hub.organisation o where o.id = haki.org() and o.network_id is null
            returning id, keeper),
    entered as (update hub.organisation o set network_id = begun.id from begun where o.id = begun.keeper returning 1)
    select count(*)::int from entered
$$;
create function hub.enter_network(entered uuid) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with entering as (
        update hub.organisation set network_id = entered where id = haki.org() and network_id is null returning 1)
    select count(*)::int from entering
$$;
-- The other organisations of the network of the organisation at work.
create function hub.partners() returns table (id uuid, name text, slug text, active boolean)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select o.id, o.name, o.slug, o.state = 'active'
        from hub.organisation me join hub.organisation o on o.network_id = me.network_id and o.id <> me.id
        where me.id = haki.org() order by o.name, o.id
$$;

-- SUSPENDING: the keeper only, never itself.
create function hub.suspend_organisation(new_id uuid, which uuid, why bytea, at timestamptz) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with suspended as (
        update hub.organisation o set state = 'suspended' from hub.network n
            where o.id = which and n.id = o.network_id and n.keeper = haki.org() and n.keeper <> o.id and o.state = 'active'
            returning o.id),
    told as (
        insert into hub.suspension (id, org_id, reason, began_at, began_by)
            select new_id, suspended.id, why, at, haki.person() from suspended returning 1)
    select count(*)::int from told
$$;
create function hub.reinstate_organisation(which uuid, at timestamptz) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with reinstated as (
        update hub.organisation o set state = 'active' from hub.network n
            where o.id = which and n.id = o.network_id and n.keeper = haki.org() and o.state = 'suspended'
            returning o.id),
    told as (
        update hub.suspension s set ended_at = at, ended_by = haki.person() from reinstated
            where s.org_id = reinstated.id and s.ended_at is null returning 1)
    select count(*)::int from told
$$;
-- For the keeper: who is in its network, and who is suspended since when and why.
create function hub.network_members()
    returns table (id uuid, name text, slug text, suspension uuid, reason bytea, suspended_at timestamptz)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select o.id, o.name, o.slug, s.id, s.reason, s.began_at
        from hub.network n join hub.organisation o on o.network_id = n.id
        left join hub.suspension s on s.org_id = o.id and s.ended_at is null
        where n.keeper = haki.org() order by o.name, o.id
$$;
-- The desk of a suspended organisation, and which desks of its network are open.
create function hub.suspended_organisation(named text) returns setof hub.organisation
    language sql stable security definer set search_path = hub, pg_temp as $$
    select * from hub.organisation where slug = named and state = 'suspended'
$$;
create function hub.open_desks(instead_of uuid) returns table (id uuid, name text, slug text, active boolean)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select o.id, o.name, o.slug, true
        from hub.organisation closed join hub.organisation o on o.network_id = closed.network_id and o.id <> closed.id
        where closed.id = instead_of and o.state = 'active' order by o.name, o.id
$$;

-- JOINING
-- Whom a request to join is for: the keeper with this slug, or the keeper of the first network.
create function hub.keeper(named text) returns setof hub.organisation
    language sql stable security definer set search_path = hub, pg_temp as $$
    select o.* from hub.network n join hub.organisation o on o.id = n.keeper
        where o.state = 'active' and (named is null or o.slug = named) order by n.created_at, n.id limit 1
$$;
-- Keeps a request for the network that the organisation at work keeps; sent again, it is kept once.
create function hub.ask_to_join(new_id uuid, words bytea, machine boolean, at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.join_request (id, network_id, sealed, suspect, came_at)
        select new_id, n.id, words, machine, at from hub.network n where n.keeper = haki.org()
        on conflict (id) do nothing
$$;
create function hub.join_requests()
    returns table (id uuid, sealed bytea, suspect boolean, came_at timestamptz, state text, decided_at timestamptz,
                   reason bytea, organisation text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select r.id, r.sealed, r.suspect, r.came_at, r.state, r.decided_at, r.reason, o.name
        from hub.network n join hub.join_request r on r.network_id = n.id left join hub.organisation o on o.id = r.org_id
        where n.keeper = haki.org() order by r.suspect, r.came_at desc, r.id
$$;
-- Decides a waiting request of the network that the organisation at work keeps.
create function hub.decide_join(which uuid, decided text, at timestamptz, why bytea, founded uuid) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with done as (
        update hub.join_request r set state = decided, decided_at = at, decided_by = haki.person(), reason = why,
            org_id = founded
            from hub.network n
            where r.id = which and n.id = r.network_id and n.keeper = haki.org() and r.state = 'waiting' returning 1)
    select count(*)::int from done
$$;

grant execute on function hub.ask_to_join to haki_public;
grant execute on function
    hub.network_at_work, hub.start_network, hub.enter_network, hub.partners, hub.suspend_organisation,
    hub.reinstate_organisation, hub.network_members, hub.suspended_organisation, hub.open_desks, hub.keeper,
    hub.join_requests, hub.decide_join
    to haki_app;
