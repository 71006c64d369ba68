-- Phones that fill in forms and send them by OpenRosa. A device is known by a key that stands in its addresses; here lies its hash only.
create table hub.device_key (
    id         uuid        primary key,             -- haki.device
    org_id     uuid        not null references hub.organisation,
    office_id  uuid        not null,
    login_id   uuid        references hub.login,    -- whose it is; null: the office's
    token_hash bytea       not null unique,         -- of 256 random bits
    made_at    timestamptz not null,
    ended_at   timestamptz,
    foreign key (org_id, office_id) references hub.office (org_id, id)
);
create function hub.device_key_make(new_id uuid, office uuid, person uuid, token bytea, at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    insert into hub.device_key (id, org_id, office_id, login_id, token_hash, made_at)
        select new_id, haki.org(), f.id, person, token, at from hub.office f
        where f.id = office and f.org_id = haki.org()
          and (person is null or exists (select 1 from hub.login l where l.id = person and l.org_id = haki.org()))
$$;
create function hub.device_key_end(which uuid, at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.device_key set ended_at = at where id = which and org_id = haki.org() and ended_at is null
$$;
grant execute on function hub.device_key_make(uuid, uuid, uuid, bytea, timestamptz), hub.device_key_end(uuid, timestamptz) to haki_app;

-- BEFORE AN ORGANISATION IS KNOWN
-- The device of this key, while it holds: where it belongs, and which roles its person has there now.
create function hub.device_by_key(token bytea)
    returns table (id uuid, org_id uuid, office_id uuid, login_id uuid, name text, language text, zone text, roles text[])
    language sql stable security definer set search_path = hub, pg_temp as $$
    select k.id, k.org_id, k.office_id, k.login_id, coalesce(l.name, ''), coalesce(l.language, o.language), o.zone,
           array(select m.role from hub.membership m where m.login_id = k.login_id and m.org_id = k.org_id
                 and (m.office_id is null or m.office_id = k.office_id) and hub.holds(m))
        from hub.device_key k join hub.organisation o on o.id = k.org_id left join hub.login l on l.id = k.login_id
        where k.token_hash = token and k.ended_at is null and o.state = 'active' and (k.login_id is null or l.state = 'active')
$$;
grant execute on function hub.device_by_key(bytea) to haki_app;

-- A device, for whoever looks after them.
create table haki.device (
    org_id      uuid        not null,
    id          uuid        not null,
    name        text        not null check (name <> ''),
    office_id   uuid        not null,
    person_id   uuid,                               -- whose it is; null: the office's
    enrolled_at timestamptz not null,
    enrolled_by uuid,
    ended_at    timestamptz,
    ended_by    uuid,
    seen_at     timestamptz,                        -- last contact, to the minute
    agent       text        not null default '',    -- what program it said it was
    version     int         not null default 1,
    primary key (org_id, id)
);
call haki.guard_by_org('haki.device');
grant select, insert, update on haki.device to haki_app;

-- What came from a device and is not simply in order: it was refused, something is wrong with it, or files of it are awaited. Known
-- by the sum of its XML, so that the same sent again is the same row. What was refused lies here as it came, sealed (quarantine).
create table haki.device_post (
    org_id    uuid        not null,
    id        uuid        not null,
    device_id uuid        not null,
    office_id uuid        not null,
    mark      bytea       not null,                 -- SHA-256 of the XML
    survey_id uuid,                                 -- null where its form is not known
    sheet_id  uuid,                                 -- the filled-in form that it became; null where it was refused
    reason    text        not null default '',      -- why it was refused; '' where it was not
    wrongs    int         not null default 0,       -- in how many places something is wrong with it
    awaited   int         not null default 0,       -- how many of its files did not come yet
    first_at  timestamptz not null,
    last_at   timestamptz not null,
    times     int         not null default 1,
    key_id    uuid,
    raw       bytea,                                -- sealed: the XML as it came
    primary key (org_id, id),
    unique (org_id, device_id, mark),
    foreign key (org_id, device_id) references haki.device (org_id, id)
);
create index device_post_newest on haki.device_post (org_id, device_id, last_at desc, id desc);
call haki.guard_by_org('haki.device_post');
grant select, insert, update, delete on haki.device_post to haki_app;
