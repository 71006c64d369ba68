-- Closings are taken along as a list, the newest first, each with its last check.
create index case_closure_proposed on haki.case_closure (org_id, proposed_at desc, id desc);
create index case_verification_closure on haki.case_verification (org_id, closure_id, at desc, id desc);
