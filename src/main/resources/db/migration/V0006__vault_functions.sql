-- The only ways to the root key's check value and to the organisations' keys, which are useless without the root key.

create function hub.key_check() returns bytea
    language sql stable security definer set search_path = hub, pg_temp
    return (select key_check from hub.installation);

-- Born once: whoever comes second gets what the first one left.
create function hub.key_check_born(fresh bytea) returns bytea
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    insert into hub.installation (key_check) values (fresh) on conflict do nothing;
    return hub.key_check();
end $$;

create function hub.org_keys(org uuid)
    returns table (org_id uuid, purpose text, version int, wrapped bytea, public_key bytea)
    language sql stable security definer set search_path = hub, pg_temp
begin atomic
    select k.org_id, k.purpose, k.version, k.wrapped, k.public_key from hub.org_key k where k.org_id = org_keys.org;
end;

create function hub.every_org_key()
    returns table (org_id uuid, purpose text, version int, wrapped bytea, public_key bytea)
    language sql stable security definer set search_path = hub, pg_temp
begin atomic
    select k.org_id, k.purpose, k.version, k.wrapped, k.public_key from hub.org_key k
    order by k.org_id, k.purpose, k.version;
end;

-- Refuses a key that was wrapped by another root key than today's; waits for a change of the root key to end.
create function hub.org_key_add(org uuid, purpose text, version int, wrapped bytea, public_key bytea, root_check bytea)
    returns void language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    perform from hub.installation i where i.key_check = root_check for share;
    if not found then
        raise exception 'wrapped by another root key';
    end if;
    insert into hub.org_key values (org, purpose, version, wrapped, public_key);
end $$;

create function hub.org_key_rewrap(org uuid, key_purpose text, key_version int, fresh bytea) returns void
    language sql security definer set search_path = hub, pg_temp
begin atomic
    update hub.org_key k set wrapped = fresh
    where k.org_id = org and k.purpose = key_purpose and k.version = key_version;
end;

-- The first statement of a change of the root key; everything else waits for its end.
create function hub.key_check_change(before bytea, fresh bytea) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update hub.installation set key_check = fresh where key_check = before;
    return found;
end $$;

-- Removes a key that a newer one replaced an hour ago or longer: by then every running Haki has noticed.
create function hub.org_key_retire(org uuid, key_purpose text, key_version int) returns boolean
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    delete from hub.org_key k
    where k.org_id = org and k.purpose = key_purpose and k.version = key_version
      and key_purpose in ('data', 'search')
      and exists (select from hub.org_key newer where newer.org_id = org and newer.purpose = key_purpose
                  and newer.version > key_version and newer.created_at < now() - interval '1 hour');
    return found;
end $$;

grant execute on function hub.key_check(), hub.key_check_born(bytea), hub.org_keys(uuid), hub.every_org_key(),
    hub.org_key_add(uuid, text, int, bytea, bytea, bytea), hub.org_key_rewrap(uuid, text, int, bytea),
    hub.key_check_change(bytea, bytea), hub.org_key_retire(uuid, text, int) to haki_app;
grant execute on function hub.org_keys(uuid) to haki_public;
