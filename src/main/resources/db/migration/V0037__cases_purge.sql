-- The end of a case: after its years, or when the client asks, two people destroy who she was and what was told. The
-- shell stays (code, office, days), the facts stay without a link to it, and so does who decided.
alter table haki.case_file
    alter column client_id drop not null,
    add column purge_due date,                        -- reckoned when it is closed; from then on it may be destroyed
    add constraint case_file_client_check check (client_id is not null or status = 'purged');
create index case_file_purge on haki.case_file (org_id, purge_due) where status = 'archived';
alter table hub.case_window alter column client_id drop not null;

-- A court, a complaint, a claim: nothing is destroyed while a hold stands.
create table haki.case_hold (
    org_id      uuid        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    reason      text        not null check (reason in ('court', 'complaint', 'inquiry', 'claim', 'audit')),
    set_by      uuid        not null,
    set_at      timestamptz not null default now(),
    lifted_by   uuid,
    lifted_at   timestamptz,
    lift_reason text        not null default '' check (lift_reason in ('', 'over', 'mistake')),
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    check ((lifted_by is null) = (lifted_at is null) and (lifted_by is null) = (lift_reason = ''))
);
create unique index case_hold_now on haki.case_hold (org_id, case_id) where lifted_at is null;
call haki.guard_by_case('haki.case_hold');
create policy held on haki.case_hold for select to haki_owner using (org_id = (select haki.org()));
grant select, insert, update (lifted_by, lifted_at, lift_reason) on haki.case_hold to haki_app;

-- A proposal to destroy, and who agreed: never the one who proposed. Agreeing is done by haki.purge() alone.
create table haki.case_purge (
    org_id      uuid        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    ground      text        not null check (ground in ('retention', 'erasure')),
    proposed_by uuid        not null,
    proposed_at timestamptz not null default now(),
    ended_at    timestamptz,
    ended_by    uuid,
    ended_how   text        check (ended_how in ('purged', 'withdrawn')),
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    check ((ended_at is null) = (ended_how is null) and (ended_at is null) = (ended_by is null)),
    check (ended_how <> 'purged' or ended_by <> proposed_by)
);
create unique index case_purge_now on haki.case_purge (org_id, case_id) where ended_at is null;
create index case_purge_done on haki.case_purge (org_id, ended_at desc) where ended_how = 'purged';
alter table haki.case_purge enable row level security;
alter table haki.case_purge force row level security;
create policy staff on haki.case_purge for select to haki_app
    using (org_id = (select haki.org()) and exists (select 1 from haki.case_file c
           where c.org_id = case_purge.org_id and c.id = case_purge.case_id));
create policy proposes on haki.case_purge for insert to haki_app
    with check (org_id = (select haki.org()) and proposed_by = (select haki.person()) and ended_at is null
                and exists (select 1 from haki.case_file c where c.org_id = case_purge.org_id and c.id = case_purge.case_id));
create policy withdraws on haki.case_purge for update to haki_app
    using (org_id = (select haki.org()) and ended_at is null and exists (select 1 from haki.case_file c
           where c.org_id = case_purge.org_id and c.id = case_purge.case_id))
    with check (org_id = (select haki.org()) and ended_how = 'withdrawn' and ended_by = (select haki.person()));
create policy purged on haki.case_purge to haki_owner using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
grant select, insert, update (ended_at, ended_by, ended_how) on haki.case_purge to haki_app;

-- What destroying needs, for the owner of the tables alone, whose functions are below: to delete a row one must see it.
create policy purged on haki.case_file for update to haki_owner
    using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
create policy purged on haki.intake to haki_owner using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
create policy purged on haki.intake_attempt to haki_owner using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
create policy purged on haki.intake_consult to haki_owner using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
create policy purged on haki.referral for update to haki_owner
    using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
do $$
declare
    erased regclass;
begin
    foreach erased in array array['haki.case_team', 'haki.case_party', 'haki.case_note', 'haki.case_event', 'haki.case_closure',
        'haki.case_verification', 'haki.consent', 'haki.consent_evidence', 'haki.document', 'haki.document_part', 'haki.activity',
        'haki.activity_order', 'haki.activity_move', 'haki.break_glass', 'haki.window_entry', 'haki.draft', 'haki.operation',
        'vault.person', 'vault.key_wrap', 'vault.search_token', 'vault.search_form', 'facts.link']::regclass[]
    loop
        execute format('create policy purged on %s for delete to haki_owner using (org_id = (select haki.org()))', erased);
        execute format('create policy purges on %s for select to haki_owner using (org_id = (select haki.org()))', erased);
    end loop;
end $$;

