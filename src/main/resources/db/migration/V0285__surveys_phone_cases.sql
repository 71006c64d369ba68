-- Lists of cases on phones, for follow-ups.

-- A form that brings a list of cases to phones, and how much of each case stands in it.
create table haki.survey_case_list (
    org_id     uuid        not null,
    survey_id  uuid        not null,
    shows      text        not null check (shows in ('codes', 'people')),   -- codes and next steps; initials and villages besides
    by_person  uuid,
    changed_at timestamptz not null,
    primary key (org_id, survey_id),
    foreign key (org_id, survey_id) references haki.survey (org_id, id)
);
call haki.guard_by_org('haki.survey_case_list');
grant select, insert, update, delete on haki.survey_case_list to haki_app;

-- Whether cases of restricted types, and those that are kept to a team, may stand in these lists too; without a row they may not.
create table haki.phone_rule (
    org_id     uuid        not null primary key,
    restricted boolean     not null,
    by_person  uuid,
    changed_at timestamptz not null,
    version    int         not null default 1
);
call haki.guard_by_org('haki.phone_rule');
grant select, insert, update on haki.phone_rule to haki_app;

-- What a phone calls a case that stands in its list: an id that is there for this, and is good for nothing else.
create table haki.phone_case (
    org_id    uuid        not null,
    id        uuid        not null,
    device_id uuid        not null,
    case_id   uuid        not null,
    mark      bytea       not null,                  -- a keyed hash of what stood there last
    version   int         not null default 1,        -- how often that changed
    given_at  timestamptz not null,
    primary key (org_id, id),
    unique (org_id, device_id, case_id),
    foreign key (org_id, device_id) references haki.device (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id)
);
call haki.guard_by_case('haki.phone_case');
grant select, insert, update on haki.phone_case to haki_app;
