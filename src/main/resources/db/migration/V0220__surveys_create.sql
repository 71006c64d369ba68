-- Forms of an organisation's own: what they ask, in which versions, and what was filled in.

-- A form, by the id that its workbook gives it.
create table haki.survey (
    org_id     uuid        not null,
    id         uuid        not null,
    form_id    text        not null check (form_id <> ''),
    title      text        not null,                 -- of its newest version, or of the draft before there is one
    state      text        not null default 'draft' check (state in ('draft', 'open', 'closing', 'closed', 'withdrawn')),
    by_person  uuid,
    changed_at timestamptz not null,
    version    int         not null default 1,
    primary key (org_id, id),
    unique (org_id, form_id)
);
call haki.guard_by_org('haki.survey');
grant select, insert, update on haki.survey to haki_app;

-- A workbook, or an XForm, that was uploaded and not published yet; one a form.
create table haki.survey_draft (
    org_id      uuid        not null,
    survey_id   uuid        not null,
    file_name   text        not null,
    book        bytea       not null,                -- the bytes of the .xlsx, or of the XForm
    uploaded_at timestamptz not null,
    by_person   uuid,
    primary key (org_id, survey_id),
    foreign key (org_id, survey_id) references haki.survey (org_id, id)
);
call haki.guard_by_org('haki.survey_draft');
grant select, insert, update, delete on haki.survey_draft to haki_app;

-- A published version: never changed. Workbook and XForm lie in hub.form under the hash.
create table haki.survey_version (
    org_id       uuid        not null,
    survey_id    uuid        not null,
    number       int         not null check (number > 0),
    label        text        not null,               -- the version that the workbook gives itself; may be ''
    form_hash    text        not null,               -- hub.form
    xform_md5    text        not null check (xform_md5 ~ '^[0-9a-f]{32}$'),
    file_name    text        not null,
    published_at timestamptz not null,
    by_person    uuid,
    primary key (org_id, survey_id, number),
    unique (org_id, survey_id, label),
    foreign key (org_id, survey_id) references haki.survey (org_id, id)
);
call haki.guard_by_org('haki.survey_version');
grant select, insert on haki.survey_version to haki_app;

-- A file that a version brings along: a picture, or a list of choices. Those of number 0 wait beside the draft.
create table haki.survey_media (
    org_id     uuid not null,
    survey_id  uuid not null,
    number     int  not null check (number >= 0),
    name       text not null check (name <> ''),
    media_type text not null,
    md5        text not null check (md5 ~ '^[0-9a-f]{32}$'),
    content    bytea not null,
    primary key (org_id, survey_id, number, name),
    foreign key (org_id, survey_id) references haki.survey (org_id, id)
);
call haki.guard_by_org('haki.survey_media');
grant select, insert, update, delete on haki.survey_media to haki_app;

-- Guards what was filled in: the organisation's, in offices whose cases the reader sees.
create procedure haki.guard_by_office(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy staff on %s to haki_app '
                   'using (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[])) '
                   'with check (org_id = (select haki.org()) and office_id = any ((select haki.case_offices())::uuid[]))', guarded);
end $$;

-- A filled-in form as it stands, derived from its submissions; it has a key of its own, so that it can be destroyed alone.
create table haki.survey_sheet (
    org_id      uuid        not null,
    id          uuid        not null,
    survey_id   uuid        not null,
    office_id   uuid        not null,
    code        text        not null,                -- printed on its paper; says nothing
    key_id      uuid        not null,
    edit        int         not null check (edit > 0),   -- how often it was submitted
    number      int         not null,                -- the version of the form it was last filled in with
    submission_id uuid      not null,                -- the newest
    answers     bytea       not null,                -- sealed
    received_at timestamptz not null,
    received_by uuid,
    changed_at  timestamptz not null,
    changed_by  uuid,
    primary key (org_id, id),
    unique (org_id, code),
    foreign key (org_id, survey_id) references haki.survey (org_id, id)
);
create index survey_sheet_newest on haki.survey_sheet (org_id, survey_id, received_at desc, id desc);
call haki.guard_by_office('haki.survey_sheet');
grant select, insert, update, delete on haki.survey_sheet to haki_app;

-- One submission: the XML just as it came, which is the truth. Never changed; an edit is a newer row of the same sheet.
create table haki.survey_submission (
    org_id        uuid        not null,
    id            uuid        not null,
    survey_id     uuid        not null,
    sheet_id      uuid        not null,
    office_id     uuid        not null,
    edit          int         not null check (edit > 0),
    number        int         not null,              -- the version of the form
    instance_id   text        not null check (instance_id <> ''),
    deprecated_id text,                              -- the instance that this edits
    instance      bytea       not null,              -- sealed
    problems      jsonb       not null default '[]', -- what was wrong with it: places and kinds, never answers
    source        text        not null check (source in ('page', 'paper', 'device', 'import', 'public')),
    device        text        not null default '',
    happened_at   timestamptz not null,
    received_at   timestamptz not null,
    entered_by    uuid,
    op_id         uuid        not null,
    primary key (org_id, id),
    unique (org_id, survey_id, instance_id),
    unique (org_id, sheet_id, edit),
    foreign key (org_id, survey_id, number) references haki.survey_version (org_id, survey_id, number),
    foreign key (org_id, sheet_id) references haki.survey_sheet (org_id, id) deferrable initially deferred
);
call haki.guard_by_office('haki.survey_submission');
grant select, insert, delete on haki.survey_submission to haki_app;

-- A file that a submission names: a photo, a recording. Without content it is expected still.
create table haki.survey_file (
    org_id        uuid        not null,
    id            uuid        not null,
    sheet_id      uuid        not null,
    submission_id uuid        not null,
    office_id     uuid        not null,
    name          text        not null check (name <> ''),
    media_type    text        not null default '',
    size          int         not null default 0,
    content       bytea,                             -- sealed
    received_at   timestamptz,
    primary key (org_id, id),
    unique (org_id, submission_id, name),
    foreign key (org_id, submission_id) references haki.survey_submission (org_id, id),
    check ((content is null) = (received_at is null))
);
create index survey_file_sheet on haki.survey_file (org_id, sheet_id);
call haki.guard_by_office('haki.survey_file');
grant select, insert, update, delete on haki.survey_file to haki_app;
