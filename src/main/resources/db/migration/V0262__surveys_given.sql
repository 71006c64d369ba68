-- A form that one organisation gives to another of its network as a copy: the workbook, never what was filled in.
create table hub.form_gift (
    id         uuid        primary key,
    org_id     uuid        not null references hub.organisation,   -- who gave it
    to_org     uuid        not null references hub.organisation,
    form_hash  text        not null references hub.form,
    title      text        not null,
    file_name  text        not null,
    given_at   timestamptz not null,
    ended_at   timestamptz                           -- taken, or left
);
create index form_gift_waiting on hub.form_gift (to_org) where ended_at is null;

-- The files that go with it.
create table hub.form_gift_file (
    org_id     uuid  not null,
    gift_id    uuid  not null references hub.form_gift,
    name       text  not null,
    media_type text  not null,
    md5        text  not null,
    content    bytea not null,
    primary key (gift_id, name)
);

-- Gives a form to an organisation of the same network that is at work; 0 where it is none.
create function hub.give_form(gift uuid, receiver uuid, hash text, called text, file text, at timestamptz) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with given as (
        insert into hub.form_gift (id, org_id, to_org, form_hash, title, file_name, given_at)
            select gift, haki.org(), p.id, hash, called, file, at from hub.partners_now() p where p.id = receiver and p.active
            returning 1)
    select count(*)::int from given
$$;
create function hub.give_form_file(gift uuid, called text, kind text, sum text, bytes bytea) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.form_gift_file (org_id, gift_id, name, media_type, md5, content)
        select g.org_id, g.id, called, kind, sum, bytes from hub.form_gift g where g.id = gift and g.org_id = haki.org() and g.ended_at is null
$$;
-- What waits for the organisation at work.
create function hub.form_gifts() returns table (id uuid, giver text, title text, file_name text, form_hash text, given_at timestamptz)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select g.id, o.name, g.title, g.file_name, g.form_hash, g.given_at from hub.form_gift g join hub.organisation o on o.id = g.org_id
        where g.to_org = haki.org() and g.ended_at is null order by g.given_at desc, g.id
$$;
create function hub.form_gift_files(gift uuid) returns table (name text, media_type text, md5 text, content bytea)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select f.name, f.media_type, f.md5, f.content from hub.form_gift g join hub.form_gift_file f on f.gift_id = g.id
        where g.id = gift and g.to_org = haki.org() and g.ended_at is null order by f.name
$$;
-- It was taken, or left: its files go, that it was given stays.
create function hub.end_form_gift(gift uuid, at timestamptz) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with ended as (
        update hub.form_gift g set ended_at = at where g.id = gift and g.to_org = haki.org() and g.ended_at is null returning g.id),
    gone as (delete from hub.form_gift_file f using ended e where f.gift_id = e.id)
    select count(*)::int from ended
$$;
revoke execute on function hub.give_form(uuid, uuid, text, text, text, timestamptz), hub.give_form_file(uuid, text, text, text, bytea),
    hub.form_gifts(), hub.form_gift_files(uuid), hub.end_form_gift(uuid, timestamptz) from public;
grant execute on function hub.give_form(uuid, uuid, text, text, text, timestamptz), hub.give_form_file(uuid, text, text, text, bytea),
    hub.form_gifts(), hub.form_gift_files(uuid), hub.end_form_gift(uuid, timestamptz) to haki_app;
