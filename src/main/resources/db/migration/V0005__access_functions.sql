-- The tables of V0004 are reached by these functions only. Where people of an organisation are concerned it is the one
-- at work, haki.org(). Moments come from the application's clock.

-- Organisations, the first one first.
create function hub.organisations() returns setof hub.organisation
    language sql stable security definer set search_path = hub, pg_temp as $$
    select * from hub.organisation where state = 'active' order by created_at, id
$$;

create function hub.offices(org uuid) returns table (id uuid, name text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select o.id, o.name from hub.office o where o.org_id = org order by o.name, o.id
$$;

-- Whether a membership holds today, where its organisation is.
create function hub.holds(m hub.membership) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select (now() at time zone o.zone)::date between m.valid_from and coalesce(m.valid_until, 'infinity')
        from hub.organisation o where o.id = m.org_id
$$;

-- Names of colleagues, also of those who have left.
create function hub.names(persons uuid[]) returns table (id uuid, name text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select l.id, l.name from hub.login l where l.org_id = haki.org() and l.id = any (persons)
$$;

-- Who works here now and holds one of these roles in the office.
create function hub.able(office uuid, roles text[]) returns setof uuid
    language sql stable security definer set search_path = hub, pg_temp as $$
    select distinct m.login_id from hub.membership m join hub.login l on l.id = m.login_id
        where m.org_id = haki.org() and l.state = 'active' and m.role = any (roles)
          and (m.office_id = office or m.office_id is null) and hub.holds(m)
$$;

-- Who is away today, and who stands in.
create function hub.stand_ins() returns table (away_id uuid, stand_in_id uuid)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select l.id, l.stand_in from hub.login l join hub.organisation o on o.id = l.org_id
        where l.org_id = haki.org() and l.state = 'active' and l.stand_in is not null
          and (now() at time zone o.zone)::date between l.away_from and coalesce(l.away_until, 'infinity')
$$;

grant execute on function hub.organisations(), hub.offices(uuid), hub.names(uuid[]), hub.stand_ins() to haki_app;
grant execute on function hub.able(uuid, text[]) to haki_app, haki_public;
