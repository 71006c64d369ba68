-- A consent to share lasts until 30 days after the service has ended, and at most 365 days; two weeks before its end somebody
-- asks her again, and her new yes keeps what is open.
alter table hub.case_window add column renewal_asked_at timestamptz;
create index case_window_until on hub.case_window (owner_org, until) where ended_at is null;

-- As before; and no longer than 30 days after the last service on this yes has ended, unless one goes on.
create or replace function hub.consented_until(of_case uuid, for_kind text, recipient uuid, recipient_name text, shown text[])
    returns timestamptz language sql stable security definer set search_path = hub, pg_temp as $$
    select least(said.expires_at, served.until) from (
        select c.decision, c.decided_at, c.expires_at, c.sections from haki.consent c
        where c.org_id = haki.org() and c.case_id = of_case
          and c.purpose = case for_kind when 'transfer' then 'transfer' else 'referral' end
          and c.to_org is not distinct from recipient and c.to_name = recipient_name
        order by c.decided_at desc, c.id desc limit 1) said,
    lateral (
        select case when bool_or(w.ended_at is null) then null
                    else max(w.ended_at) filter (where w.opened_at is not null) + interval '30 days' end as until
        from hub.case_window w join haki.referral r on r.org_id = w.owner_org and r.id = w.id
        where w.owner_org = haki.org() and w.case_id = of_case and w.sent_at >= said.decided_at
          and r.to_org is not distinct from recipient and r.to_name = recipient_name) served
    where said.decision = 'given' and least(said.expires_at, served.until) > now() and shown <@ said.sections
$$;

-- The open windows whose consent ends before this day, of which nobody was told; from now on they were.
create function hub.windows_to_renew(before timestamptz) returns setof hub.case_window
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.case_window w set renewal_asked_at = now()
    where w.owner_org = haki.org() and haki.window() is null and w.ended_at is null and w.opened_at is not null
      and w.until <= before and w.until > now() and w.renewal_asked_at is null
      and exists (select 1 from haki.referral r where r.org_id = w.owner_org and r.id = w.id and r.exception = '')
    returning w.*
$$;
grant execute on function hub.windows_to_renew(timestamptz) to haki_app;

-- A new yes to the same recipient and to all that is shown keeps open what is open, until its own end.
create function hub.consent_renewed() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update hub.case_window w set until = new.expires_at, renewal_asked_at = null
    from haki.referral r
    where w.owner_org = new.org_id and w.case_id = new.case_id and w.ended_at is null and w.until > now()
      and r.org_id = w.owner_org and r.id = w.id and r.exception = '' and r.sections <@ new.sections
      and r.to_org is not distinct from new.to_org and r.to_name = new.to_name
      and (r.kind = 'transfer') = (new.purpose = 'transfer');
    return new;
end $$;
create trigger consent_renewed after insert on haki.consent
    for each row when (new.purpose in ('referral', 'transfer') and new.decision = 'given')
    execute function hub.consent_renewed();
