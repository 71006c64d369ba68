-- Lists of things of which an organisation's forms keep book (entities): households, water points, trees.

create table haki.entity_list (
    org_id     uuid        not null,
    id         uuid        not null,
    name       text        not null check (name <> ''),     -- as workbooks call it
    properties text[]      not null default '{}',           -- what forms save, in the order in which that came
    made_at    timestamptz not null,
    primary key (org_id, id),
    unique (org_id, name)
);
call haki.guard_by_org('haki.entity_list');
grant select, insert, update on haki.entity_list to haki_app;

-- One of these things as it stands. Its words lie under a key of its own, so that it can be destroyed alone; what is left then says
-- that there was one of this id, so that it does not come in again.
create table haki.entity (
    org_id     uuid        not null,
    id         uuid        not null,                        -- given by whoever made it
    list_id    uuid        not null,
    office_id  uuid        not null,
    key_id     uuid,
    sealed     bytea,                                       -- label and properties
    version    int         not null check (version > 0),
    conflict   text        not null default '' check (conflict in ('', 'soft', 'hard')),   -- two changed it from one version: the same property, or others
    made_at    timestamptz not null,
    changed_at timestamptz not null,
    retired_at timestamptz,
    primary key (org_id, id),
    foreign key (org_id, list_id) references haki.entity_list (org_id, id),
    check ((key_id is null) = (sealed is null))
);
create index entity_newest on haki.entity (org_id, list_id, changed_at desc, id desc);
call haki.guard_by_office('haki.entity');
grant select, insert, update on haki.entity to haki_app;

-- How it came to stand so: never changed.
create table haki.entity_version (
    org_id      uuid        not null,
    id          uuid        not null,
    entity_id   uuid        not null,
    office_id   uuid        not null,
    number      int         not null check (number > 0),
    how         text        not null check (how in ('made', 'changed', 'settled')),
    base        int,                                        -- from which version whoever changed it set out
    branch      uuid,                                       -- the run of changes that a phone made without a network
    branch_base int,                                        -- and the version from which it set out within that
    conflict    text        not null default '' check (conflict in ('', 'soft', 'hard')),
    forced      boolean     not null default false,         -- what should have come before it never came
    sealed      bytea       not null,                       -- all of it as it stood then, and what was said
    sheet_id    uuid,                                       -- haki.survey_sheet, which may be gone
    by_person   uuid,
    at          timestamptz not null,
    primary key (org_id, id),
    unique (org_id, entity_id, number),
    foreign key (org_id, entity_id) references haki.entity (org_id, id)
);
create index entity_version_sheet on haki.entity_version (org_id, sheet_id);
call haki.guard_by_office('haki.entity_version');
grant select, insert, delete on haki.entity_version to haki_app;

-- A change that came before the one that it follows; it waits for that, for a while.
create table haki.entity_held (
    org_id    uuid        not null,
    id        uuid        not null,
    list_id   uuid        not null,
    entity_id uuid        not null,                         -- which may not be there yet
    office_id uuid        not null,
    key_id    uuid        not null,
    sealed    bytea       not null,                         -- what was said
    base      int         not null,
    trunk     int,
    branch    uuid        not null,
    sheet_id  uuid        not null,
    by_person uuid,
    held_at   timestamptz not null,
    primary key (org_id, id),
    foreign key (org_id, list_id) references haki.entity_list (org_id, id)
);
create index entity_held_of on haki.entity_held (org_id, entity_id, base);
call haki.guard_by_office('haki.entity_held');
grant select, insert, delete on haki.entity_held to haki_app;
