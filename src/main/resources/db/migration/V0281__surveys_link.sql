-- The way by which a client says alone how it was, after her case was closed: to the form, and to nobody. Whether it still asks
-- somebody stands with her case (haki.survey_asked).
create table hub.survey_link (
    token_hash bytea       primary key,              -- SHA-256
    org_id     uuid        not null references hub.organisation,
    office_id  uuid        not null,                 -- where what she answers belongs
    survey_id  uuid        not null,
    ends_at    timestamptz not null
);
create index survey_link_org on hub.survey_link (org_id, ends_at);

-- Gives one; those of the organisation that ended go.
create function hub.give_survey_link(hash bytea, of_office uuid, of_survey uuid, until timestamptz, at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.survey_link l where l.org_id = haki.org() and l.ends_at <= at;
    insert into hub.survey_link (token_hash, org_id, office_id, survey_id, ends_at) values (hash, haki.org(), of_office, of_survey, until)
$$;
-- Before an organisation is known.
create function hub.survey_link_of(hash bytea, at timestamptz) returns table (org_id uuid, office_id uuid, survey_id uuid)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select l.org_id, l.office_id, l.survey_id from hub.survey_link l where l.token_hash = hash and l.ends_at > at
$$;
create function hub.end_survey_link(hash bytea) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.survey_link l where l.token_hash = hash and l.org_id = haki.org()
$$;
revoke execute on function hub.give_survey_link(bytea, uuid, uuid, timestamptz, timestamptz), hub.survey_link_of(bytea, timestamptz), hub.end_survey_link(bytea)
    from public;
grant execute on function hub.give_survey_link(bytea, uuid, uuid, timestamptz, timestamptz), hub.survey_link_of(bytea, timestamptz), hub.end_survey_link(bytea)
    to haki_app;
