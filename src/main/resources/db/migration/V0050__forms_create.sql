-- Forms as they were published, what was answered in them, and how it came about.

-- A workbook, known by the hash of its bytes: it never changes.
create table hub.form (
    hash         text        primary key check (hash ~ '^[0-9a-f]{64}$'),
    form_id      text        not null,
    version      text        not null,
    title        text        not null,
    workbook     bytea       not null,               -- the bytes of the .xlsx
    xform        text        not null,
    published_at timestamptz not null
);
-- What it asks: groups, repeats and questions in the order of the sheet.
create table hub.form_question (
    form_hash text  not null references hub.form,
    ord       int   not null,
    path      text  not null,
    name      text  not null,
    kind      text  not null check (kind in ('group', 'repeat', 'question')),
    type      text  not null,
    repeat    text,                                  -- the path of the nearest repeat around it
    list      text,
    labels    jsonb not null,                        -- by language
    marks     jsonb not null,                        -- vault, sensitive, reportable, person
    primary key (form_hash, ord),
    unique (form_hash, path)
);
-- Which form asks a section of what uses it.
create table hub.form_use (
    used_by   text        not null,
    section   text        not null,
    form_hash text        not null references hub.form,
    since     timestamptz not null,
    primary key (used_by, section)
);

create function hub.known_forms(hashes text[]) returns setof text
    language sql stable security definer set search_path = hub, pg_temp as $$
    select f.hash from hub.form f where f.hash = any (hashes)
$$;
create function hub.form_workbook(of_hash text) returns table (workbook bytea, xform text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select f.workbook, f.xform from hub.form f where f.hash = of_hash
$$;
create function hub.publish_form(of_hash text, id text, of_version text, titled text, book bytea, form text, questions jsonb, at timestamptz)
    returns void language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.form (hash, form_id, version, title, workbook, xform, published_at)
        values (of_hash, id, of_version, titled, book, form, at) on conflict (hash) do nothing;
    insert into hub.form_question (form_hash, ord, path, name, kind, type, repeat, list, labels, marks)
        select of_hash, q.ord, q.path, q.name, q.kind, q.type, q.repeat, q.list, q.labels, q.marks
        from jsonb_to_recordset(questions) as q (ord int, path text, name text, kind text, type text, repeat text, list text,
                                                 labels jsonb, marks jsonb)
        on conflict (form_hash, ord) do nothing
$$;
create function hub.use_form(by_what text, for_section text, of_hash text, at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.form_use as u (used_by, section, form_hash, since) values (by_what, for_section, of_hash, at)
        on conflict (used_by, section) do update set form_hash = excluded.form_hash, since = excluded.since
            where u.form_hash <> excluded.form_hash
$$;
create function hub.forms_used() returns table (used_by text, section text, form_hash text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select u.used_by, u.section, u.form_hash from hub.form_use u
$$;
grant execute on function hub.known_forms, hub.form_workbook, hub.publish_form, hub.use_form, hub.forms_used to haki_app;

-- One save of one section: never changed.
create table haki.submission (
    org_id      uuid        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    section     text        not null,
    form_hash   text        not null,                -- hub.form
    version     int         not null,                -- of the section, from 1
    base        int         not null,                -- the version that whoever saved it had before them
    op_id       uuid        not null,
    instance    bytea       not null,                -- sealed: the section's XML as it stands from here on
    sent        bytea,                               -- sealed: as it came, where it was merged with what others saved meanwhile
    source      text        not null default 'page' check (source in ('page', 'paper', 'device', 'import')),
    happened_at timestamptz not null,
    recorded_at timestamptz not null,
    entered_by  uuid,
    by_org      uuid        not null default haki.org(),
    primary key (org_id, id),
    unique (org_id, case_id, section, version),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    check (base < version)
);
call haki.guard_by_case('haki.submission');
grant select, insert on haki.submission to haki_app;

-- What is answered now, derived from the submissions: bin/haki answers rebuild makes it anew.
create table haki.answers (
    org_id        uuid        not null,
    case_id       uuid        not null,
    section       text        not null,
    form_hash     text        not null,
    version       int         not null,
    submission_id uuid        not null,
    sealed        bytea       not null,
    coded         jsonb       not null default '{}', -- choices of reportable questions in types that are not restricted; never text
    changed_at    timestamptz not null,
    changed_by    uuid,
    primary key (org_id, case_id, section),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    foreign key (org_id, submission_id) references haki.submission (org_id, id)
);
call haki.guard_by_case('haki.answers');
grant select, insert, update on haki.answers to haki_app;

-- Answers that belong to a person: sealed under that person's key and kept apart from the section. The newest of a place counts.
create table vault.answer (
    org_id        uuid        not null,
    id            uuid        not null,
    case_id       uuid        not null,
    section       text        not null,
    version       int         not null,              -- of the section
    place         text        not null,              -- the question and the rows that it is in
    person_role   text        not null,              -- client, alleged_perpetrator …
    key_id        uuid        not null,
    sealed        bytea,                             -- null: taken back
    primary key (org_id, id),
    unique (org_id, case_id, section, place, version),
    foreign key (org_id, case_id) references haki.case_file (org_id, id)
);
call haki.guard_by_case('vault.answer');
grant select, insert on vault.answer to haki_app;
