-- The tables of V0004 are reached by these functions only. Where an organisation is concerned it is the one at work,
-- haki.org(); where one's own account is, haki.person(). What happens before either is known takes a token or a name.
-- Moments come from the application's clock.

-- ORGANISATIONS, the first one first.
create function hub.organisations() returns setof hub.organisation
    language sql stable security definer set search_path = hub, pg_temp as $$
    select * from hub.organisation where state = 'active' order by created_at, id
$$;
create function hub.found_organisation(slug text, name text, zone text, language text, region text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.organisation (id, slug, name, zone, language, region)
        values (haki.org(), slug, name, zone, language, region)
$$;
create function hub.change_organisation(named text, at_zone text, spoken text, at_region text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.organisation set name = named, zone = at_zone, language = spoken, region = at_region where id = haki.org()
$$;
create function hub.keep_public_page(page jsonb) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.organisation set public_page = page where id = haki.org()
$$;
create function hub.mark_ready(at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.organisation set ready_at = at where id = haki.org() and ready_at is null
$$;
create function hub.offices(org uuid) returns table (id uuid, name text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select o.id, o.name from hub.office o where o.org_id = org order by o.name, o.id
$$;
create function hub.add_office(id uuid, name text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.office (id, org_id, name) values (id, haki.org(), name)
$$;
create function hub.rename_office(which uuid, named text) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with renamed as (update hub.office set name = named where id = which and org_id = haki.org() returning 1)
    select count(*)::int from renamed
$$;

-- PEOPLE, as colleagues need to know them.
-- Whether a membership holds today, where its organisation is.
create function hub.holds(m hub.membership) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select (now() at time zone o.zone)::date between m.valid_from and coalesce(m.valid_until, 'infinity')
        from hub.organisation o where o.id = m.org_id
$$;
-- Names, also of those who have left.
create function hub.names(persons uuid[]) returns table (id uuid, name text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select l.id, l.name from hub.login l where l.org_id = haki.org() and l.id = any (persons)
$$;
create function hub.colleagues() returns table (id uuid, name text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select l.id, l.name from hub.login l where l.org_id = haki.org() and l.state = 'active' order by l.name, l.id
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

-- PEOPLE, as the administrator manages them.
create function hub.people()
    returns table (id uuid, sign_in_name text, name text, email text, language text, state text, version int,
                   memberships jsonb, proof text, last_seen timestamptz)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select l.id, l.sign_in_name, l.name, l.email, l.language, l.state, l.version,
           coalesce((select jsonb_agg(jsonb_build_object('role', m.role, 'office', m.office_id) order by m.role)
                     from hub.membership m where m.login_id = l.id and m.org_id = l.org_id and hub.holds(m)), '[]'),
           case when l.password_hash is null then 'none' when l.totp_sealed is not null then 'totp'
                when exists (select 1 from hub.one_time_code c where c.login_id = l.id and c.purpose = 'card')
                then 'card' else 'password' end,
           (select max(s.last_seen_at) from hub.session s where s.login_id = l.id)
        from hub.login l where l.org_id = haki.org() order by l.state, l.name, l.id
$$;
create function hub.add_person(id uuid, sign_in_name text, name text, email text, language text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.login (id, org_id, sign_in_name, name, email, language)
        values (id, haki.org(), sign_in_name, name, email, language)
$$;
create function hub.change_person(person uuid, base int, named text, mail text, spoken text) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with changed as (
        update hub.login set name = named, email = mail, language = spoken, version = version + 1
            where id = person and org_id = haki.org() and state = 'active' and version = base returning 1)
    select count(*)::int from changed
$$;
-- Gives the person these roles instead of those before: roles[i] in offices[i], null for every office.
create function hub.set_roles(person uuid, roles text[], offices uuid[]) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.membership where login_id = person and org_id = haki.org();
    insert into hub.membership (login_id, org_id, office_id, role, valid_from)
        select l.id, l.org_id, given.office, given.role, (now() at time zone o.zone)::date
        from hub.login l join hub.organisation o on o.id = l.org_id, unnest(roles, offices) as given (role, office)
        where l.id = person and l.org_id = haki.org()
          and (given.office is null or exists (select 1 from hub.office o where o.id = given.office and o.org_id = l.org_id))
$$;
-- Who may do what here is changed by one administrator after the other.
create function hub.lock_people() returns void
    language sql security definer set search_path = hub, pg_temp as $$
    select id from hub.organisation where id = haki.org() for no key update
$$;
-- Ends every session and trusted device of the person, but for the session at hand.
create function hub.end_presence(person uuid, but uuid) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.session set state = 'ended' where login_id = person and org_id = haki.org() and id is distinct from but;
    update hub.device set revoked_at = now() where login_id = person and revoked_at is null
        and exists (select 1 from hub.login l where l.id = person and l.org_id = haki.org())
$$;
create function hub.end_person(person uuid, base int) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with ended as (
        update hub.login set state = 'ended', version = version + 1
            where id = person and org_id = haki.org() and state = 'active' and version = base returning 1)
    select count(*)::int from ended
$$;
-- The person proves who they are anew: the second factor goes, the password too unless it is kept.
create function hub.clear_proof(person uuid, keep_password boolean) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.one_time_code where login_id = person and purpose = 'card'
        and exists (select 1 from hub.login l where l.id = person and l.org_id = haki.org());
    with cleared as (
        update hub.login set totp_sealed = null, password_hash = case when keep_password then password_hash end
            where id = person and org_id = haki.org() and state = 'active' returning 1)
    select count(*)::int from cleared
$$;
-- A code to be handed over in person, instead of earlier ones.
create function hub.issue_welcome(person uuid, hash bytea, until timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.one_time_code where login_id = person and purpose in ('welcome', 'set_up')
        and exists (select 1 from hub.login l where l.id = person and l.org_id = haki.org());
    insert into hub.one_time_code (code_hash, login_id, purpose, expires_at)
        select hash, l.id, 'welcome', until from hub.login l where l.id = person and l.org_id = haki.org()
$$;

-- ONE'S OWN ACCOUNT
create function hub.me() returns setof hub.login
    language sql stable security definer set search_path = hub, pg_temp as $$
    select * from hub.login where id = haki.person() and org_id = haki.org()
$$;
create function hub.change_me(base int, named text, mail text, spoken text) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    select hub.change_person(haki.person(), base, named, mail, spoken)
$$;
create function hub.set_away(since date, until date, by_whom uuid) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.login set away_from = since, away_until = until, stand_in =
        (select s.id from hub.login s where s.id = by_whom and s.org_id = haki.org() and s.state = 'active')
        where id = haki.person() and org_id = haki.org()
$$;
create function hub.set_password(hash text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.login set password_hash = hash where id = haki.person() and org_id = haki.org()
$$;
create function hub.keep_totp(sealed bytea) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.login set totp_sealed = sealed, totp_step = 0 where id = haki.person() and org_id = haki.org()
$$;
create function hub.keep_card(hashes bytea[]) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.one_time_code where login_id = haki.person() and purpose = 'card';
    insert into hub.one_time_code (code_hash, login_id, purpose) select unnest(hashes), haki.person(), 'card'
$$;
create function hub.set_hide_names(this_session uuid, hidden boolean) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.session set hide_names = hidden where id = this_session and login_id = haki.person()
$$;
create function hub.my_sessions(at timestamptz)
    returns table (id uuid, created_at timestamptz, last_seen_at timestamptz, address text, agent text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select s.id, s.created_at, s.last_seen_at, s.address, s.agent from hub.session s
        where s.login_id = haki.person() and s.state in ('open', 'locked') and s.created_at > at - interval '12 hours'
        order by s.last_seen_at desc
$$;
create function hub.my_devices(at timestamptz)
    returns table (id uuid, label text, created_at timestamptz, last_seen_at timestamptz, trusted_until timestamptz)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select d.id, d.label, d.created_at, d.last_seen_at, d.trusted_until from hub.device d
        where d.login_id = haki.person() and d.revoked_at is null and d.trusted_until > at order by d.last_seen_at desc
$$;
create function hub.my_sign_ins(at_most int) returns table (at timestamptz, outcome text, address text, agent text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select i.at, i.outcome, i.address, i.agent from hub.sign_in i
        where i.login_id = haki.person() order by i.at desc limit at_most
$$;
create function hub.end_my_session(which uuid) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with ended as (update hub.session set state = 'ended' where id = which and login_id = haki.person() returning 1)
    select count(*)::int from ended
$$;
-- A device that is trusted no more also loses its sessions.
create function hub.revoke_my_device(which uuid) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.session set state = 'ended' where device_id = which and login_id = haki.person();
    with revoked as (
        update hub.device set revoked_at = now() where id = which and login_id = haki.person() and revoked_at is null
            returning 1)
    select count(*)::int from revoked
$$;

-- BEFORE ANYBODY IS KNOWN: what is needed to prove who it is.
create function hub.login_to_prove(named text, wanted uuid)
    returns table (id uuid, org_id uuid, sign_in_name text, active boolean, password_hash text, totp_sealed bytea,
                   cards_left int)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select l.id, l.org_id, l.sign_in_name,
           l.state = 'active' and o.state = 'active' and exists (
               select 1 from hub.membership m where m.login_id = l.id and m.org_id = l.org_id and hub.holds(m)),
           l.password_hash, l.totp_sealed,
           (select count(*)::int from hub.one_time_code c
            where c.login_id = l.id and c.purpose = 'card' and c.used_at is null)
        from hub.login l join hub.organisation o on o.id = l.org_id where l.sign_in_name = named or l.id = wanted
$$;
-- Counts one more try before it is judged, so that many at once gain nothing. Answers null when it may be judged, or
-- until when to wait: nothing for four tries, then 15 s, doubling, at most 15 minutes. A day without a try forgives.
create function hub.try_factor(tried bytea, at timestamptz) returns timestamptz
    language sql security definer set search_path = hub, pg_temp as $$
    with counted as (
        insert into hub.lockout as l (subject, failures, until) values (tried, 1, at)
            on conflict (subject) do update set
                failures = case when l.until < at - interval '1 day' then 1 else l.failures + 1 end,
                until = at + case when l.failures < 4 or l.until < at - interval '1 day' then interval '0'
                                  else least(interval '15 seconds' * 2 ^ least(l.failures - 4, 10), interval '15 minutes')
                             end
            where l.until <= at
            returning 1)
    select coalesce((select l.until from hub.lockout l where l.subject = tried and l.until > at), at + interval '15 seconds')
        where not exists (select 1 from counted)
$$;
create function hub.factor_held(tried bytea) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.lockout where subject = tried
$$;
create function hub.log_sign_in(log_id uuid, person uuid, at timestamptz, outcome text, address text, agent text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.sign_in (id, login_id, at, outcome, address, agent)
        select log_id, l.id, at, outcome, address, agent from hub.login l where l.id = person
$$;
-- A time step's code is used once, and none before it afterwards.
create function hub.use_totp_step(person uuid, step bigint) returns boolean
    language sql security definer set search_path = hub, pg_temp as $$
    with used as (update hub.login set totp_step = step where id = person and totp_step < step returning 1)
    select exists (select 1 from used)
$$;
create function hub.use_card_code(person uuid, hash bytea, at timestamptz) returns boolean
    language sql security definer set search_path = hub, pg_temp as $$
    with used as (
        update hub.one_time_code set used_at = at
            where code_hash = hash and login_id = person and purpose = 'card' and used_at is null returning 1)
    select exists (select 1 from used)
$$;
-- The login that a code handed over leads to, while it holds.
create function hub.login_by_code(hash bytea, at timestamptz) returns uuid
    language sql stable security definer set search_path = hub, pg_temp as $$
    select login_id from hub.one_time_code
        where code_hash = hash and purpose in ('welcome', 'set_up') and used_at is null
          and (expires_at is null or expires_at > at)
$$;
create function hub.use_welcome(person uuid, at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.one_time_code set used_at = at
        where login_id = person and purpose in ('welcome', 'set_up') and used_at is null
$$;

-- SESSIONS
create function hub.begin_session(which uuid, token bytea, csrf bytea, person uuid, device uuid, begun text,
                                  at timestamptz, address text, agent text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.session (id, token_hash, csrf, login_id, org_id, device_id, state, created_at, last_seen_at, proved_at,
                             address, agent)
        select which, token, csrf, l.id, l.org_id, device, begun, at, at, at, address, agent
        from hub.login l where l.id = person
$$;
-- The session, who it is of, and what that person may do at this moment. It locks when no request that counts came for
-- a while, and expires after 12 hours; before it is open it lasts half an hour.
create function hub.session_by_token(token bytea, at timestamptz, idle interval, counts boolean)
    returns table (id uuid, login_id uuid, org_id uuid, state text, csrf bytea, hide_names boolean, name text,
                   language text, organisation text, zone text, memberships jsonb, offices jsonb)
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.session s set last_seen_at = at
        where s.token_hash = token and counts and s.state = 'open'
          and s.last_seen_at between at - idle and at - least(interval '1 minute', idle / 4);
    select s.id, s.login_id, s.org_id,
           case when s.state = 'ended' or l.state <> 'active' or o.state <> 'active' then 'ended'
                when s.state in ('open', 'locked') and s.created_at < at - interval '12 hours' then 'expired'
                when s.state = 'open' and s.last_seen_at < at - idle then 'locked'
                when s.state not in ('open', 'locked') and s.created_at < at - interval '30 minutes' then 'ended'
                else s.state end,
           s.csrf, s.hide_names, l.name, l.language, o.name, o.zone,
           (select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'office', m.office_id)), '[]')
            from hub.membership m where m.login_id = l.id and m.org_id = s.org_id and hub.holds(m)),
           (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.name, f.id), '[]')
            from hub.office f where f.org_id = s.org_id)
        from hub.session s join hub.login l on l.id = s.login_id join hub.organisation o on o.id = s.org_id
        where s.token_hash = token
$$;
-- The person proved to be the one: the session is open under a new token.
create function hub.open_session(which uuid, token bytea, device uuid, at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.session set state = 'open', token_hash = token, device_id = coalesce(device, device_id), last_seen_at = at,
        proved_at = at where id = which and state <> 'ended'
$$;
create function hub.set_session_state(which uuid, wanted text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.session set state = wanted where id = which and state <> 'ended'
$$;
create function hub.trust_device(id uuid, person uuid, token bytea, label text, at timestamptz, until timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.device (id, login_id, token_hash, label, created_at, last_seen_at, trusted_until)
        values (id, person, token, label, at, at, until)
$$;
create function hub.device_by_token(token bytea, at timestamptz) returns table (id uuid, login_id uuid)
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.device set last_seen_at = at
        where token_hash = token and revoked_at is null and trusted_until > at returning id, login_id
$$;

-- THE FIRST START
-- A new set-up link instead of the one before; false when Haki is set up already.
create function hub.issue_set_up(hash bytea) returns boolean
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.one_time_code set code_hash = hash where purpose = 'set_up' and used_at is null;
    insert into hub.one_time_code (code_hash, purpose)
        select hash, 'set_up' where not exists (select 1 from hub.one_time_code where purpose = 'set_up')
                                and not exists (select 1 from hub.organisation);
    select exists (select 1 from hub.one_time_code where code_hash = hash)
$$;
-- Whether the set-up link is right: null when not, otherwise whether an organisation is there already.
create function hub.set_up_state(hash bytea) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select c.login_id is not null from hub.one_time_code c
        where c.code_hash = hash and c.purpose = 'set_up' and c.used_at is null
$$;
-- From now on the link leads to the first administrator's account.
create function hub.claim_set_up(hash bytea, person uuid) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with claimed as (
        update hub.one_time_code set login_id = person
            where code_hash = hash and purpose = 'set_up' and used_at is null and login_id is null returning 1)
    select count(*)::int from claimed
$$;
-- Who could be given a new code on the host.
create function hub.administrators()
    returns table (id uuid, org_id uuid, zone text, sign_in_name text, name text, organisation text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select distinct l.id, l.org_id, o.zone, l.sign_in_name, l.name, o.name
        from hub.membership m join hub.login l on l.id = m.login_id join hub.organisation o on o.id = l.org_id
        where m.role = 'administrator' and l.state = 'active' and hub.holds(m) order by o.name, l.sign_in_name
$$;

grant execute on function hub.able to haki_app, haki_public;
grant execute on function
    hub.organisations, hub.found_organisation, hub.change_organisation, hub.keep_public_page, hub.mark_ready,
    hub.offices, hub.add_office, hub.rename_office, hub.names, hub.colleagues, hub.stand_ins,
    hub.people, hub.add_person, hub.change_person, hub.set_roles, hub.lock_people, hub.end_presence,
    hub.end_person, hub.clear_proof, hub.issue_welcome,
    hub.me, hub.change_me, hub.set_away, hub.set_password, hub.keep_totp, hub.keep_card, hub.set_hide_names,
    hub.my_sessions, hub.my_devices, hub.my_sign_ins, hub.end_my_session, hub.revoke_my_device,
    hub.login_to_prove, hub.try_factor, hub.factor_held, hub.log_sign_in, hub.use_totp_step, hub.use_card_code,
    hub.login_by_code, hub.use_welcome,
    hub.begin_session, hub.session_by_token, hub.open_session, hub.set_session_state, hub.trust_device,
    hub.device_by_token,
    hub.issue_set_up, hub.set_up_state, hub.claim_set_up, hub.administrators
    to haki_app;
