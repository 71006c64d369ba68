-- What someone was writing when the screen locked: sealed, theirs alone.
create table haki.draft (
    org_id     uuid        not null,
    id         uuid        not null,
    person_id  uuid        not null,
    page       text        not null,                  -- the path of the page that holds the form
    action     text        not null,                  -- where the form goes
    sealed     bytea       not null,
    saved_at   timestamptz not null default now(),
    primary key (org_id, id),
    unique (org_id, person_id, action)
);
alter table haki.draft enable row level security;
alter table haki.draft force row level security;
create policy staff on haki.draft to haki_app
    using (org_id = (select haki.org()) and person_id = (select haki.person()))
    with check (org_id = (select haki.org()) and person_id = (select haki.person()));
grant select, insert, update, delete on haki.draft to haki_app;
