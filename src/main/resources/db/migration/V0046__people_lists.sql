-- The register is read in its own order, a page at a time, and no more than the first thousand are counted.
create index person_newest on vault.person (org_id, created_at desc, id desc);

-- The people after this place, the newest first; with the rights of whoever asks.
create function vault.people_after(after_at timestamptz, after_id uuid, at_most int) returns setof vault.person
    language plpgsql stable set search_path = vault, pg_temp as $$
begin
    if cardinality(haki.case_offices()) <= 4 then
        return query
            select p.* from unnest(haki.case_offices()) o cross join lateral (
                select * from vault.person q where q.org_id = haki.org() and q.office_id = o
                    and (q.created_at, q.id) < (after_at, after_id)
                order by q.created_at desc, q.id desc limit at_most) p
            order by p.created_at desc, p.id desc limit at_most;
    else
        return query
            select * from vault.person q where q.org_id = haki.org() and (q.created_at, q.id) < (after_at, after_id)
            order by q.created_at desc, q.id desc limit at_most;
    end if;
end $$;
grant execute on function vault.people_after(timestamptz, uuid, int) to haki_app;
