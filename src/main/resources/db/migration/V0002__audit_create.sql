-- The trail: one chain per organisation. Nobody may write it but through append_audit, nobody may change it at all.
create table haki.audit_head (
    org_id uuid   primary key,
    seq    bigint not null,
    hash   bytea  not null
);
create table haki.audit_entry (
    org_id     uuid        not null,
    seq        bigint      not null,
    at         timestamptz not null,
    actor_kind text        not null,
    person_id  uuid,
    session_id uuid,
    request_id text,
    address    text,
    act        text        not null,
    object_id  uuid,
    details    text        not null default '',
    outcome    text        not null,
    prev_hash  bytea       not null,
    hash       bytea       not null,
    primary key (org_id, seq)
);
create index audit_entry_object on haki.audit_entry (org_id, object_id, seq) where object_id is not null;
-- Which cases an entry showed or touched, so that "who opened this case" finds lists as well.
create table haki.audit_subject (
    org_id  uuid   not null,
    seq     bigint not null,
    case_id uuid   not null,
    primary key (org_id, seq, case_id)
);
create index audit_subject_case on haki.audit_subject (org_id, case_id, seq);

do $$
declare t text;
begin
    foreach t in array array['haki.audit_head', 'haki.audit_entry', 'haki.audit_subject'] loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy staff on %s for select to haki_app using (org_id = (select haki.org()))', t);
        execute format('create policy writer on %s to haki_owner using (org_id = (select haki.org())) '
                       'with check (org_id = (select haki.org()))', t);
    end loop;
end $$;
grant select on haki.audit_head, haki.audit_entry, haki.audit_subject to haki_app;

-- One field of an entry's canonical form: its length in bytes, a colon, its bytes; '-' for none.
create function haki.audit_field(value text) returns text language sql immutable
    return coalesce(octet_length(value) || ':' || value, '-');

-- Appends entries to the chain of the organisation at work. Each: actor_kind, person_id, session_id, request_id,
-- address, act, object_id, details, outcome. The subjects go with the first entry, and into its hash in order. hash =
-- SHA-256 of the hash before and the canonical form, under the tag haki/audit/v1 (AuditChain.java computes the same).
-- Whoever waits longer than two seconds for the end of the chain is refused, rather than shown something unnoted.
create function haki.append_audit(entries jsonb, subjects uuid[]) returns bigint
    language plpgsql security definer set search_path = haki, pg_temp set lock_timeout = '2s' as $$
declare
    head   haki.audit_head;
    entry  jsonb;
    first  bigint;
    shown  text := (select string_agg(id::text, ',' order by id) from (select distinct unnest(subjects) as id) s);
    moment timestamptz;
    digest bytea;
begin
    insert into haki.audit_head (org_id, seq, hash) values (haki.org(), 0, sha256('haki/audit/v1'))
        on conflict (org_id) do nothing;
    select * into strict head from haki.audit_head where org_id = haki.org() for update;
    first := head.seq + 1;
    moment := clock_timestamp();
    for entry in select * from jsonb_array_elements(entries) loop
        head.seq := head.seq + 1;
        digest := sha256(head.hash || convert_to(
            haki.audit_field('haki/audit/v1') || haki.audit_field(head.org_id::text) || haki.audit_field(head.seq::text)
            || haki.audit_field(((extract(epoch from moment) * 1000000)::bigint)::text)
            || haki.audit_field(entry->>'actor_kind') || haki.audit_field(entry->>'person_id')
            || haki.audit_field(entry->>'session_id') || haki.audit_field(entry->>'request_id')
            || haki.audit_field(entry->>'address') || haki.audit_field(entry->>'act')
            || haki.audit_field(entry->>'object_id') || haki.audit_field(entry->>'details')
            || haki.audit_field(entry->>'outcome')
            || haki.audit_field(case when head.seq = first then shown end), 'UTF8'));
        insert into haki.audit_entry values (head.org_id, head.seq, moment, entry->>'actor_kind',
            (entry->>'person_id')::uuid, (entry->>'session_id')::uuid, entry->>'request_id', entry->>'address',
            entry->>'act', (entry->>'object_id')::uuid, entry->>'details', entry->>'outcome', head.hash, digest);
        head.hash := digest;
    end loop;
    insert into haki.audit_subject select distinct head.org_id, first, unnest(subjects);
    update haki.audit_head set seq = head.seq, hash = head.hash where org_id = head.org_id;
    return head.seq;
end $$;
grant execute on function haki.append_audit(jsonb, uuid[]) to haki_app, haki_public;

create function haki.audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;
create trigger audit_stays before update or delete or truncate on haki.audit_entry
    for each statement execute function haki.audit_stays();
create trigger audit_stays before update or delete or truncate on haki.audit_subject
    for each statement execute function haki.audit_stays();
