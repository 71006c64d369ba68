-- A receiver's own record of somebody whom another organisation referred: in its own register, under its own keys. It
-- stays when the window ends.
create table haki.service_record (
    org_id      uuid        not null,                     -- the receiver
    id          uuid        not null,
    window_id   uuid        not null,                     -- hub.case_window
    owner_org   uuid        not null,                     -- who referred her
    code        text        not null,                     -- of the case there
    office_id   uuid        not null,
    person_id   uuid        not null,                     -- vault.person, of the receiver's own register
    method      text        not null,                     -- how she agreed to be kept
    by_whom     text        not null,
    opened_at   timestamptz not null default now(),
    opened_by   uuid        not null,
    primary key (org_id, id),
    unique (org_id, window_id),
    foreign key (org_id, person_id) references vault.person (org_id, id)
);
create index service_record_list on haki.service_record (org_id, opened_at desc, id desc);
create index service_record_person on haki.service_record (org_id, person_id);
alter table haki.service_record enable row level security;
alter table haki.service_record force row level security;
create policy staff on haki.service_record to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[]))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[])
                and opened_by = (select haki.person()));
grant select, insert on haki.service_record to haki_app;
