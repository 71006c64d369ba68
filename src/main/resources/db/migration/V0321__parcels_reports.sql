-- A sheet that is a report is seen by whoever typed it in until its parcel is signed off, and else by those alone who see the report.
alter policy clerks on haki.survey_sheet
    using (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[]) and case_id is null
        and (intake_id is null or received_by = (select haki.person()))
        and exists (select 1 from haki.parcel_sheet s join haki.parcel p on p.org_id = s.org_id and p.id = s.parcel_id
                    where s.org_id = survey_sheet.org_id and s.sheet_id = survey_sheet.id and p.signed_at is null))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[]) and case_id is null
        and (intake_id is null or received_by = (select haki.person()))
        and exists (select 1 from haki.parcel_sheet s join haki.parcel p on p.org_id = s.org_id and p.id = s.parcel_id
                    where s.org_id = survey_sheet.org_id and s.sheet_id = survey_sheet.id and p.signed_at is null));
