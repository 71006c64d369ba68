-- What nobody needs any more, cleared away every night: org by org what is an organisation's, at once what is the hub's.

-- Failures that are forgiven (a day without a try); codes that were used or ran out; sessions that are over and devices
-- that are trusted no more, but for the last session of each person, which says when that was; sign-ins after a year.
create function hub.clear_leftovers(moment timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.lockout where until < moment - interval '1 day';
    delete from hub.one_time_code where least(used_at, expires_at) < moment - interval '30 days';
    delete from hub.session s
        where (s.state = 'ended' or s.created_at < moment - interval '12 hours') and s.last_seen_at < moment - interval '30 days'
          and exists (select 1 from hub.session newer
                      where newer.login_id = s.login_id and (newer.last_seen_at, newer.id) > (s.last_seen_at, s.id));
    delete from hub.device d
        where least(d.revoked_at, d.trusted_until) < moment - interval '30 days'
          and not exists (select 1 from hub.session s where s.device_id = d.id);
    delete from hub.sign_in where at < moment - interval '1 year'
$$;
grant execute on function hub.clear_leftovers(timestamptz) to haki_app;

-- Drafts of the organisation at work that nobody came back to.
create policy clears on haki.draft to haki_owner
    using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
create function haki.clear_drafts(before timestamptz) returns int
    language sql security definer set search_path = haki, pg_temp as $$
    with cleared as (delete from haki.draft where org_id = haki.org() and saved_at < before returning 1)
    select count(*)::int from cleared
$$;
grant execute on function haki.clear_drafts(timestamptz) to haki_app;
