-- Keys, their wraps, and search tokens. Every ciphertext elsewhere names its key here.
create table hub.installation (
    only_one   boolean     primary key default true check (only_one),
    key_check  bytea       not null,               -- proves that the root key in HAKI_KEYS is the right one
    created_at timestamptz not null default now()
);
-- An organisation's own keys, each wrapped by the root key: 'data' wraps keys, 'search' makes tokens, 'box' is X25519,
-- 'own' seals what belongs to no client (a second factor's seed, a draft) and hashes receipts.
create table hub.org_key (
    org_id     uuid        not null,
    purpose    text        not null check (purpose in ('data', 'search', 'box', 'own')),
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
-- One wrap for each organisation that may read; destroying is deleting wraps. An organisation's key stays while a wrap
-- needs it.
create table vault.key_wrap (
    org_id  uuid  not null,
    key_id  uuid  not null,
    version int   not null,                         -- of the organisation's 'data' key
    purpose text  not null default 'data' check (purpose = 'data'),
    wrapped bytea not null,
    primary key (org_id, key_id),
    foreign key (org_id, purpose, version) references hub.org_key (org_id, purpose, version)
);
-- HMAC tokens, equality only. A subject (a person or an intake) has a token for each word of its names and for the end
-- of each telephone number.
create table vault.search_token (
    org_id     uuid   not null,
    token      bigint not null,
    subject_id uuid   not null,
    kind       text   not null check (kind in ('person', 'intake')),
    version    int    not null,                     -- of the organisation's 'search' key
    primary key (org_id, token, subject_id)
);
create index search_token_subject on vault.search_token (org_id, subject_id);
-- The other forms of a word: one letter left out, its beginnings, its sound. Kept once for all who bear the word.
create table vault.search_form (
    org_id  uuid   not null,
    form    bigint not null,
    token   bigint not null,
    version int    not null,
    primary key (org_id, form, token)
);
create index search_form_token on vault.search_form (org_id, token);
call haki.guard_by_org('vault.key');
call haki.guard_by_org('vault.key_wrap');
call haki.guard_by_org('vault.search_token');
call haki.guard_by_org('vault.search_form');
create policy hands_in on vault.key for insert to haki_public with check (org_id = (select haki.org()));
create policy hands_in on vault.key_wrap for insert to haki_public with check (org_id = (select haki.org()));
create policy hands_in on vault.search_token for insert to haki_public with check (org_id = (select haki.org()));
create policy hands_in on vault.search_form for insert to haki_public with check (org_id = (select haki.org()));
grant select, insert, delete on vault.key, vault.search_token, vault.search_form to haki_app;
grant select, insert, update, delete on vault.key_wrap to haki_app;
grant insert on vault.key, vault.key_wrap, vault.search_token, vault.search_form to haki_public;
