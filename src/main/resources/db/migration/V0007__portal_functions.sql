-- The receipt of a report, its digits or her own word, is kept as a keyed hash and reached by these functions only.

-- Keeps a receipt for an intake of the organisation at work. 'new'; 'again' where this very report was handed in up to
-- a quarter of an hour ago, 'late' where longer ago; 'taken' where the receipt belongs to another.
create function hub.keep_receipt(hash bytea, intake uuid) returns text
    language plpgsql security definer set search_path = hub, pg_temp as $$
declare
    kept hub.receipt;
begin
    insert into hub.receipt (org_id, receipt_hash, intake_id) values (haki.org(), hash, intake) on conflict do nothing;
    if found then
        return 'new';
    end if;
    select * into strict kept from hub.receipt r where r.org_id = haki.org() and r.receipt_hash = hash;
    return case when kept.intake_id <> intake then 'taken'
                when kept.created_at > now() - interval '15 minutes' then 'again'
                else 'late' end;
end $$;

-- The report to which one of these receipts belongs; each hash was made with the key of the organisation beside it.
create function hub.find_receipt(orgs uuid[], hashes bytea[]) returns table (org_id uuid, intake_id uuid)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select r.org_id, r.intake_id from unnest(orgs, hashes) as asked (org, hash)
        join hub.receipt r on r.org_id = asked.org and r.receipt_hash = asked.hash
$$;

create function hub.forget_receipts(intakes uuid[]) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.receipt where org_id = haki.org() and intake_id = any (intakes)
$$;

grant execute on function hub.keep_receipt(bytea, uuid), hub.find_receipt(uuid[], bytea[]) to haki_public;
grant execute on function hub.forget_receipts(uuid[]) to haki_app;
