-- Transfer: the receiver looks through a window as a guest, and writes a case of its own, under its own keys, in its own
-- context. Nothing is written across. The two cases are tied together here, by ids only.
create table hub.transfer (
    window_id uuid        primary key references hub.case_window on delete cascade,
    from_org  uuid        not null references hub.organisation,
    to_org    uuid        not null references hub.organisation,
    old_case  uuid        not null,
    new_case  uuid        not null,
    taken_at  timestamptz not null default now(),
    closed_at timestamptz                                 -- when the one who handed it over closed its own
);
create index transfer_open on hub.transfer (from_org) where closed_at is null;
create index transfer_old on hub.transfer (from_org, old_case);
create index transfer_new on hub.transfer (to_org, new_case);

-- More sections, for a transfer: the other people in the case as it was when it was offered, and what she decided.
create function haki.windowed_since() returns timestamptz
    language sql stable security definer set search_path = haki, pg_temp
    return (select w.sent_at from hub.window_at_work() w where w.opened_at is not null);
grant execute on function haki.windowed_since() to haki_guest;
create policy guest on haki.case_party for select to haki_guest
    using (org_id = (select haki.org()) and case_id = (select haki.windowed('people')) and until is null
           and since <= (select haki.windowed_since()));
create policy guest_people on vault.person for select to haki_guest
    using (org_id = (select haki.org()) and id in (select p.person_id from haki.case_party p where p.org_id = person.org_id
           and p.case_id = (select haki.windowed('people'))));
create policy guest_services on haki.consent for select to haki_guest
    using (org_id = (select haki.org()) and case_id = (select haki.windowed('services'))
           and purpose in ('services', 'reporting', 'followup'));
grant select on haki.case_party to haki_guest;

-- The receiver has written its own case: in the same transaction the window ends, so it happens once, and not at all
-- where the client took her yes back a moment before.
create function hub.transfer_take(which uuid, written uuid) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    w hub.case_window;
begin
    select * into w from hub.case_window x
    where x.id = which and x.to_org = haki.org() and haki.window() is null and x.kind = 'transfer' and x.state = 'accepted'
      and x.ended_at is null and x.until > now() and haki.person() = any (x.readers)
      and not exists (select 1 from hub.organisation o where o.id in (x.owner_org, x.to_org) and o.state <> 'active')
    for update;
    if w.id is null then
        return false;
    end if;
    insert into hub.transfer (window_id, from_org, to_org, old_case, new_case)
        values (w.id, w.owner_org, w.to_org, w.case_id, written);
    update hub.case_window x set state = 'completed', moved_at = now(), ended_at = now() where x.id = which;
    return true;
end $$;
create function hub.transfer_only() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    if not exists (select 1 from hub.transfer t where t.window_id = new.id) then
        raise exception 'a case is handed over by taking it';
    end if;
    return new;
end $$;
create trigger transfer_only before update of state on hub.case_window
    for each row when (new.kind = 'transfer' and new.state in ('in_service', 'completed')) execute function hub.transfer_only();

-- What was taken over from the organisation at work and is not closed there yet.
create function hub.transfers_taken() returns table (window_id uuid, to_org uuid, old_case uuid)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select t.window_id, t.to_org, t.old_case from hub.transfer t
    where t.from_org = haki.org() and haki.window() is null and t.closed_at is null order by t.taken_at
$$;
-- Says that it is closed now; false where it was said before. At work on the same one, the second waits for the first.
create function hub.transfer_closed(which uuid) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update hub.transfer t set closed_at = now()
    where t.window_id = which and t.from_org = haki.org() and haki.window() is null and t.closed_at is null;
    return found;
end $$;
-- Where the case went that was taken over through this window: for the one who took it.
create function hub.transfer_case(which uuid) returns uuid
    language sql stable security definer set search_path = hub, pg_temp as $$
    select t.new_case from hub.transfer t where t.window_id = which and t.to_org = haki.org() and haki.window() is null
$$;
grant execute on function hub.transfer_take(uuid, uuid), hub.transfers_taken(), hub.transfer_closed(uuid), hub.transfer_case(uuid)
    to haki_app;
