-- A case that another organisation took over as a case of its own: here stay its shell and what this organisation wrote
-- itself, read only (R7). Her own words, what others recorded, and who she is, are not there for it any more, unless she
-- is also in a case that stayed.
alter table haki.case_file
    add column transferred_at timestamptz,
    add constraint case_file_transferred check (transferred_at is null or status in ('closed', 'archived', 'purged'));
alter table haki.case_verification
    alter column by_person drop not null,             -- nobody checks what was handed over; a row says so
    drop constraint case_verification_result_check,
    add constraint case_verification_result_check check (
        result in ('confirmed', 'partly', 'disputed', 'unreachable', 'declined', 'waived', 'transferred')
        and (by_person is not null or result = 'transferred'));
alter policy staff on haki.case_note
    using (org_id = (select haki.org()) and exists (select 1 from haki.case_file c where c.org_id = case_note.org_id
           and c.id = case_note.case_id and (c.transferred_at is null or case_note.kind = 'note')))
    with check (org_id = (select haki.org()) and exists (select 1 from haki.case_file c where c.org_id = case_note.org_id
           and c.id = case_note.case_id and c.transferred_at is null));

-- Someone whose every case here was handed over.
alter table vault.person add column away boolean not null default false;
alter policy staff on vault.person
    using (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[]) and not away
           and (not fenced or (select haki.every_fence()) or id = any ((select haki.team_people())::uuid[])));
create policy transfers on vault.person to haki_owner
    using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
create policy transfers on haki.case_party for select to haki_owner using (org_id = (select haki.org()));
create function haki.people_away(of_case uuid) returns void
    language sql security definer set search_path = haki, pg_temp as $$
    update vault.person p set away = true
    where p.org_id = haki.org() and haki.window() is null
      and p.id in (select x.person_id from haki.case_party x where x.org_id = haki.org() and x.case_id = of_case)
      and exists (select 1 from haki.case_file f where f.org_id = haki.org() and f.id = of_case and f.transferred_at is not null)
      and not exists (select 1 from haki.case_party x join haki.case_file f on f.org_id = x.org_id and f.id = x.case_id
                      where x.org_id = haki.org() and x.person_id = p.id and f.transferred_at is null)
$$;
grant execute on function haki.people_away(uuid) to haki_app;
