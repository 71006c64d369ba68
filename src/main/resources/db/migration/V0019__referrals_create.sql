-- Consent for one recipient, referrals, and windows: one case seen by one other organisation, in the consented sections,
-- for as long as the consent and the referral last. No row policy joins two organisations: whoever looks through a window
-- becomes haki_guest, in the owner's context, and sees that one case.

grant usage on schema haki, hub, vault to haki_guest;

-- Set by Work beside haki.org, which for a guest is the owner of the case.
create function haki.window() returns uuid language sql stable parallel safe
    return nullif(current_setting('haki.window', true), '')::uuid;
create function haki.guest() returns uuid language sql stable parallel safe
    return nullif(current_setting('haki.guest', true), '')::uuid;
grant execute on function haki.window(), haki.guest() to haki_app, haki_guest;
grant execute on function haki.org(), haki.person() to haki_guest;

-- A disclosure names one recipient (P11), what may be shown, and its end (P12): at most 365 days.
alter table haki.consent
    drop constraint consent_purpose_check,
    add column by_org       uuid not null default haki.org(),
    add column to_org       uuid,                     -- hub.organisation
    add column to_name      text not null default '', -- a recipient without Haki
    add column sections     text[] not null default '{}',
    add column expires_at   timestamptz,
    add column assent       text not null default '' check (assent in ('', 'yes', 'no', 'too_young')),
    add column witness      bytea,                    -- sealed
    add column text_shown   text not null default '', -- which words were read out: their key
    add constraint consent_purpose_check check (purpose in ('services', 'reporting', 'followup', 'referral', 'transfer')),
    add constraint consent_disclosure_check check (
        case when purpose in ('referral', 'transfer')
             then (to_org is null) <> (to_name = '')
                  and (decision <> 'given' or (expires_at > decided_at and expires_at <= decided_at + interval '365 days'
                                               and cardinality(sections) > 0))
             else to_org is null and to_name = '' and cardinality(sections) = 0 end);

-- A story entry that its writer keeps from every window; what amends it is kept as well.
alter table haki.case_note add column kept boolean not null default false;

create table haki.referral (
    org_id       uuid        not null,
    id           uuid        not null,
    case_id      uuid        not null,
    by_org       uuid        not null default haki.org(), -- who refers: the owner, or a receiver that refers onward
    parent_id    uuid,                                    -- the referral through whose window it was made
    kind         text        not null check (kind in ('service', 'lead', 'transfer')),
    service      text        not null default '',
    to_org       uuid,
    to_office    uuid,
    to_name      text        not null default '',
    urgency      text        not null check (urgency in ('emergency', 'urgent', 'normal')),
    sections     text[]      not null,
    consent_id   uuid,
    exception    text        not null default '' check (exception in ('', 'legal_duty', 'vital_interest')),
    approved_by  uuid,                                    -- of the exception
    words        bytea,                                   -- instructions and summary, sealed under the case's key
    made_at      timestamptz not null default now(),
    made_by      uuid,
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    foreign key (org_id, parent_id) references haki.referral (org_id, id),
    foreign key (org_id, consent_id) references haki.consent (org_id, id),
    check ((to_org is null) <> (to_name = '')),
    check (to_org is distinct from org_id)
);
create index referral_case on haki.referral (org_id, case_id, made_at);
create index referral_parent on haki.referral (org_id, parent_id) where parent_id is not null;

-- What a receiver records: its own words under the window's own key, which stay its own when the window has ended.
create table haki.window_entry (
    org_id      uuid        not null,                     -- the owner of the case
    id          uuid        not null,
    case_id     uuid        not null,
    window_id   uuid        not null,
    by_org      uuid        not null,
    by_person   uuid,
    kind        text        not null check (kind in ('note', 'service', 'contact', 'remark')),
    service     text        not null default '',
    sealed      bytea       not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null default now(),
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    foreign key (org_id, window_id) references haki.referral (org_id, id)
);
create index window_entry_case on haki.window_entry (org_id, case_id, happened_at desc);
create index window_entry_window on haki.window_entry (org_id, window_id, happened_at desc);

