-- What somebody began to fill in and means to go on with: hers alone, sealed under the organisation's key.
create table haki.survey_begun (
    org_id    uuid        not null,
    id        uuid        not null,
    survey_id uuid        not null,
    person_id uuid        not null,
    sealed    bytea       not null,
    saved_at  timestamptz not null,
    primary key (org_id, id),
    foreign key (org_id, survey_id) references haki.survey (org_id, id)
);
create index survey_begun_whose on haki.survey_begun (org_id, person_id, survey_id);

-- A file that was chosen on a page and is not handed in yet.
create table haki.survey_upload (
    org_id      uuid        not null,
    id          uuid        not null,
    person_id   uuid        not null,
    name        text        not null,
    media_type  text        not null,
    sealed      bytea       not null,
    uploaded_at timestamptz not null,
    primary key (org_id, id)
);
create index survey_upload_whose on haki.survey_upload (org_id, person_id, uploaded_at);

do $$
declare t text;
begin
    foreach t in array array['haki.survey_begun', 'haki.survey_upload'] loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy staff on %s to haki_app '
                       'using (org_id = (select haki.org()) and person_id = (select haki.person())) '
                       'with check (org_id = (select haki.org()) and person_id = (select haki.person()))', t);
    end loop;
end $$;
grant select, insert, update, delete on haki.survey_begun, haki.survey_upload to haki_app;
