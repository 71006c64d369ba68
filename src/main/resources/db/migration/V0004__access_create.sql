-- Organisations, offices and the people who sign in. No client data; reached by the functions of V0005 only.
create table hub.organisation (
    id          uuid        primary key,
    slug        text        not null unique,        -- in the address of its public page
    name        text        not null,
    state       text        not null default 'active' check (state in ('active', 'suspended')),
    zone        text        not null,               -- time zone of its due dates
    language    text        not null default 'en',
    region      text        not null,               -- ISO 3166 country, for telephone numbers
    public_page jsonb       not null default '{}',  -- emergency numbers, promises: PublicPage.java
    ready_at    timestamptz,                        -- its recovery sheet was typed back: real cases may be opened
    created_at  timestamptz not null default now()
);
create table hub.office (
    id         uuid        primary key,
    org_id     uuid        not null references hub.organisation,
    name       text        not null,
    created_at timestamptz not null default now(),
    unique (org_id, id)
);
create table hub.login (
    id            uuid        primary key,
    org_id        uuid        not null references hub.organisation,
    sign_in_name  text        not null unique,      -- folded: lower case, NFC
    name          text        not null,
    email         text,                             -- accounts need none
    language      text        not null default 'en',
    password_hash text,                             -- Argon2id; null until the one-time code was used
    totp_sealed   bytea,                            -- sealed under the organisation's data key
    totp_step     bigint      not null default 0,   -- the last time step whose code was used: none is used twice
    state         text        not null default 'active' check (state in ('active', 'ended')),
    away_from     date,
    away_until    date,
    stand_in      uuid        references hub.login,
    created_at    timestamptz not null default now(),
    version       int         not null default 1
);
create table hub.membership (
    login_id   uuid not null references hub.login,
    org_id     uuid not null references hub.organisation,
    office_id  uuid references hub.office,          -- null: every office of the organisation
    role       text not null,
    valid_from date not null default current_date,
    valid_until date,
    unique nulls not distinct (login_id, org_id, office_id, role)
);
-- One-time codes handed over in person, the set-up link, the printed card's codes: hashes only.
create table hub.one_time_code (
    code_hash  bytea       primary key,
    login_id   uuid        references hub.login,
    purpose    text        not null check (purpose in ('set_up', 'welcome', 'card')),
    expires_at timestamptz,
    used_at    timestamptz
);
create index one_time_code_login on hub.one_time_code (login_id, purpose);
create table hub.device (
    id            uuid        primary key,
    login_id      uuid        not null references hub.login,
    token_hash    bytea       not null unique,
    label         text        not null,
    created_at    timestamptz not null default now(),
    last_seen_at  timestamptz not null default now(),
    trusted_until timestamptz not null,
    revoked_at    timestamptz
);
create index device_login on hub.device (login_id);
create table hub.session (
    id           uuid        primary key,
    token_hash   bytea       not null unique,
    login_id     uuid        not null references hub.login,
    org_id       uuid        not null references hub.organisation,
    device_id    uuid        references hub.device,
    state        text        not null               -- 'password' and 'factor': a newcomer chooses both, one by one
                 check (state in ('second_factor', 'password', 'factor', 'open', 'locked', 'ended')),
    csrf         bytea       not null,               -- what its forms are recognised by
    created_at   timestamptz not null default now(),
    last_seen_at timestamptz not null default now(),
    proved_at    timestamptz not null default now(), -- last time a factor was shown
    hide_names   boolean     not null default false,
    address      text,
    agent        text
);
create index session_login on hub.session (login_id, created_at);
create table hub.sign_in (
    id        uuid        primary key,
    login_id  uuid        not null references hub.login,
    at        timestamptz not null default now(),
    outcome   text        not null,
    address   text,
    agent     text
);
create index sign_in_login on hub.sign_in (login_id, at);
-- Failures by a hash of what was tried (name, factor), so that the unknown name waits just as long as the known.
create table hub.lockout (
    subject  bytea       primary key,
    failures int         not null,
    until    timestamptz not null
);
-- The reporter's 16 digits or own word, as a keyed hash; leads to the plain status.
create table hub.receipt (
    org_id       uuid        not null references hub.organisation,
    receipt_hash bytea       not null,
    intake_id    uuid        not null,
    created_at   timestamptz not null default now(),
    primary key (org_id, receipt_hash)
);
-- Everything that leaves: a template's name, a code and a path; never content. Ends sent, bounced or dead.
create table hub.outbox (
    id         uuid        primary key,
    org_id     uuid        not null references hub.organisation,
    to_login   uuid        not null references hub.login,
    template   text        not null,
    code       text        not null default '',
    path       text        not null default '/today',
    state      text        not null default 'waiting' check (state in ('waiting', 'sent', 'bounced', 'dead')),
    attempts   int         not null default 0,
    next_at    timestamptz not null default now(),
    created_at timestamptz not null default now(),
    ended_at   timestamptz,
    fault      text,
    settled_at timestamptz                           -- a dead one was dealt with
);
create index outbox_waiting on hub.outbox (next_at) where state = 'waiting';
create index outbox_dead on hub.outbox (org_id) where state in ('dead', 'bounced') and settled_at is null;
create table hub.job (
    name     text        primary key,
    ran_at   timestamptz not null,
    outcome  text        not null
);
