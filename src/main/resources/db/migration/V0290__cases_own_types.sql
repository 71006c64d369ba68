-- Case types of an organisation's own: uploaded on a page, published for life, of use to nobody else.
alter table hub.case_type add column org_id uuid;    -- whose own it is, and then its key ends with that organisation's mark; null: it lies in a folder

create or replace function hub.publish_case_type(of_key text, of_version int, of_hash text, defined text, asked jsonb, at timestamptz)
    returns text
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.case_type as t (key, version, hash, definition, questions, published_at)
        values (of_key, of_version, of_hash, defined, asked, at)
        on conflict (key, version) do update
            set hash = excluded.hash, definition = excluded.definition, questions = excluded.questions,
                published_at = excluded.published_at
            where t.used_at is null and t.hash <> excluded.hash and t.org_id is null;
    select hash from hub.case_type where key = of_key and version = of_version and org_id is null
$$;

-- All of them where no organisation is at work, as at a start; else everybody's and its own.
create or replace function hub.case_types() returns setof hub.case_type
    language sql stable security definer set search_path = hub, pg_temp as $$
    select * from hub.case_type where org_id is null or haki.org() is null or org_id = haki.org() order by key, version
$$;

-- Publishes a version of the own type of the organisation at work: from here on it never changes. 0 where that version, a newer one
-- or a type of somebody else is there.
create function hub.publish_own_case_type(of_key text, of_version int, of_hash text, defined text, asked jsonb, at timestamptz)
    returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with published as (
        insert into hub.case_type (key, version, hash, definition, questions, published_at, used_at, org_id)
            select of_key, of_version, of_hash, defined, asked, at, at, haki.org()
            where not exists (select from hub.case_type t
                where t.key = of_key and (t.org_id is distinct from haki.org() or t.version >= of_version))
            on conflict (key, version) do nothing
            returning 1)
    select count(*)::int from published
$$;
grant execute on function hub.publish_own_case_type to haki_app;

-- A published version, by its key in its casetype.yaml: when, by whom, from which file.
create table haki.own_type (
    org_id       uuid        not null,
    key          text        not null check (key ~ '^[a-z][a-z0-9_]{0,25}$'),
    version      int         not null check (version > 0),
    hash         text        not null,               -- hub.case_type
    file_name    text        not null,
    published_at timestamptz not null,
    by_person    uuid,
    primary key (org_id, key, version)
);
call haki.guard_by_org('haki.own_type');
grant select, insert on haki.own_type to haki_app;

-- A folder that was uploaded, and is not published yet; one a type.
create table haki.own_type_draft (
    org_id      uuid        not null,
    key         text        not null check (key ~ '^[a-z][a-z0-9_]{0,25}$'),
    hash        text        not null,
    file_name   text        not null,
    folder      bytea       not null,                -- a zip of its files
    notes       jsonb       not null default '[]',   -- what was left out of what was uploaded, and why
    uploaded_at timestamptz not null,
    by_person   uuid,
    primary key (org_id, key)
);
call haki.guard_by_org('haki.own_type_draft');
grant select, insert, update, delete on haki.own_type_draft to haki_app;
