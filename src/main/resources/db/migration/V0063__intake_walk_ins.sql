-- The register of walk-ins: who writes a line sees it again and makes a case of it, also without the right to the queue.
create policy walk_ins on haki.intake to haki_app
    using (org_id = (select haki.org()) and recorded_by = (select haki.person()) and channel = 'walk_in'
           and office_id = any ((select haki.case_offices())::uuid[]))
    with check (org_id = (select haki.org()) and recorded_by = (select haki.person()) and channel = 'walk_in'
           and office_id = any ((select haki.case_offices())::uuid[]));
create index intake_consult_register on haki.intake_consult (org_id, at desc, id desc);
