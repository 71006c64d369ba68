-- The register: one sealed identity each. A person whose cases are all fenced is seen by their teams only.
create table vault.person (
    org_id     uuid        not null,
    id         uuid        not null,
    office_id  uuid        not null,
    fenced     boolean     not null default false,
    key_id     uuid        not null,
    sealed     bytea       not null,                  -- Identity.java
    sex        text        not null default 'undisclosed',
    age_group  text        not null default 'unknown' check (age_group in ('child', 'adult', 'unknown')),
    created_at timestamptz not null default now(),
    created_by uuid,
    version    int         not null default 1,
    primary key (org_id, id)
);
create index person_list on vault.person (org_id, office_id, created_at desc, id desc);

-- The people in cases whose team the person at work is on.
create function haki.team_people() returns uuid[] language sql stable security definer set search_path = haki, pg_temp
    return coalesce((select array_agg(distinct p.person_id) from haki.case_team t
                     join haki.case_party p on p.org_id = t.org_id and p.case_id = t.case_id
                     where t.org_id = haki.org() and t.person_id = haki.person()
                       and (t.until is null or t.until > now())), '{}');
grant execute on function haki.team_people() to haki_app;
create policy team_rows on haki.case_party for select to haki_owner
    using (org_id = (select haki.org()) and case_id = any ((select haki.team_cases())::uuid[]));

alter table vault.person enable row level security;
alter table vault.person force row level security;
create policy staff on vault.person to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[])
           and (not fenced or (select haki.every_fence()) or id = any ((select haki.team_people())::uuid[])))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[]));
grant select, insert, update on vault.person to haki_app;
