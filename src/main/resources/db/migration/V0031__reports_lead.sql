-- Facts of what is done at a window, in the deed's own transaction: those of the case in the owner's figures, services in
-- those of whoever gave them. A guest reads no fact and writes none but by these functions, which know by themselves what
-- may not be shown to her: the client's age group and sex, and whether she agreed to be counted.
alter table facts.fact add column partner_id uuid;             -- the other organisation, where the deed is about one
create policy counts on facts.fact for insert to haki_owner with check (org_id = (select haki.org()));
create policy counted on facts.fact for select to haki_owner using (org_id = (select haki.org()));
create policy counts on facts.link for insert to haki_owner with check (org_id = (select haki.org()));
create policy counted on facts.link for select to haki_owner using (org_id = (select haki.org()));
create policy counts on vault.person for select to haki_owner using (org_id = (select haki.org()));

-- Whether the client of this case agreed to be counted.
create function facts.agreed(of_case uuid) returns boolean
    language sql stable security definer set search_path = facts, pg_temp
    return coalesce((select k.decision from haki.consent k where k.org_id = haki.org() and k.case_id = of_case and k.purpose = 'reporting'
                     order by k.decided_at desc, k.id desc limit 1) = 'given', false);

-- The random reference that stands for this object in the facts of the organisation at work.
create function facts.ref_of(object uuid) returns uuid
    language plpgsql security definer set search_path = facts, pg_temp as $$
declare
    found_ref uuid;
begin
    select l.ref into found_ref from facts.link l where l.org_id = haki.org() and l.object_id = object;
    if found_ref is null then
        found_ref := gen_random_uuid();
        insert into facts.link (org_id, ref, object_id) values (haki.org(), found_ref, object);
    end if;
    return found_ref;
end $$;

-- One fact about a case of the organisation at work, today or on the day of the deed.
create function facts.of_case(of_case uuid, item_of uuid, what text, on_the_day date, done_by uuid, with_outcome text, with_reason text,
        with_service text, with_result text, after_days int, was_in_time boolean, partner uuid) returns void
    language sql security definer set search_path = facts, pg_temp as $$
    insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, case_type, channel, urgency, stage, outcome, reason, service,
            result, age_group, sex, person_id, days, in_time, countable, partner_id)
    select c.org_id, gen_random_uuid(), facts.ref_of(c.id),
        case when item_of is null then gen_random_uuid() else facts.ref_of(item_of) end, what,
        coalesce(on_the_day, (now() at time zone o.zone)::date), c.office_id, c.case_type, c.channel, c.urgency, c.stage,
        with_outcome, with_reason, with_service, with_result, coalesce(p.age_group, 'unknown'), coalesce(p.sex, 'undisclosed'), done_by,
        coalesce(after_days, greatest(0, (now() at time zone o.zone)::date - (c.received_at at time zone o.zone)::date)),
        was_in_time, facts.agreed(c.id), partner
    from haki.case_file c join hub.organisation o on o.id = c.org_id
    left join vault.person p on p.org_id = c.org_id and p.id = c.client_id
    where c.org_id = haki.org() and c.id = of_case
$$;

-- A fact in the receiver's own figures, about what it does at the window at work: in its context, for as long as this takes.
create function facts.of_receiver(item_of uuid, what text, on_the_day date, with_service text, with_result text) returns void
    language plpgsql security definer set search_path = facts, pg_temp as $$
declare
    w hub.case_window;
    c haki.case_file;
    p vault.person;
    counts boolean;
    office uuid;
    owner uuid := haki.org();
begin
    select * into w from hub.window_at_work();
    if w.to_org is null then
        return;
    end if;
    select * into c from haki.case_file f where f.org_id = owner and f.id = w.case_id;
    select * into p from vault.person x where x.org_id = owner and x.id = c.client_id and 'identity' = any (w.sections);
    counts := facts.agreed(c.id);
    office := coalesce(w.to_office,
        (select m.office_id from hub.membership m
         where m.login_id = haki.person() and m.org_id = w.to_org and m.office_id is not null and hub.holds(m) order by m.office_id limit 1),
        (select o.id from hub.office o where o.org_id = w.to_org order by o.id limit 1));
    perform set_config('haki.org', w.to_org::text, true);
    insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, case_type, urgency, outcome, service, result, age_group, sex,
            person_id, countable, partner_id)
        values (w.to_org, gen_random_uuid(), facts.ref_of(w.id), case when item_of is null then gen_random_uuid() else facts.ref_of(item_of) end,
            what, coalesce(on_the_day, (now() at time zone (select o.zone from hub.organisation o where o.id = w.to_org))::date), office,
            c.case_type, w.urgency, w.kind, with_service, with_result, coalesce(p.age_group, 'unknown'), coalesce(p.sex, 'undisclosed'),
            haki.person(), counts, owner);
    perform set_config('haki.org', owner::text, true);
