-- A clock that was wrong and is put right. A session that was begun or seen after this moment proves nothing of now: it is
-- over, or locked, instead of living until the clock comes there again. A wait that is longer than any that is given (15
-- minutes) was reckoned by that clock and holds nobody any more. A job that ran after this moment is due.
create or replace function hub.session_by_token(token bytea, at timestamptz, idle interval, counts boolean)
    returns table (id uuid, login_id uuid, org_id uuid, state text, csrf bytea, hide_names boolean, name text,
                   language text, organisation text, zone text, memberships jsonb, offices jsonb)
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.session s set last_seen_at = at
        where s.token_hash = token and counts and s.state = 'open'
          and s.last_seen_at between at - idle and at - least(interval '1 minute', idle / 4);
    select s.id, s.login_id, s.org_id,
           case when s.state = 'ended' or l.state <> 'active' or o.state <> 'active' then 'ended'
                when s.state in ('open', 'locked')
                     and s.created_at not between at - interval '12 hours' and at + interval '10 minutes' then 'expired'
                when s.state = 'open' and s.last_seen_at not between at - idle and at + interval '10 minutes' then 'locked'
                when s.state not in ('open', 'locked')
                     and s.created_at not between at - interval '30 minutes' and at + interval '10 minutes' then 'ended'
                else s.state end,
           s.csrf, s.hide_names, l.name, l.language, o.name, o.zone,
           (select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'office', m.office_id)), '[]')
            from hub.membership m where m.login_id = l.id and m.org_id = s.org_id and hub.holds(m)),
           (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.name, f.id), '[]')
            from hub.office f where f.org_id = s.org_id)
        from hub.session s join hub.login l on l.id = s.login_id join hub.organisation o on o.id = s.org_id
        where s.token_hash = token
$$;
create or replace function hub.try_factor(tried bytea, at timestamptz) returns timestamptz
    language sql security definer set search_path = hub, pg_temp as $$
    with counted as (
        insert into hub.lockout as l (subject, failures, until) values (tried, 1, at)
            on conflict (subject) do update set
                failures = case when l.until < at - interval '1 day' then 1 else l.failures + 1 end,
                until = at + case when l.failures < 4 or l.until < at - interval '1 day' then interval '0'
                                  else least(interval '15 seconds' * 2 ^ least(l.failures - 4, 10), interval '15 minutes')
                             end
            where l.until <= at or l.until > at + interval '15 minutes'
            returning 1)
    select coalesce((select l.until from hub.lockout l where l.subject = tried and l.until > at), at + interval '15 seconds')
        where not exists (select 1 from counted)
$$;
create or replace function hub.job_is_due(job text, since timestamptz) returns boolean
    language sql stable security definer set search_path = hub, pg_temp as $$
    select not exists (select 1 from hub.job j where j.name = job and j.ran_at between since and now() + interval '1 hour'
                       and (j.outcome = 'done' or j.ran_at > now() - interval '1 hour'))
$$;