-- Tables that hang on a case and come later are guarded like these, so that they can be destroyed with it.
create or replace procedure haki.guard_by_case(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy staff on %1$s to haki_app '
                   'using (org_id = (select haki.org()) and exists (select 1 from haki.case_file c '
                   'where c.org_id = %1$s.org_id and c.id = %1$s.case_id)) '
                   'with check (org_id = (select haki.org()) and exists (select 1 from haki.case_file c '
                   'where c.org_id = %1$s.org_id and c.id = %1$s.case_id))', guarded);
    execute format('create policy purged on %s for delete to haki_owner using (org_id = (select haki.org()))', guarded);
    execute format('create policy purges on %s for select to haki_owner using (org_id = (select haki.org()))', guarded);
end $$;

-- Destroys all that tells who a client was and what was told in this case of the organisation at work. What another
-- organisation recorded at its window stays that organisation's, under its own key, of which ours is destroyed.
create function haki.erase_case(of_case uuid) returns void
    language plpgsql security definer set search_path = haki, pg_temp as $$
declare
    c haki.case_file;
    people uuid[];
    intakes uuid[];
    gone uuid[];
begin
    select * into c from haki.case_file f where f.org_id = haki.org() and f.id = of_case;
    -- whoever is in this case and in no other that stands
    select coalesce(array_agg(distinct x.person), '{}') into people
    from (select c.client_id as person union select p.person_id from haki.case_party p where p.org_id = c.org_id and p.case_id = c.id) x
    where x.person is not null
      and not exists (select 1 from haki.case_party o where o.org_id = c.org_id and o.person_id = x.person and o.case_id <> c.id)
      and not exists (select 1 from haki.case_file o where o.org_id = c.org_id and o.client_id = x.person and o.id <> c.id);
    select coalesce(array_agg(i.id), '{}') into intakes from haki.intake i where i.org_id = c.org_id and i.case_id = c.id;
    select array_agg(k.key_id) into gone from (
        select c.key_id union select p.key_id from vault.person p where p.org_id = c.org_id and p.id = any (people)
        union select i.key_id from haki.intake i where i.org_id = c.org_id and i.id = any (intakes)
        union select w.own_key_id from hub.case_window w where w.owner_org = c.org_id and w.case_id = c.id) k;

    -- keys: the case's and the people's wherever they are wrapped; our wraps of what receivers recorded
    delete from hub.window_wrap x using hub.case_window w
        where w.id = x.window_id and w.owner_org = c.org_id and w.case_id = c.id and (x.key_id <> w.own_key_id or x.org_id = c.org_id);
    delete from hub.window_wrap x using hub.case_window w
        where w.id = x.window_id and w.owner_org = c.org_id and x.key_id = any (gone) and x.key_id <> w.own_key_id;
    delete from vault.key_wrap k where k.org_id = c.org_id and k.key_id = any (gone);

    -- being found
    delete from vault.search_form f where f.org_id = c.org_id
        and f.token in (select t.token from vault.search_token t where t.org_id = c.org_id and t.subject_id = any (people || intakes))
        and not exists (select 1 from vault.search_token o where o.org_id = c.org_id and o.token = f.token
                        and not o.subject_id = any (people || intakes));
    delete from vault.search_token t where t.org_id = c.org_id and t.subject_id = any (people || intakes);
    delete from hub.receipt r where r.org_id = c.org_id and r.intake_id = any (intakes);
    delete from facts.link l where l.org_id = c.org_id and (l.object_id = c.id or l.object_id = any (intakes)
        or l.object_id in (select a.id from haki.activity a where a.org_id = c.org_id and a.case_id = c.id)
        or l.object_id in (select r.id from haki.referral r where r.org_id = c.org_id and r.case_id = c.id));

    -- the words
    update haki.intake i set sealed = null, answer = null, number_print = null, words_print = null, erase_due = null,
        erased_at = now(), version = i.version + 1 where i.org_id = c.org_id and i.id = any (intakes);
    update haki.intake_attempt a set note = null where a.org_id = c.org_id and a.intake_id = any (intakes);
    update haki.intake_consult a set advice = null where a.org_id = c.org_id and a.intake_id = any (intakes);
    delete from haki.activity_order o using haki.activity a
        where a.org_id = o.org_id and a.case_id = c.id and a.org_id = c.org_id and a.id in (o.before_id, o.after_id);
    delete from haki.activity_move m where m.org_id = c.org_id and m.case_id = c.id;
    delete from haki.activity a where a.org_id = c.org_id and a.case_id = c.id;
    delete from vault.answer a where a.org_id = c.org_id and a.case_id = c.id;
    delete from haki.answers a where a.org_id = c.org_id and a.case_id = c.id;
    delete from haki.submission s where s.org_id = c.org_id and s.case_id = c.id;
    delete from haki.case_note n where n.org_id = c.org_id and n.case_id = c.id;
    update haki.referral r set words = null, consent_id = null where r.org_id = c.org_id and r.case_id = c.id;
    delete from haki.consent_evidence e where e.org_id = c.org_id and e.case_id = c.id;
    delete from haki.consent x where x.org_id = c.org_id and x.case_id = c.id;
    delete from haki.document_part p where p.org_id = c.org_id and p.case_id = c.id;
    delete from haki.document d where d.org_id = c.org_id and d.case_id = c.id;
    delete from haki.window_entry e using hub.case_window w where e.org_id = c.org_id and e.case_id = c.id and w.id = e.window_id
        and not exists (select 1 from hub.window_wrap x where x.window_id = w.id and x.key_id = w.own_key_id);
    update hub.case_window w set client_id = null where w.owner_org = c.org_id and w.case_id = c.id;
    delete from haki.case_verification v where v.org_id = c.org_id and v.case_id = c.id;
    delete from haki.case_closure x where x.org_id = c.org_id and x.case_id = c.id;
    delete from haki.case_event e where e.org_id = c.org_id and e.case_id = c.id;
    delete from haki.break_glass g where g.org_id = c.org_id and g.case_id = c.id;
    delete from haki.draft d where d.org_id = c.org_id and (d.page || '/' like '/cases/' || c.code || '/%' or d.action || '/' like '/cases/' || c.code || '/%');
    delete from haki.operation o where o.org_id = c.org_id and o.result like '/cases/' || c.code || '%';

    -- the people, and last the case: what stays of it is a shell
    delete from haki.case_party p where p.org_id = c.org_id and p.case_id = c.id;
    delete from vault.person p where p.org_id = c.org_id and p.id = any (people);
    delete from haki.case_team t where t.org_id = c.org_id and t.case_id = c.id;
    update haki.case_file f set status = 'purged', client_id = null, owner_id = null, fenced = false, archive_due = null,
        purge_due = null, touched_at = now(), version = f.version + 1 where f.org_id = c.org_id and f.id = c.id;
