-- A form that is a report, or advice that was given: what was filled in with it is seen by whoever sees that, and by whoever filled it in.
alter table haki.survey drop constraint survey_purpose_check,
    add constraint survey_purpose_check check (purpose in ('survey', 'followup', 'closing', 'public', 'report', 'consult')),
    add column opens_case boolean not null default false;   -- whether whoever fills in a report is offered to open the case at once
alter table haki.survey_sheet
    add column intake_id uuid,
    add foreign key (org_id, intake_id) references haki.intake (org_id, id);
create index survey_sheet_intake on haki.survey_sheet (org_id, intake_id) where intake_id is not null;

drop policy staff on haki.survey_sheet;
create policy staff on haki.survey_sheet to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[])
        and (case_id is null or exists (select 1 from haki.case_file c where c.org_id = survey_sheet.org_id and c.id = survey_sheet.case_id))
        and (intake_id is null or case_id is not null or received_by is not distinct from (select haki.person())
            or exists (select 1 from haki.intake i where i.org_id = survey_sheet.org_id and i.id = survey_sheet.intake_id)))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[])
        and (case_id is null or exists (select 1 from haki.case_file c where c.org_id = survey_sheet.org_id and c.id = survey_sheet.case_id))
        and (intake_id is null or case_id is not null or received_by is not distinct from (select haki.person())
            or exists (select 1 from haki.intake i where i.org_id = survey_sheet.org_id and i.id = survey_sheet.intake_id)));

-- A phone of an office hands in reports too, as nobody.
drop policy takes on haki.intake;
create policy takes on haki.intake for insert to haki_app
    with check (org_id = (select haki.org()) and recorded_by is not distinct from (select haki.person()) and state = 'received' and case_id is null);

-- The report became that case, or joined it: what it was filled in with goes along, also to a case that whoever decided does not see.
create policy joins on haki.survey_sheet for update to haki_owner using (org_id = (select haki.org())) with check (org_id = (select haki.org()));
create function haki.survey_sheets_join(of_intake uuid) returns void
    language sql security definer set search_path = haki, pg_temp as $$
    update haki.survey_sheet s set case_id = i.case_id from haki.intake i
        where s.org_id = haki.org() and s.intake_id = of_intake and i.org_id = s.org_id and i.id = of_intake and i.case_id is not null
$$;
-- The sheet of a submission, also of one that is not to be seen any more: the same sent again is the same.
create function haki.survey_instance_sheet(of_survey uuid, of_instance text) returns uuid
    language sql stable security definer set search_path = haki, pg_temp as $$
    select s.sheet_id from haki.survey_submission s where s.org_id = haki.org() and s.survey_id = of_survey and s.instance_id = of_instance
$$;
revoke execute on function haki.survey_sheets_join(uuid), haki.survey_instance_sheet(uuid, text) from public;
grant execute on function haki.survey_sheets_join(uuid), haki.survey_instance_sheet(uuid, text) to haki_app;
