-- The lists that an organisation keeps for its forms: the institutions it deals with, the places it works in. No client stands here.
create table haki.list_entry (
    org_id     uuid        not null,
    id         uuid        not null,
    list       text        not null check (list in ('institution', 'place')),
    name       text        not null,
    kind       text        not null default '',     -- of an institution: KeepEntry.KINDS
    code       text        not null default '',     -- of a place: as the country's statistics know it
    parent_id  uuid,                                -- the entry of the same list that it is part of, or lies in
    place_id   uuid,                                -- where an institution is
    by_person  uuid,
    changed_at timestamptz not null,
    retired_at timestamptz,                         -- no longer offered; old answers keep its name
    version    int         not null default 1,
    primary key (org_id, id),
    foreign key (org_id, parent_id) references haki.list_entry (org_id, id),
    foreign key (org_id, place_id) references haki.list_entry (org_id, id)
);
create index list_entry_name on haki.list_entry (org_id, list, lower(name), id);
call haki.guard_by_org('haki.list_entry');
grant select, insert, update on haki.list_entry to haki_app;