-- The card of a window: what must be known before its owner is. Nobody's name, nobody's words.
create table hub.case_window (
    id         uuid        primary key,                   -- its referral's
    owner_org  uuid        not null references hub.organisation,
    by_org     uuid        not null references hub.organisation,
    to_org     uuid        references hub.organisation,   -- null: someone without an account
    to_office  uuid        references hub.office,
    office_id  uuid        not null,                      -- the owner's office that keeps the case
    case_id    uuid        not null,
    client_id  uuid        not null,
    key_id     uuid        not null,                      -- the case's
    code       text        not null,
    kind       text        not null check (kind in ('service', 'lead', 'transfer')),
    service    text        not null default '',
    urgency    text        not null,
    sections   text[]      not null,
    own_key_id uuid        not null,                      -- what the receiver records
    state      text        not null default 'sent' check (state in ('sent', 'accepted', 'in_service', 'rejected', 'completed',
                                                                    'not_received', 'revoked', 'expired')),
    reason     text        not null default '',
    readers    uuid[]      not null default '{}',         -- who of the receiver may look, once it is accepted
    sent_at    timestamptz not null default now(),
    told_at    timestamptz,                               -- when the receiver's people were
    respond_by timestamptz not null,
    extended   boolean     not null default false,        -- the time to answer was doubled, once
    moved_at   timestamptz not null default now(),
    opened_at  timestamptz,
    until      timestamptz not null,                      -- the end of the consent
    ended_at   timestamptz,
    check ((state in ('sent', 'accepted', 'in_service')) = (ended_at is null))
);
create index case_window_to on hub.case_window (to_org, state, respond_by, id);
create index case_window_untold on hub.case_window (to_org) where told_at is null and state = 'sent';
create index case_window_case on hub.case_window (owner_org, case_id, sent_at);
create index case_window_due on hub.case_window (owner_org, respond_by) where state = 'sent';

-- Keys lent to whoever looks through a window; they go when it ends, but for the key of what the receiver recorded.
create table hub.window_wrap (
    window_id uuid  not null references hub.case_window,
    key_id    uuid  not null,
    org_id    uuid  not null,                             -- whose data key wraps it
    version   int   not null,
    purpose   text  not null default 'data' check (purpose = 'data'),
    wrapped   bytea not null,
    primary key (window_id, key_id),
    foreign key (org_id, purpose, version) references hub.org_key (org_id, purpose, version)
);
create index window_wrap_org on hub.window_wrap (org_id, version, window_id, key_id);
create index window_wrap_key on hub.window_wrap (key_id);

-- The window that the guest at work stands at: its card fits, it has not ended, and both organisations are at work.
create function hub.window_at_work() returns setof hub.case_window
    language sql stable security definer set search_path = hub, pg_temp as $$
    select w.* from hub.case_window w
    where w.id = haki.window() and w.owner_org = haki.org() and w.to_org is not distinct from haki.guest()
      and w.ended_at is null and w.until > now()
      and (w.opened_at is null or w.to_org is null or haki.person() = any (w.readers))
      and not exists (select 1 from hub.organisation o where o.id in (w.owner_org, w.to_org) and o.state <> 'active')
$$;
-- Its case, where it was accepted and this section consented to; else nothing.
create function haki.windowed(section text) returns uuid
    language sql stable security definer set search_path = haki, pg_temp
    return (select w.case_id from hub.window_at_work() w where w.opened_at is not null and section = any (w.sections));
create function haki.windowed_client() returns uuid
    language sql stable security definer set search_path = haki, pg_temp
    return (select w.client_id from hub.window_at_work() w where w.opened_at is not null and 'identity' = any (w.sections));
create function haki.window_open() returns uuid
    language sql stable security definer set search_path = haki, pg_temp
    return (select w.id from hub.window_at_work() w);
