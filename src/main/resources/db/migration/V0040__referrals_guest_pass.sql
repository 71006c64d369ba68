-- Someone without an account, asked to help by name: a page that opens once. A pass is a link and a code that travel
-- apart; here lie their hashes only. Whoever opens it gets a session of some minutes, and the window shows itself to
-- nobody else: not to a guest who cannot name the session, whatever the application believes.
create function haki.pass() returns bytea language sql stable parallel safe
    return decode(nullif(current_setting('haki.pass', true), ''), 'hex');

create table hub.guest_pass (
    id            uuid        primary key,
    owner_org     uuid        not null references hub.organisation,
    window_id     uuid        not null references hub.case_window on delete cascade,
    token_hash    bytea       not null unique,            -- of the link's 256 random bits
    code_hash     bytea       not null,                   -- of the code, under the owner's own key: a dump guesses nothing
    made_at       timestamptz not null,
    made_by       uuid,
    expires_at    timestamptz not null,                   -- unopened
    opened_at     timestamptz,
    session_hash  bytea       unique,                     -- of what the opener's browser keeps
    session_until timestamptz,
    ended_at      timestamptz,                            -- taken back, or a newer one took its place
    check ((opened_at is null) = (session_hash is null) and (opened_at is null) = (session_until is null))
);
create index guest_pass_window on hub.guest_pass (window_id, made_at);
create unique index guest_pass_now on hub.guest_pass (window_id) where ended_at is null;

-- As before; and where the receiver has no account, for the session of a pass only.
create or replace function hub.window_at_work() returns setof hub.case_window
    language sql stable security definer set search_path = hub, pg_temp as $$
    select w.* from hub.case_window w
    where w.id = haki.window() and w.owner_org = haki.org() and w.to_org is not distinct from haki.guest()
      and w.ended_at is null and w.until > now()
      and (w.opened_at is null or w.to_org is null or haki.person() = any (w.readers))
      and (w.to_org is not null or exists (select 1 from hub.guest_pass p where p.window_id = w.id
           and p.session_hash = haki.pass() and p.session_until > now() and p.ended_at is null))
      and not exists (select 1 from hub.organisation o where o.id in (w.owner_org, w.to_org) and o.state <> 'active')
$$;
grant execute on function hub.window_at_work() to haki_guest;

-- What she or he records stands under the name by which the referral calls them.
alter table haki.window_entry alter column by_org drop not null;
create policy guest_writes_by_pass on haki.window_entry for insert to haki_guest
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('case')) and window_id = (select haki.window_open())
                and by_org is null and (select haki.guest()) is null);

-- Makes a pass for one of the organisation's own windows, instead of any before it; answers whether it did.
create function hub.guest_pass_make(new_id uuid, which uuid, token bytea, code bytea, at timestamptz, until timestamptz) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    w hub.case_window;
begin
    select * into w from hub.case_window x
    where x.id = which and x.owner_org = haki.org() and haki.window() is null and x.to_org is null and x.ended_at is null
    for update;
    if w.id is null then
        return false;
    end if;
    update hub.guest_pass p set ended_at = at where p.window_id = which and p.ended_at is null;
    insert into hub.guest_pass (id, owner_org, window_id, token_hash, code_hash, made_at, made_by, expires_at)
        values (new_id, w.owner_org, which, token, code, at, haki.person(), least(until, w.until));
    return true;
end $$;
create function hub.guest_pass_end(which uuid, at timestamptz) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update hub.guest_pass p set ended_at = at
    where p.window_id = which and p.owner_org = haki.org() and haki.window() is null and p.ended_at is null;
    return found;
end $$;
-- The newest pass of one of the organisation's own windows, without its secrets.
create function hub.guest_pass_of(which uuid)
    returns table (made_at timestamptz, expires_at timestamptz, opened_at timestamptz, session_until timestamptz, ended_at timestamptz)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select p.made_at, p.expires_at, p.opened_at, p.session_until, p.ended_at from hub.guest_pass p
    where p.window_id = which and p.owner_org = haki.org() and haki.window() is null
    order by p.made_at desc, p.id desc limit 1
$$;

-- BEFORE ANYBODY IS KNOWN
-- Whose pass this link is, while it can be opened: the organisation's key judges the code.
create function hub.guest_pass_owner(token bytea, at timestamptz) returns uuid
    language sql stable security definer set search_path = hub, pg_temp as $$
    select p.owner_org from hub.guest_pass p join hub.case_window w on w.id = p.window_id
        join hub.organisation o on o.id = p.owner_org
    where p.token_hash = token and p.opened_at is null and p.ended_at is null and p.expires_at > at
      and w.ended_at is null and w.until > at and o.state = 'active'
$$;
-- Opens a pass, once, for whoever keeps this session; answers whether it was that link's code.
create function hub.guest_pass_open(token bytea, code bytea, session bytea, at timestamptz, until timestamptz) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update hub.guest_pass p set opened_at = at, session_hash = session, session_until = until
    where p.token_hash = token and p.code_hash = code and hub.guest_pass_owner(token, at) = p.owner_org and p.opened_at is null;
    return found;
end $$;
-- Where this session stands, while it lasts.
create function hub.guest_pass_session(session bytea, at timestamptz) returns table (window_id uuid, owner_org uuid, office_id uuid)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select w.id, w.owner_org, w.office_id from hub.guest_pass p join hub.case_window w on w.id = p.window_id
    where p.session_hash = session and p.session_until > at and p.ended_at is null
$$;
grant execute on function hub.guest_pass_make(uuid, uuid, bytea, bytea, timestamptz, timestamptz),
    hub.guest_pass_end(uuid, timestamptz), hub.guest_pass_of(uuid), hub.guest_pass_owner(bytea, timestamptz),
    hub.guest_pass_open(bytea, bytea, bytea, timestamptz, timestamptz), hub.guest_pass_session(bytea, timestamptz) to haki_app;

-- How referrals of the organisation at work call those who have no account: for whoever reads its trail.
create function haki.outsiders(referrals uuid[]) returns table (id uuid, name text)
    language sql stable security definer set search_path = haki, pg_temp as $$
    select r.id, r.to_name from haki.referral r
    where r.org_id = haki.org() and haki.window() is null and r.id = any (referrals) and r.to_org is null
$$;
grant execute on function haki.outsiders(uuid[]) to haki_app;
