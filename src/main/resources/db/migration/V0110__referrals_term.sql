-- As before; what ended since she said yes is what counts, also where the yes was written down together with the referral, a
-- moment after its transaction had begun, or said again while the service went on. What ended because the yes was over does not
-- make it longer.
create or replace function hub.consented_until(of_case uuid, for_kind text, recipient uuid, recipient_name text, shown text[])
    returns timestamptz language sql stable security definer set search_path = hub, pg_temp as $$
    select least(said.expires_at, served.until) from (
        select c.decision, c.decided_at, c.expires_at, c.sections from haki.consent c
        where c.org_id = haki.org() and c.case_id = of_case
          and c.purpose = case for_kind when 'transfer' then 'transfer' else 'referral' end
          and c.to_org is not distinct from recipient and c.to_name = recipient_name
        order by c.decided_at desc, c.id desc limit 1) said,
    lateral (
        select case when bool_or(w.ended_at is null and w.until > now()) then null
                    else max(w.ended_at) filter (where w.opened_at is not null and w.reason <> 'consent_ended') + interval '30 days' end as until
        from hub.case_window w join haki.referral r on r.org_id = w.owner_org and r.id = w.id
        where w.owner_org = haki.org() and w.case_id = of_case and (w.ended_at is null or w.ended_at >= said.decided_at)
          and r.to_org is not distinct from recipient and r.to_name = recipient_name) served
    where said.decision = 'given' and least(said.expires_at, served.until) > now() and shown <@ said.sections
$$;

-- A page says so before it is sent.
grant execute on function hub.consented_until(uuid, text, uuid, text, text[]) to haki_app;