-- The window whose receiver this is, ended or not: for what it recorded itself.
create function haki.window_own() returns uuid
    language sql stable security definer set search_path = haki, pg_temp
    return (select w.id from hub.case_window w
            where w.id = haki.window() and w.owner_org = haki.org() and w.to_org = haki.guest()
              and haki.person() = any (w.readers));
grant execute on function haki.windowed(text), haki.windowed_client(), haki.window_open(), haki.window_own() to haki_guest;

-- Staff of the owner.
call haki.guard_by_case('haki.referral');
call haki.guard_by_case('haki.window_entry');
grant select, insert, update (approved_by) on haki.referral to haki_app;
grant select on haki.window_entry to haki_app;

-- The guest: each section of one case.
create policy guest on haki.case_file for select to haki_guest
    using (org_id = (select haki.org()) and id = (select haki.windowed('case')));
create policy guest on vault.person for select to haki_guest
    using (org_id = (select haki.org()) and id = (select haki.windowed_client()));
create policy guest on haki.case_note for select to haki_guest
    using (org_id = (select haki.org()) and case_id = (select haki.windowed('story')) and not kept);
create policy guest on haki.activity for select to haki_guest
    using (org_id = (select haki.org()) and case_id = (select haki.windowed('plan')));
create policy guest on haki.activity_order for select to haki_guest
    using (org_id = (select haki.org()) and exists (select 1 from haki.activity a where a.org_id = activity_order.org_id
           and a.id = activity_order.after_id));
create policy guest on haki.referral for select to haki_guest
    using (org_id = (select haki.org()) and id = (select haki.window_open()));
create policy guest_onward on haki.referral for insert to haki_guest
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('case')) and by_org = (select haki.guest())
                and parent_id = (select haki.window_open()));
create policy guest_onward_read on haki.referral for select to haki_guest
    using (org_id = (select haki.org()) and by_org = (select haki.guest()) and parent_id = (select haki.window_open()));
create policy guest_own on haki.window_entry for select to haki_guest
    using (org_id = (select haki.org()) and window_id = (select haki.window_own()));
create policy guest_writes on haki.window_entry for insert to haki_guest
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('case')) and window_id = (select haki.window_own())
                and by_org = (select haki.guest()));
create policy guest_asks on haki.consent for insert to haki_guest
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('case')) and by_org = (select haki.guest())
                and purpose = 'referral');
create policy guest_asked on haki.consent for select to haki_guest
    using (org_id = (select haki.org()) and case_id = (select haki.windowed('case')) and by_org = (select haki.guest()));
create policy guest on haki.operation to haki_guest
    using (org_id = (select haki.org()) and person_id is not distinct from (select haki.person()))
    with check (org_id = (select haki.org()) and person_id is not distinct from (select haki.person()));
create policy guest_onward on vault.key for insert to haki_guest
    with check (org_id = (select haki.org()) and kind = 'window' and (select haki.windowed('case')) is not null);
create policy guest_onward on vault.key_wrap for insert to haki_guest
    with check (org_id = (select haki.org()) and (select haki.windowed('case')) is not null);
grant select on haki.case_file, haki.case_note, haki.activity, haki.activity_order, vault.person to haki_guest;
grant select, insert on haki.referral, haki.window_entry, haki.consent to haki_guest;
grant select, insert, update on haki.operation to haki_guest;
grant insert on vault.key, vault.key_wrap to haki_guest;
grant execute on function haki.append_audit(jsonb, uuid[]), hub.org_keys(uuid) to haki_guest;

-- What the functions below read as the owner of the tables: the rows of the organisation at work.
create policy consented on haki.consent for select to haki_owner using (org_id = (select haki.org()));
create policy made on haki.referral for select to haki_owner using (org_id = (select haki.org()));

