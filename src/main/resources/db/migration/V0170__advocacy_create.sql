-- What somebody saw an institution do: drafted within a visit, kept or rejected by somebody else. It names nobody: the words are
-- sealed under the key of the case, and words and case are gone when the case is destroyed.
create table haki.practice_observation (
    org_id         uuid        not null,
    id             uuid        not null,
    office_id      uuid        not null,                 -- of the case, when it was seen
    case_id        uuid,                                 -- null once the case was destroyed
    institution_id uuid        not null,
    practices      text[]      not null check (cardinality(practices) between 1 and 30),   -- Practice.java
    seen_on        date        not null,                 -- in the office's zone; the month's first day once the case was destroyed
    amount         bigint      check (amount > 0),       -- what was asked for, in the smallest unit of the currency
    currency       text        not null default '' check (currency ~ '^([A-Z]{3})?$'),
    sealed         bytea,                                -- what happened, in words
    flagged        boolean     not null default false,   -- a word looked like a name in the case, and was kept as none
    state          text        not null check (state in ('draft', 'checked', 'rejected')),
    reason         text        not null default '',      -- why rejected, or given back
    by_person      uuid        not null,
    recorded_at    timestamptz not null,
    decided_by     uuid,                                 -- nobody decides about her own
    decided_at     timestamptz,
    version        int         not null default 1,
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    foreign key (org_id, institution_id) references haki.list_entry (org_id, id),
    check ((amount is null) = (currency = '')),
    check (sealed is null or case_id is not null),
    check ((state = 'draft') = (decided_at is null) and (state = 'draft') = (decided_by is null)),
    check (decided_by <> by_person),
    check (state <> 'rejected' or reason <> '')
);
create index practice_observation_newest on haki.practice_observation (org_id, state, recorded_at desc, id desc);
create index practice_observation_case on haki.practice_observation (org_id, case_id);
alter table haki.practice_observation enable row level security;
alter table haki.practice_observation force row level security;
create policy staff on haki.practice_observation to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[]) and (case_id is null or exists (
        select 1 from haki.case_file c where c.org_id = practice_observation.org_id and c.id = practice_observation.case_id)))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[]) and (case_id is null or exists (
        select 1 from haki.case_file c where c.org_id = practice_observation.org_id and c.id = practice_observation.case_id)));
create policy purged on haki.practice_observation to haki_owner
    using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
grant select, insert, update, delete on haki.practice_observation to haki_app;

-- As before; and what was seen at institutions keeps neither its words nor its case, and of its day only the month.
create or replace function haki.erase_case(of_case uuid) returns void
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
        or l.object_id in (select r.id from haki.referral r where r.org_id = c.org_id and r.case_id = c.id)
        or l.object_id in (select o.id from haki.practice_observation o where o.org_id = c.org_id and o.case_id = c.id));

    -- the words
    update haki.intake i set sealed = null, answer = null, number_print = null, words_print = null, erase_due = null,
        erased_at = now(), version = i.version + 1 where i.org_id = c.org_id and i.id = any (intakes);
    update haki.intake_attempt a set note = null where a.org_id = c.org_id and a.intake_id = any (intakes);
    update haki.intake_consult a set advice = null where a.org_id = c.org_id and a.intake_id = any (intakes);
    delete from haki.activity_order o using haki.activity a
        where a.org_id = o.org_id and a.case_id = c.id and a.org_id = c.org_id and a.id in (o.before_id, o.after_id);
    delete from haki.activity_move m where m.org_id = c.org_id and m.case_id = c.id;
    delete from haki.activity a where a.org_id = c.org_id and a.case_id = c.id;
    delete from hub.plan_behind b where b.org_id = c.org_id and b.case_id = c.id;
    update haki.practice_observation o set case_id = null, sealed = null, seen_on = date_trunc('month', o.seen_on), version = o.version + 1
        where o.org_id = c.org_id and o.case_id = c.id;
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
