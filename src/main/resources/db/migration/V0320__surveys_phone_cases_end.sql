-- As before; and what phones called a case is destroyed with it.
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
        union select s.key_id from haki.survey_sheet s where s.org_id = c.org_id and s.case_id = c.id
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
    delete from haki.case_upgrade u where u.org_id = c.org_id and u.case_id = c.id;
    delete from vault.answer a where a.org_id = c.org_id and a.case_id = c.id;
    delete from haki.answers a where a.org_id = c.org_id and a.case_id = c.id;
    delete from haki.submission s where s.org_id = c.org_id and s.case_id = c.id;
    insert into haki.survey_gone (org_id, survey_id, instance_hash, destroyed_at)
        select s.org_id, s.survey_id, sha256(convert_to(s.instance_id, 'UTF8')), now() from haki.survey_submission s
        join haki.survey_sheet t on t.org_id = s.org_id and t.id = s.sheet_id where t.org_id = c.org_id and t.case_id = c.id on conflict do nothing;
    delete from haki.survey_file s using haki.survey_sheet t where t.org_id = c.org_id and t.case_id = c.id and s.org_id = t.org_id and s.sheet_id = t.id;
    delete from haki.survey_submission s using haki.survey_sheet t where t.org_id = c.org_id and t.case_id = c.id and s.org_id = t.org_id and s.sheet_id = t.id;
    delete from haki.survey_sheet s where s.org_id = c.org_id and s.case_id = c.id;
    delete from haki.survey_asked s where s.org_id = c.org_id and s.case_id = c.id;
    delete from haki.phone_case p where p.org_id = c.org_id and p.case_id = c.id;
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
