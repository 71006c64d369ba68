-- Case types as they were published, for life, and which of them an organisation adopted.
create table hub.case_type (
    key          text        not null,
    version      int         not null,
    hash         text        not null,               -- over casetype.yaml and its workbooks
    definition   text        not null,               -- casetype.yaml
    questions    jsonb       not null,               -- what its workbooks ask: Questions.java
    published_at timestamptz not null,
    used_at      timestamptz,                        -- when the first case was opened with it; from then on it never changes
    primary key (key, version)
);

create function hub.case_types() returns setof hub.case_type
    language sql stable security definer set search_path = hub, pg_temp as $$
    select * from hub.case_type order by key, version
$$;
-- Publishes a version, or publishes it anew while nobody used it; answers the hash that stands afterwards.
create function hub.publish_case_type(of_key text, of_version int, of_hash text, defined text, asked jsonb, at timestamptz)
    returns text
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.case_type as t (key, version, hash, definition, questions, published_at)
        values (of_key, of_version, of_hash, defined, asked, at)
        on conflict (key, version) do update
            set hash = excluded.hash, definition = excluded.definition, questions = excluded.questions,
                published_at = excluded.published_at
            where t.used_at is null and t.hash <> excluded.hash;
    select hash from hub.case_type where key = of_key and version = of_version
$$;
create function hub.use_case_type(of_key text, of_version int, at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.case_type set used_at = at where key = of_key and version = of_version and used_at is null
$$;
grant execute on function hub.case_types, hub.publish_case_type, hub.use_case_type to haki_app;

create table haki.adopted_type (
    org_id    uuid        not null,
    id        uuid        not null,
    key       text        not null,                  -- hub.case_type
    since     timestamptz not null,
    by_person uuid,
    until     timestamptz,                           -- no new cases from then on
    until_by  uuid,
    primary key (org_id, id)
);
create unique index adopted_type_now on haki.adopted_type (org_id, key) where until is null;
call haki.guard_by_org('haki.adopted_type');
grant select, insert, update on haki.adopted_type to haki_app;

-- Which role of its type somebody has in a team; '' for owners, supervisors and those who only help.
alter table haki.case_team add type_role text not null default '';