end $$;

-- Why an archived case may not be destroyed now, as a word; null: nothing stands against it.
create function haki.purge_hindrance(of_case uuid, ground text) returns text
    language sql stable security definer set search_path = haki, pg_temp as $$
    select case
        when f.status <> 'archived' then 'status'
        when exists (select 1 from haki.case_hold h where h.org_id = f.org_id and h.case_id = f.id and h.lifted_at is null) then 'hold'
        when exists (select 1 from haki.activity a where a.org_id = f.org_id and a.case_id = f.id and a.state = 'planned') then 'open'
        when exists (select 1 from hub.case_window w where w.owner_org = f.org_id and w.case_id = f.id and w.ended_at is null) then 'window'
        when ground = 'retention' and (f.purge_due is null or f.purge_due > (select (now() at time zone o.zone)::date
             from hub.organisation o where o.id = f.org_id)) then 'early'
    end
    from haki.case_file f where f.org_id = haki.org() and f.id = of_case
$$;

-- The second of two agrees: destroys the case, in this transaction. Answers whether it did.
create function haki.purge(of_case uuid) returns boolean
    language plpgsql security definer set search_path = haki, pg_temp as $$
declare
    p haki.case_purge;
begin
    if haki.window() is not null or haki.person() is null then
        return false;
    end if;
    perform 1 from haki.case_file f where f.org_id = haki.org() and f.id = of_case and f.office_id = any (haki.case_offices())
        and (not f.fenced or f.id = any (haki.team_cases())) for update;
    if not found then
        return false;
    end if;
    select * into p from haki.case_purge x where x.org_id = haki.org() and x.case_id = of_case and x.ended_at is null for update;
    if p.id is null or p.proposed_by = haki.person() or haki.purge_hindrance(of_case, p.ground) is not null then
        return false;
    end if;
    update haki.case_purge x set ended_at = now(), ended_by = haki.person(), ended_how = 'purged'
        where x.org_id = p.org_id and x.id = p.id;
    perform haki.erase_case(of_case);
    return true;
end $$;

-- Destroys again, after a backup from before was restored, every case whose key is on the list of what was destroyed.
create function haki.erase_destroyed() returns int
    language plpgsql security definer set search_path = haki, pg_temp as $$
declare
    o uuid;
    c uuid;
    erased int := 0;
begin
    for o in select distinct d.org_id from hub.destroyed d loop
        perform set_config('haki.org', o::text, true);
        for c in select f.id from haki.case_file f join hub.destroyed d on d.org_id = f.org_id and d.key_id = f.key_id
                 where f.org_id = o and f.status <> 'purged' loop
            perform haki.erase_case(c);
            erased := erased + 1;
        end loop;
    end loop;
    perform set_config('haki.org', '', true);
    return erased;
end $$;
grant execute on function haki.purge_hindrance(uuid, text), haki.purge(uuid) to haki_app;
grant execute on function haki.erase_destroyed() to haki_app, haki_backup;
