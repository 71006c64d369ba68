-- Where an organisation's offices are, and who offers what, where, for whom.
create table hub.region (
    org_id uuid not null references hub.organisation,
    name   text not null,                          -- as the organisation speaks of it: a province, a county, a camp
    primary key (org_id, name)
);
alter table hub.office add region text;
alter table hub.office add foreign key (org_id, region) references hub.region (org_id, name);
create table hub.service_offer (
    id         uuid        primary key,
    org_id     uuid        not null references hub.organisation,
    kind       text        not null,               -- ServiceOffer.java
    areas      text[]      not null,               -- as people call them; none: everywhere
    audience   text[]      not null,               -- for whom; none: everybody
    languages  text[]      not null,               -- BCP 47
    focal      uuid        references hub.login,    -- whom to ask
    hours      text        not null default '',
    taking     boolean     not null,               -- takes new clients
    changed_at timestamptz not null,
    version    int         not null default 1
);
create index service_offer_org on hub.service_offer (org_id, kind);

-- OFFICES AND REGIONS
drop function hub.offices(uuid);
create function hub.offices(org uuid) returns table (id uuid, name text, region text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select o.id, o.name, o.region from hub.office o where o.org_id = org order by o.name, o.id
$$;
create function hub.regions() returns table (name text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select r.name from hub.region r where r.org_id = haki.org() order by r.name
$$;
create function hub.add_region(named text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.region (org_id, name) values (haki.org(), named) on conflict do nothing
$$;
create function hub.place_office(which uuid, placed text) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with moved as (update hub.office set region = placed where id = which and org_id = haki.org() returning 1)
    select count(*)::int from moved
$$;

-- THE DIRECTORY
-- An offer is kept under its id: a new one with base 0, a changed one over the version it was read in.
create function hub.keep_offer(which uuid, base int, of_kind text, in_areas text[], for_whom text[], spoken text[],
                               ask uuid, open_hours text, takes boolean, at timestamptz) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with person as (
        select l.id from hub.login l where l.id = ask and l.org_id = haki.org() and l.state = 'active'),
    kept as (
        insert into hub.service_offer as s (id, org_id, kind, areas, audience, languages, focal, hours, taking, changed_at)
            select which, haki.org(), of_kind, in_areas, for_whom, spoken, (select id from person), open_hours, takes, at
            where base = 0
            on conflict (id) do nothing returning 1),
    changed as (
        update hub.service_offer s set kind = of_kind, areas = in_areas, audience = for_whom, languages = spoken,
                focal = (select id from person), hours = open_hours, taking = takes, changed_at = at, version = version + 1
            where s.id = which and s.org_id = haki.org() and s.version = base and base > 0 returning 1)
    select (select count(*) from kept)::int + (select count(*) from changed)::int
$$;
create function hub.end_offer(which uuid, base int) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with ended as (
        delete from hub.service_offer where id = which and org_id = haki.org() and version = base returning 1)
    select count(*)::int from ended
$$;
-- What the organisation at work and those of its network offer that are not suspended; any of the three may be null.
-- A page begins after an organisation's name and an offer's id.
create function hub.offers(only_org uuid, of_kind text, near text, after_name text, after_id uuid, at_most int)
    returns table (id uuid, org_id uuid, organisation text, slug text, kind text, areas text[], audience text[],
                   languages text[], focal uuid, focal_name text, hours text, taking boolean, version int)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select s.id, s.org_id, o.name, o.slug, s.kind, s.areas, s.audience, s.languages, l.id, l.name, s.hours, s.taking, s.version
        from hub.organisation me
        join hub.organisation o on o.id = me.id or (o.network_id = me.network_id and o.state = 'active')
        join hub.service_offer s on s.org_id = o.id
        left join hub.login l on l.id = s.focal and l.state = 'active'
        where me.id = haki.org() and (only_org is null or o.id = only_org) and (of_kind is null or s.kind = of_kind)
          and (near is null or s.areas = '{}'
               or exists (select 1 from unnest(s.areas) as area where position(lower(near) in lower(area)) > 0))
          and (after_id is null or (o.name, s.id) > (after_name, after_id))
        order by o.name, s.id limit at_most
$$;

grant execute on function hub.offices to haki_app;
grant execute on function
    hub.regions, hub.add_region, hub.place_office, hub.keep_offer, hub.end_offer, hub.offers
    to haki_app;
