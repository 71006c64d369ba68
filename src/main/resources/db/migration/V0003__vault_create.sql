-- Keys, their wraps, and search tokens. Every ciphertext elsewhere names its key here.
create table hub.installation (
    only_one   boolean     primary key default true check (only_one),
    key_check  bytea       not null,               -- proves that the root key in HAKI_KEYS is the right one
    created_at timestamptz not null default now()
);
-- An organisation's own keys, each wrapped by the root key: 'data' wraps keys, 'search' makes tokens, 'box' is X25519.
create table hub.org_key (
    org_id     uuid        not null,
    purpose    text        not null check (purpose in ('data', 'search', 'box')),
    version    int         not null,
    wrapped    bytea       not null,
    public_key bytea,
    created_at timestamptz not null default now(),
    primary key (org_id, purpose, version)
);
create table vault.key (
    org_id     uuid        not null,
    id         uuid        not null,
    kind       text        not null check (kind in ('person', 'case', 'window')),
    created_at timestamptz not null default now(),
    primary key (org_id, id)
);
-- One wrap for each organisation that may read; destroying is deleting wraps.
create table vault.key_wrap (
    org_id  uuid  not null,
    key_id  uuid  not null,
    version int   not null,                         -- of the organisation's 'data' key
    wrapped bytea not null,
    primary key (org_id, key_id)
);
-- HMAC tokens, equality only. A subject is a person or an intake.
create table vault.search_token (
    org_id     uuid   not null,
    token      bigint not null,
    subject_id uuid   not null,
    kind       text   not null check (kind in ('person', 'intake')),
    version    int    not null,
    primary key (org_id, token, subject_id)
);
create index search_token_subject on vault.search_token (org_id, subject_id);
call haki.guard_by_org('vault.key');
call haki.guard_by_org('vault.key_wrap');
call haki.guard_by_org('vault.search_token');
create policy hands_in on vault.key for insert to haki_public with check (org_id = (select haki.org()));
create policy hands_in on vault.key_wrap for insert to haki_public with check (org_id = (select haki.org()));
create policy hands_in on vault.search_token for insert to haki_public with check (org_id = (select haki.org()));
grant select, insert, delete on vault.key, vault.search_token to haki_app;
grant select, insert, update, delete on vault.key_wrap to haki_app;
grant insert on vault.key, vault.key_wrap, vault.search_token to haki_public;