-- Whether the client's latest word about this recipient is a yes to all these sections; answers until when.
create function hub.consented_until(of_case uuid, for_kind text, recipient uuid, recipient_name text, shown text[])
    returns timestamptz language sql stable security definer set search_path = hub, pg_temp as $$
    select said.expires_at from (
        select c.decision, c.expires_at, c.sections from haki.consent c
        where c.org_id = haki.org() and c.case_id = of_case
          and c.purpose = case for_kind when 'transfer' then 'transfer' else 'referral' end
          and c.to_org is not distinct from recipient and c.to_name = recipient_name
        order by c.decided_at desc, c.id desc limit 1) said
    where said.decision = 'given' and said.expires_at > now() and shown <@ said.sections
$$;

-- Opens a way for the recipient of this referral: refused without a live consent to every section (R1, P10), or an
-- exception that somebody else approved; onward, never more than the referrer itself may see. Answers whether it did.
create function hub.window_make(referral uuid, own_key uuid, answer_by timestamptz, at_most timestamptz) returns boolean
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
create policy windows on haki.case_file for select to haki_owner using (org_id = (select haki.org()));

-- The steps of a referral, as far as whoever is at work may take them; answers whether it was taken.
create function hub.window_move(which uuid, next text, why text) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    w hub.case_window;
    receives boolean;
begin
    select * into w from hub.case_window x where x.id = which and x.owner_org = haki.org() for update;
    if w.id is null then
        return false;
    end if;
    receives := haki.window() = w.id and exists (select 1 from hub.window_at_work());
    if not receives and haki.window() is not null then
        return false;
    end if;
    if not (case when (w.state, next) in (('sent', 'accepted'), ('sent', 'rejected'), ('accepted', 'in_service'),
                     ('accepted', 'completed'), ('accepted', 'not_received'), ('in_service', 'completed'),
                     ('in_service', 'not_received')) then receives or w.to_org is null
                 when (w.state, next) in (('sent', 'expired'), ('sent', 'revoked'), ('accepted', 'revoked'),
                     ('in_service', 'revoked')) then not receives
                 else false end) then
        return false;
    end if;
    update hub.case_window x
    set state = next, reason = why, moved_at = now(),
        opened_at = case when next = 'accepted' then now() else x.opened_at end,
        readers = case when next = 'accepted' and receives and haki.person() is not null then array[haki.person()] else x.readers end,
        ended_at = case when next in ('accepted', 'in_service') then null else now() end
    where x.id = which;
    return true;
end $$;

-- When a window ends, so do its keys, but for the one of what the receiver recorded; a restored backup ends it again.
create function hub.window_ended() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    delete from hub.window_wrap x where x.window_id = new.id and x.key_id <> new.own_key_id;
    insert into hub.destroyed (org_id, key_id) values (new.owner_org, new.id) on conflict do nothing;
    return new;
end $$;
create trigger window_ended after update of ended_at on hub.case_window
    for each row when (new.ended_at is not null and old.ended_at is null) execute function hub.window_ended();

-- A no ends at once what the yes had opened (R3, P13): in the same transaction, whoever wrote it down.
create function hub.consent_ended() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update hub.case_window w set state = 'revoked', reason = 'consent_' || new.decision, moved_at = now(), ended_at = now()
    from haki.referral r
    where w.owner_org = new.org_id and w.case_id = new.case_id and w.ended_at is null
      and r.org_id = w.owner_org and r.id = w.id and r.exception = ''
      and r.to_org is not distinct from new.to_org and r.to_name = new.to_name
      and (r.kind = 'transfer') = (new.purpose = 'transfer');
    return new;
end $$;
create trigger consent_ended after insert on haki.consent
    for each row when (new.purpose in ('referral', 'transfer') and new.decision in ('withdrawn', 'refused'))
    execute function hub.consent_ended();

-- Lends a key to the window's receiver, wrapped by the receiver's own; onward, by the one who refers.
create function hub.window_lend(which uuid, key uuid, key_version int, wrap bytea) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.window_wrap (window_id, key_id, org_id, version, wrapped)
    select w.id, key, coalesce(w.to_org, w.owner_org), key_version, wrap from hub.case_window w
    where w.id = which and w.owner_org = haki.org() and w.ended_at is null
      and w.by_org = coalesce(haki.guest(), haki.org())
    on conflict do nothing
