-- Stored documents: a picture of a signature, of a thumbprint. What is in them is sealed under the case's key, part by
-- part, and lies here so that one backup holds everything and one destroyed key ends everything.
create table haki.document (
    org_id     uuid        not null,
    id         uuid        not null,
    case_id    uuid        not null,
    key_id     uuid        not null,                  -- the case's
    kind       text        not null check (kind in ('signature', 'photo')),
    media_type text        not null check (media_type in ('image/jpeg', 'image/png')),
    size       int         not null check (size > 0),
    parts      int         not null check (parts between 1 and 16),
    added_at   timestamptz not null default now(),
    added_by   uuid,
    primary key (org_id, id),
    unique (org_id, case_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id)
);
call haki.guard_by_case('haki.document');
grant select, insert on haki.document to haki_app;

create table haki.document_part (
    org_id      uuid  not null,
    document_id uuid  not null,
    case_id     uuid  not null,
    no          int   not null check (no >= 1),
    sealed      bytea not null,
    primary key (org_id, document_id, no),
    foreign key (org_id, case_id, document_id) references haki.document (org_id, case_id, id)
);
call haki.guard_by_case('haki.document_part');
grant select, insert on haki.document_part to haki_app;
alter table haki.document_part alter column sealed set storage external;   -- what is sealed does not compress
