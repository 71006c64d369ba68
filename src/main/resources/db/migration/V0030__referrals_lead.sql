-- The referral that leads: the receiver works the case's own plan and proposes its closing. Its right is a section of its
-- own, 'lead', which the client agrees to like any other; every policy below asks haki.windowed('lead').

-- At most one lead a case.
create unique index case_window_lead on hub.case_window (owner_org, case_id) where kind = 'lead' and ended_at is null;

-- Whose a row is where the owner's own people did not write it.
alter table haki.activity
    add column assignee_org uuid,                                -- the organisation that leads the case and has it to do, or did it
    alter column by_org set default coalesce(haki.guest(), haki.org()),
    add constraint activity_assignee_check check (assignee_org is null or assignee_id is null);
create index activity_lead on haki.activity (org_id, case_id) where assignee_org is not null and state = 'planned';
alter table haki.case_event add column by_org uuid default haki.guest();
alter table haki.case_closure add column by_org uuid default haki.guest();

-- What the lead did in the plan, once more under the window's own key: it stays the lead's.
alter table haki.window_entry
    drop constraint window_entry_kind_check,
    add constraint window_entry_kind_check check (kind in ('note', 'service', 'contact', 'remark', 'step')),
    add column activity_id uuid,
    add column did         text not null default '',             -- the kind of the activity
    add column result      text not null default '',
    add foreign key (org_id, activity_id) references haki.activity (org_id, id),
    add check ((kind = 'step') = (activity_id is not null));

-- The plan.
create policy guest_plans on haki.activity for insert to haki_guest
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('lead')) and by_org = (select haki.guest())
                and assignee_org = (select haki.guest()));
create policy guest_works on haki.activity for update to haki_guest
    using (org_id = (select haki.org()) and case_id = (select haki.windowed('lead'))
           and (state = 'planned' or done_by = (select haki.person())))
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('lead')) and assignee_org = (select haki.guest()));
create policy guest_orders on haki.activity_order for insert to haki_guest
    with check (org_id = (select haki.org()) and 2 = (select count(*) from haki.activity a where a.org_id = activity_order.org_id
                and a.id in (activity_order.before_id, activity_order.after_id) and a.case_id = (select haki.windowed('lead'))));
create policy guest_reorders on haki.activity_order for delete to haki_guest
    using (org_id = (select haki.org()) and exists (select 1 from haki.activity a where a.org_id = activity_order.org_id
           and a.id = activity_order.after_id and a.case_id = (select haki.windowed('lead'))));
create policy guest on haki.activity_move for select to haki_guest
    using (org_id = (select haki.org()) and case_id = (select haki.windowed('plan')));
create policy guest_moves on haki.activity_move for insert to haki_guest
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('lead')) and by_person = (select haki.person()));
grant insert, update (state, sealed, due_on, due_at, assignee_id, assignee_org, service, result, reason, done_at, done_by, recorded_at,
    version) on haki.activity to haki_guest;
grant insert, delete on haki.activity_order to haki_guest;
grant select, insert on haki.activity_move to haki_guest;

-- The proposal to close.
create policy guest_proposes on haki.case_file for update to haki_guest
    using (org_id = (select haki.org()) and id = (select haki.windowed('lead')) and status in ('open', 'closing'))
    with check (org_id = (select haki.org()) and id = (select haki.windowed('lead')) and status in ('open', 'closing'));
create policy guest on haki.case_closure for select to haki_guest
    using (org_id = (select haki.org()) and case_id = (select haki.windowed('lead')) and by_org = (select haki.guest()));
create policy guest_proposes on haki.case_closure for insert to haki_guest
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('lead')) and by_org = (select haki.guest())
                and proposed_by = (select haki.person()) and ended_at is null);
create policy guest_withdraws on haki.case_closure for update to haki_guest
    using (org_id = (select haki.org()) and case_id = (select haki.windowed('lead')) and by_org = (select haki.guest()) and ended_at is null)
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('lead')) and by_org = (select haki.guest())
                and ended_how = 'withdrawn');
create policy guest_says on haki.case_event for insert to haki_guest
    with check (org_id = (select haki.org()) and case_id = (select haki.windowed('lead')) and by_org = (select haki.guest())
                and person_id = (select haki.person()) and act in ('proposed', 'withdrawn'));
grant update (status, closing_at, touched_at, version) on haki.case_file to haki_guest;
grant select, insert, update (ended_at, ended_how) on haki.case_closure to haki_guest;
grant insert on haki.case_event to haki_guest;

-- As before; a lead is asked by the owner only, sees the plan, and is the only one.
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

-- As before; a lead is completed by its owner and by nobody else, once the closing that it proposed stands.
create or replace function hub.window_move(which uuid, next text, why text) returns boolean
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
    if not (case when w.kind = 'lead' and (w.state, next) in (('accepted', 'completed'), ('in_service', 'completed')) then
                     not receives and exists (select 1 from haki.case_file f
                         where f.org_id = w.owner_org and f.id = w.case_id and f.status = 'closed')
                 when (w.state, next) in (('sent', 'accepted'), ('sent', 'rejected'), ('accepted', 'in_service'),
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

-- As before; what a lead still had to do goes back to the case's owner, or to the office's queue, in the same transaction.
-- After a backup was restored nobody is at work: the trigger is, for the owner of the case.
create policy handed_back on haki.activity for update to haki_owner
    using (org_id = (select haki.org()) and assignee_org is not null) with check (org_id = (select haki.org()) and assignee_org is null);
create policy to_hand_back on haki.activity for select to haki_owner using (org_id = (select haki.org()));
create or replace function hub.window_ended() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    at_work text := coalesce(current_setting('haki.org', true), '');
begin
    delete from hub.window_wrap x where x.window_id = new.id and x.key_id <> new.own_key_id;
    insert into hub.destroyed (org_id, key_id) values (new.owner_org, new.id) on conflict do nothing;
    if new.kind = 'lead' then
        perform set_config('haki.org', new.owner_org::text, true);
        update haki.activity a set assignee_org = null, version = a.version + 1,
            assignee_id = (select f.owner_id from haki.case_file f where f.org_id = new.owner_org and f.id = new.case_id)
        where a.org_id = new.owner_org and a.case_id = new.case_id and a.state = 'planned' and a.assignee_org = new.to_org;
        perform set_config('haki.org', at_work, true);
    end if;
    return new;
end $$;

-- A guest knows the card of her own window: which key is its own.
grant execute on function hub.window_at_work() to haki_guest;