$$;
-- The keys that the guest at work may use.
create function hub.window_wraps(keys uuid[]) returns table (key_id uuid, org_id uuid, version int, wrapped bytea)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select x.key_id, x.org_id, x.version, x.wrapped from hub.window_wrap x
    where x.window_id in (haki.window_open(), haki.window_own()) and x.key_id = any (keys)
$$;
create function hub.window_wraps_before(newest int, at_most int)
    returns table (window_id uuid, key_id uuid, version int, wrapped bytea)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select x.window_id, x.key_id, x.version, x.wrapped from hub.window_wrap x
    where x.org_id = haki.org() and x.version < newest order by x.window_id, x.key_id limit at_most
$$;
create function hub.window_rewrap(which uuid, key uuid, key_version int, wrap bytea) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.window_wrap x set version = key_version, wrapped = wrap
    where x.window_id = which and x.key_id = key and x.org_id = haki.org()
$$;

-- Cards: of the organisation's own cases, and of what was shared with it.
create function hub.windows_of(cases uuid[]) returns setof hub.case_window
    language sql stable security definer set search_path = hub, pg_temp as $$
    select w.* from hub.case_window w
    where w.owner_org = haki.org() and w.case_id = any (cases)
      and (haki.window() is null or w.by_org = haki.guest())
    order by w.sent_at, w.id
$$;
create function hub.window_to(which uuid) returns setof hub.case_window
    language sql stable security definer set search_path = hub, pg_temp as $$
    select w.* from hub.case_window w
    where w.id = which and w.to_org = haki.org() and haki.window() is null
$$;
create function hub.windows_to(states text[], after_at timestamptz, after_id uuid, at_most int) returns setof hub.case_window
    language sql stable security definer set search_path = hub, pg_temp as $$
    select w.* from hub.case_window w
    where w.to_org = haki.org() and haki.window() is null and w.state = any (states) and (w.respond_by, w.id) > (after_at, after_id)
    order by w.respond_by, w.id limit at_most
$$;
create function hub.windows_late(now_is timestamptz) returns setof hub.case_window
    language sql stable security definer set search_path = hub, pg_temp as $$
    select w.* from hub.case_window w
    where w.owner_org = haki.org() and haki.window() is null
      and (w.state = 'sent' and w.respond_by < now_is or w.ended_at is null and w.until < now_is)
$$;
create function hub.windows_untold() returns setof hub.case_window
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.case_window w set told_at = now()
    where w.to_org = haki.org() and haki.window() is null and w.told_at is null and w.state = 'sent'
    returning w.*
$$;
create function hub.window_extend(which uuid, answer_by timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.case_window w set respond_by = answer_by, extended = true, told_at = null
    where w.id = which and w.owner_org = haki.org() and haki.window() is null and w.state = 'sent' and not w.extended
$$;
-- Another of the receiver's people takes over, or looks in.
create function hub.window_give(which uuid, people uuid[]) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update hub.case_window w set readers = people
    where w.id = which and w.to_org = haki.org() and haki.window() is null and w.ended_at is null and w.opened_at is not null
      and not exists (select 1 from unnest(people) p where not exists (
          select 1 from hub.login l where l.id = p and l.org_id = haki.org() and l.state = 'active'));
    return found;
end $$;
grant execute on function hub.window_make(uuid, uuid, timestamptz, timestamptz), hub.window_move(uuid, text, text),
    hub.window_lend(uuid, uuid, int, bytea), hub.windows_of(uuid[]) to haki_app, haki_guest;
grant execute on function hub.window_wraps(uuid[]) to haki_guest;
grant execute on function hub.window_wraps_before(int, int), hub.window_rewrap(uuid, uuid, int, bytea), hub.window_to(uuid),
    hub.windows_to(text[], timestamptz, uuid, int), hub.windows_late(timestamptz), hub.windows_untold(), hub.window_extend(uuid, timestamptz), hub.window_give(uuid, uuid[])
    to haki_app;
