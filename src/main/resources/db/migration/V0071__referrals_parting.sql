-- Two organisations part: one is suspended, or leaves the network. What was open between them ends in the same step, as
-- with a withdrawal: keys go, and what a lead had to do is the owner's again. Each side is told of it once.

-- Whether both are in one network.
create function hub.in_one_network(one uuid, other uuid) returns boolean
    language sql stable security definer set search_path = hub, pg_temp
    return exists (select 1 from hub.organisation a join hub.organisation b on b.network_id = a.network_id
                   where a.id = one and b.id = other);

alter table hub.case_window
    add column owner_heard    boolean not null default false,    -- the owner was told that it ended by parting
    add column receiver_heard boolean not null default false;    -- the receiver was told that it ended without its doing
update hub.case_window set owner_heard = true, receiver_heard = true where ended_at is not null;
create index case_window_owner_unheard on hub.case_window (owner_org) where state = 'revoked' and not owner_heard;
create index case_window_receiver_unheard on hub.case_window (to_org) where state = 'revoked' and not receiver_heard;

create function hub.part(which uuid, why text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.case_window w set state = 'revoked', reason = why, moved_at = now(), ended_at = now()
    where w.ended_at is null and w.to_org is not null and which in (w.owner_org, w.to_org)
$$;

-- As before; what was open ends with it.
create or replace function hub.suspend_organisation(new_id uuid, which uuid, why bytea, at timestamptz) returns int
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update hub.organisation o set state = 'suspended' from hub.network n
    where o.id = which and n.id = o.network_id and n.keeper = haki.org() and n.keeper <> o.id and o.state = 'active';
    if not found then
        return 0;
    end if;
    insert into hub.suspension (id, org_id, reason, began_at, began_by) values (new_id, which, why, at, haki.person());
    perform hub.part(which, 'suspended');
    return 1;
end $$;

-- What ended by parting at the organisation at work, and was not told there yet; from now on it was.
create function hub.windows_parted() returns setof hub.case_window
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.case_window w set owner_heard = true
    where w.owner_org = haki.org() and haki.window() is null and w.state = 'revoked' and not w.owner_heard
      and w.reason in ('suspended', 'left_network')
    returning w.*
$$;
-- What the organisation at work had taken on and lost: a lead, however it was taken, or anything by parting.
create function hub.windows_lost() returns setof hub.case_window
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.case_window w set receiver_heard = true
    where w.to_org = haki.org() and haki.window() is null and w.state = 'revoked' and not w.receiver_heard
      and w.opened_at is not null and (w.kind = 'lead' or w.reason in ('suspended', 'left_network'))
    returning w.*
$$;
grant execute on function hub.windows_parted(), hub.windows_lost() to haki_app;

-- As before; whoever has left the network looks through no window of it, and is asked for nothing.
create or replace function hub.window_at_work() returns setof hub.case_window
    language sql stable security definer set search_path = hub, pg_temp as $$
    select w.* from hub.case_window w
    where w.id = haki.window() and w.owner_org = haki.org() and w.to_org is not distinct from haki.guest()
      and w.ended_at is null and w.until > now()
      and (w.opened_at is null or w.to_org is null or haki.person() = any (w.readers))
      and (w.to_org is not null or exists (select 1 from hub.guest_pass p where p.window_id = w.id
           and p.session_hash = haki.pass() and p.session_until > now() and p.ended_at is null))
      and not exists (select 1 from hub.organisation o where o.id in (w.owner_org, w.to_org) and o.state <> 'active')
      and (w.to_org is null or hub.in_one_network(w.owner_org, w.to_org))
$$;
create or replace function hub.window_make(referral uuid, own_key uuid, answer_by timestamptz, at_most timestamptz) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    r haki.referral;
    c haki.case_file;
    parent hub.case_window;
    ends timestamptz;
begin
    select * into r from haki.referral x where x.org_id = haki.org() and x.id = referral;
    select * into parent from hub.window_at_work();
    if r.id is null or r.by_org is distinct from coalesce(haki.guest(), haki.org()) or r.parent_id is distinct from parent.id
       or (haki.window() is not null and parent.id is null) then
        return false;
    end if;
    if parent.id is not null and not r.sections <@ parent.sections then
        return false;
    end if;
    if (r.kind = 'lead') <> ('lead' = any (r.sections)) then
        return false;
    end if;
    if r.to_org is not null and (not hub.in_one_network(r.org_id, r.to_org)
       or exists (select 1 from hub.organisation o where o.id = r.to_org and o.state <> 'active')) then
        return false;
    end if;
    if r.kind = 'lead' and (parent.id is not null or r.to_org is null or not 'plan' = any (r.sections) or exists (
           select 1 from hub.case_window w
           where w.owner_org = r.org_id and w.case_id = r.case_id and w.kind = 'lead' and w.ended_at is null)) then
        return false;
    end if;
    ends := case when r.exception = '' then hub.consented_until(r.case_id, r.kind, r.to_org, r.to_name, r.sections)
                 when r.approved_by is not null and r.approved_by <> r.made_by then now() + interval '30 days' end;
    if ends is null then
        return false;
    end if;
    select * into c from haki.case_file f where f.org_id = r.org_id and f.id = r.case_id and f.status in ('open', 'closing');
    if c.id is null then
        return false;
    end if;
    insert into hub.case_window (id, owner_org, by_org, to_org, to_office, office_id, case_id, client_id, key_id, code, kind, service,
            urgency, sections, own_key_id, respond_by, until)
        values (r.id, r.org_id, r.by_org, r.to_org, r.to_office, c.office_id, r.case_id, c.client_id, c.key_id, c.code, r.kind, r.service,
            r.urgency, array['case'] || r.sections, own_key, answer_by, least(ends, at_most));
    return true;
end $$;
create or replace function hub.transfer_take(which uuid, written uuid) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    w hub.case_window;
begin
    select * into w from hub.case_window x
    where x.id = which and x.to_org = haki.org() and haki.window() is null and x.kind = 'transfer' and x.state = 'accepted'
      and x.ended_at is null and x.until > now() and haki.person() = any (x.readers)
      and not exists (select 1 from hub.organisation o where o.id in (x.owner_org, x.to_org) and o.state <> 'active')
      and hub.in_one_network(x.owner_org, x.to_org)
    for update;
    if w.id is null then
        return false;
    end if;
    insert into hub.transfer (window_id, from_org, to_org, old_case, new_case)
        values (w.id, w.owner_org, w.to_org, w.case_id, written);
    update hub.case_window x set state = 'completed', moved_at = now(), ended_at = now() where x.id = which;
    return true;
end $$;
