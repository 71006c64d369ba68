-- The case file. Client names stand in the vault; words are sealed under the case's key.
create table haki.case_file (
    org_id       uuid        not null,
    id           uuid        not null,
    code         text        not null,
    office_id    uuid        not null,
    fenced       boolean     not null default false,  -- only its team
    by_org       uuid        not null default haki.org(),
    key_id       uuid        not null,
    case_type    text        not null,
    type_version int         not null,
    status       text        not null check (status in ('open', 'closing', 'closed', 'archived', 'merged', 'purged')),
    stage        text        not null,
    client_id    uuid        not null,                -- vault.person
    owner_id     uuid,                                -- hub.login; null: the office's queue
    urgency      text        not null check (urgency in ('emergency', 'urgent', 'normal')),
    channel      text        not null,
    received_at  timestamptz not null,
    accepted_at  timestamptz not null,
    accepted_by  uuid,
    closing_at   timestamptz,
    closed_at    timestamptz,
    archived_at  timestamptz,
    archive_due  date,
    reopened     int         not null default 0,
    touched_at   timestamptz not null default now(),  -- last word
    version      int         not null default 1,
    primary key (org_id, id),
    unique (org_id, code),
    check (received_at <= accepted_at and accepted_at <= closing_at and closing_at <= closed_at and closed_at <= archived_at)
);
create index case_file_list on haki.case_file (org_id, office_id, status, touched_at desc, id desc);
create index case_file_owner on haki.case_file (org_id, owner_id, status, touched_at desc, id desc);
create index case_file_archive on haki.case_file (org_id, archive_due) where status = 'closed';
create index case_file_client on haki.case_file (org_id, client_id);

create table haki.case_team (
    org_id    uuid        not null,
    case_id   uuid        not null,
    person_id uuid        not null,                   -- hub.login
    role      text        not null check (role in ('owner', 'member', 'supervisor', 'verifier', 'operator')),
    since     timestamptz not null default now(),
    until     timestamptz,                            -- may lie ahead: the operator who accepted sees it for 14 days
    by_person uuid,
    id        uuid        not null,
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id)
);
create unique index case_team_now on haki.case_team (org_id, case_id, person_id) where until is null;
create unique index case_team_owner on haki.case_team (org_id, case_id) where until is null and role = 'owner';
create index case_team_person on haki.case_team (org_id, person_id) where until is null;

-- The fenced cases whose team the person at work is on. Read as the owner, which sees that person's rows only.
create function haki.team_cases() returns uuid[] language sql stable security definer set search_path = haki, pg_temp
    return coalesce((select array_agg(t.case_id) from haki.case_team t
                     where t.org_id = haki.org() and t.person_id = haki.person()
                       and (t.until is null or t.until > now())), '{}');
grant execute on function haki.team_cases() to haki_app;

alter table haki.case_file enable row level security;
alter table haki.case_file force row level security;
create policy staff on haki.case_file to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[])
           and (not fenced or (select haki.every_fence()) or id = any ((select haki.team_cases())::uuid[])))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[]));
grant select, insert, update on haki.case_file to haki_app;

call haki.guard_by_case('haki.case_team');
create policy own_rows on haki.case_team for select to haki_owner
    using (org_id = (select haki.org()) and person_id = (select haki.person()));
grant select, insert, update on haki.case_team to haki_app;

create table haki.case_party (
    org_id    uuid        not null,
    id        uuid        not null,
    case_id   uuid        not null,
    person_id uuid        not null,                   -- vault.person
    role      text        not null,
    since     timestamptz not null default now(),
    until     timestamptz,
    by_person uuid,
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id)
);
create unique index case_party_now on haki.case_party (org_id, case_id, person_id, role) where until is null;
create index case_party_person on haki.case_party (org_id, person_id);
call haki.guard_by_case('haki.case_party');
grant select, insert, update on haki.case_party to haki_app;

-- Narrative and notes: never edited, only amended by a newer row.
create table haki.case_note (
    org_id      uuid        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    kind        text        not null check (kind in ('narrative', 'note')),
    sealed      bytea       not null,
    happened_at timestamptz not null,
    recorded_at timestamptz not null default now(),
    author_id   uuid,
    by_org      uuid        not null default haki.org(),
    amends      uuid,
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    foreign key (org_id, amends) references haki.case_note (org_id, id)
);
create index case_note_case on haki.case_note (org_id, case_id, happened_at desc);
create unique index case_note_amended_once on haki.case_note (org_id, amends) where amends is not null;
call haki.guard_by_case('haki.case_note');
grant select, insert on haki.case_note to haki_app;

-- What happened to the case itself: accepted, given to someone, moved to a stage, fenced; ids and keys only.
create table haki.case_event (
    org_id    uuid        not null,
    id        uuid        not null,
    case_id   uuid        not null,
    at        timestamptz not null default now(),
    person_id uuid,
    act       text        not null,
    subject   text        not null default '',        -- a stage's key, a colleague's id
    reason    text        not null default '',        -- a reason's key
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id)
);
create index case_event_case on haki.case_event (org_id, case_id, at desc);
call haki.guard_by_case('haki.case_event');
grant select, insert on haki.case_event to haki_app;

create table haki.case_closure (
    org_id        uuid        not null,
    id            uuid        not null,
    case_id       uuid        not null,
    outcome       text        not null,
    reason        text        not null,
    service_level text        not null,
    remark        bytea,                              -- sealed
    told_return   boolean     not null,
    verifier_id   uuid,                               -- who was asked to check it
    proposed_by   uuid        not null,
    proposed_at   timestamptz not null default now(),
    ended_at      timestamptz,                        -- withdrawn, disputed, or undone by reopening
    ended_how     text check (ended_how in ('withdrawn', 'disputed', 'reopened')),
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id)
);
create unique index case_closure_now on haki.case_closure (org_id, case_id) where ended_at is null;
create index case_closure_verifier on haki.case_closure (org_id, verifier_id) where ended_at is null;
call haki.guard_by_case('haki.case_closure');
grant select, insert, update on haki.case_closure to haki_app;

create table haki.case_verification (
    org_id      uuid        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    closure_id  uuid        not null,
    result      text        not null check (result in ('confirmed', 'partly', 'disputed', 'unreachable', 'declined', 'waived')),
    spoken_with text        not null,
    attempts    int,
    note        bytea,                                -- sealed
    by_person   uuid        not null,
    at          timestamptz not null default now(),
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    foreign key (org_id, closure_id) references haki.case_closure (org_id, id)
);
call haki.guard_by_case('haki.case_verification');
grant select, insert on haki.case_verification to haki_app;

-- Decisions of the client, one row each; a change is a new row.
create table haki.consent (
    org_id       uuid        not null,
    id           uuid        not null,
    case_id      uuid        not null,
    purpose      text        not null check (purpose in ('services', 'reporting', 'followup')),
    decision     text        not null check (decision in ('given', 'refused', 'not_yet_asked', 'withdrawn')),
    method       text        not null default '',
    by_whom      text        not null default '',
    text_version int         not null default 1,
    language     text        not null default 'en',
    decided_at   timestamptz not null default now(),
    recorded_by  uuid,
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id)
);
create index consent_case on haki.consent (org_id, case_id, purpose, decided_at desc);
call haki.guard_by_case('haki.consent');
grant select, insert on haki.consent to haki_app;