end $$;

-- What was told of this object no longer counts, in the figures of the organisation at work.
create function facts.take_back(object uuid) returns void
    language sql security definer set search_path = facts, pg_temp as $$
    insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, case_type, channel, urgency, stage, outcome, reason, service,
            result, age_group, sex, person_id, days, in_time, countable, partner_id, replaces)
    select f.org_id, gen_random_uuid(), f.ref, f.item, 'withdrawn', f.on_day, f.office_id, f.case_type, f.channel, f.urgency, f.stage,
        f.outcome, f.reason, f.service, f.result, f.age_group, f.sex, f.person_id, f.days, f.in_time, f.countable, f.partner_id, f.id
    from facts.fact f join facts.link l on l.org_id = f.org_id and l.ref = f.item
    where f.org_id = haki.org() and l.object_id = object and f.kind <> 'withdrawn'
      and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)
$$;

-- The three things that a guest may tell: a deed in the case that she leads, a service that her organisation gave, and that
-- either was taken back.
create function facts.led(item_of uuid, what text, on_the_day date, with_outcome text, with_reason text, with_service text, with_result text,
        after_days int, was_in_time boolean) returns void
    language sql security definer set search_path = facts, pg_temp as $$
    select facts.of_case(haki.windowed('lead'), item_of, what, on_the_day, null, with_outcome, with_reason, with_service, with_result,
        after_days, was_in_time, haki.guest())
$$;
create function facts.delivered(item_of uuid, on_the_day date, with_service text, with_result text) returns void
    language sql security definer set search_path = facts, pg_temp as $$
    select facts.of_receiver(item_of, 'service_given', on_the_day, with_service, with_result) where haki.windowed('case') is not null
$$;
create function facts.led_back(object uuid) returns void
    language plpgsql security definer set search_path = facts, pg_temp as $$
declare
    owner uuid := haki.org();
begin
    if haki.windowed('lead') is null then
        return;
    end if;
    perform facts.take_back(object);
    perform set_config('haki.org', haki.guest()::text, true);
    perform facts.take_back(object);
    perform set_config('haki.org', owner::text, true);
end $$;
grant usage on schema facts to haki_guest;
grant execute on function facts.led(uuid, text, date, text, text, text, text, int, boolean), facts.delivered(uuid, date, text, text),
    facts.led_back(uuid) to haki_guest;

-- The client agreed to be counted, or took that back: what receivers counted of the case is written anew as well.
create function facts.recount_delivered(of_case uuid) returns void
    language plpgsql security definer set search_path = facts, pg_temp as $$
declare
    w record;
    owner uuid := haki.org();
    counts boolean := facts.agreed(of_case);
begin
    for w in select x.id, x.to_org from hub.case_window x where x.owner_org = owner and x.case_id = of_case and x.to_org is not null loop
        perform set_config('haki.org', w.to_org::text, true);
        insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, case_type, channel, urgency, stage, outcome, reason, service,
                result, age_group, sex, person_id, days, in_time, countable, partner_id, replaces)
        select f.org_id, gen_random_uuid(), f.ref, f.item, f.kind, f.on_day, f.office_id, f.case_type, f.channel, f.urgency, f.stage,
            f.outcome, f.reason, f.service, f.result, f.age_group, f.sex, f.person_id, f.days, f.in_time, counts, f.partner_id, f.id
        from facts.fact f join facts.link l on l.org_id = f.org_id and l.ref = f.ref
        where f.org_id = w.to_org and l.object_id = w.id and f.kind <> 'withdrawn' and f.countable <> counts
          and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id);
    end loop;
    perform set_config('haki.org', owner::text, true);
end $$;
grant execute on function facts.recount_delivered(uuid) to haki_app;

-- Every step of a referral is a fact of the owner's, whoever took it: a withdrawal moves it without any verb of its own.
create function hub.window_counted() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    at_work text := coalesce(current_setting('haki.org', true), '');
    what text := case new.state when 'sent' then 'referral_sent' when 'accepted' then 'referral_accepted' when 'rejected' then 'referral_refused'
                     when 'completed' then 'referral_completed' when 'in_service' then null else 'referral_ended' end;
begin
    if what is null then
        return new;
    end if;
    perform set_config('haki.org', new.owner_org::text, true);
    perform facts.of_case(new.case_id, new.id, what, null, null, new.kind, new.reason, new.service, new.state, null, null, new.to_org);
    if what = 'referral_accepted' then
        perform facts.of_receiver(new.id, 'referral_taken', null, new.service, '');
    end if;
    perform set_config('haki.org', at_work, true);
    return new;
end $$;
create trigger window_counted_first after insert on hub.case_window for each row execute function hub.window_counted();
create trigger window_counted after update of state on hub.case_window
    for each row when (new.state <> old.state) execute function hub.window_counted();
