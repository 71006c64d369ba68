-- The list of cases costs the same however many there are: it is read in its own order from an index, a page at a time,
-- and no more than the first thousand are counted.
create index case_file_touched on haki.case_file (org_id, status, touched_at desc, id desc);
create index case_file_queue on haki.case_file (org_id, status, touched_at desc, id desc) where owner_id is null;

-- The cases after this place, the latest word first; with the rights of whoever asks. Three ways to the same rows, each
-- along its index: by owner; by office, where only a few are looked at; else by organisation.
create function haki.cases_after(statuses text[], owners uuid[], nobodys boolean, offices uuid[], of_type text, at_stage text,
        how_urgent text, only_fenced boolean, after_at timestamptz, after_id uuid, at_most int) returns setof haki.case_file
    language plpgsql stable set search_path = haki, pg_temp as $$
begin
    if owners is not null then
        return query
            select c.* from unnest(statuses) s cross join unnest(owners) o cross join lateral (
                select * from haki.case_file f where f.org_id = haki.org() and f.owner_id = o and f.status = s
                    and (offices is null or f.office_id = any (offices)) and (of_type = '' or f.case_type = of_type)
                    and (at_stage = '' or f.stage = at_stage)
                    and (how_urgent = '' or f.urgency = how_urgent) and (not only_fenced or f.fenced)
                    and (f.touched_at, f.id) < (after_at, after_id)
                order by f.touched_at desc, f.id desc limit at_most) c
            union all
            select c.* from unnest(statuses) s cross join lateral (
                select * from haki.case_file f where nobodys and f.org_id = haki.org() and f.owner_id is null and f.status = s
                    and (offices is null or f.office_id = any (offices)) and (of_type = '' or f.case_type = of_type)
                    and (at_stage = '' or f.stage = at_stage)
                    and (how_urgent = '' or f.urgency = how_urgent) and (not only_fenced or f.fenced)
                    and (f.touched_at, f.id) < (after_at, after_id)
                order by f.touched_at desc, f.id desc limit at_most) c
            order by touched_at desc, id desc limit at_most;
    elsif offices is not null or cardinality(haki.case_offices()) <= 4 then
        return query
            select c.* from unnest(statuses) s cross join unnest(coalesce(offices, haki.case_offices())) o cross join lateral (
                select * from haki.case_file f where f.org_id = haki.org() and f.office_id = o and f.status = s
                    and (of_type = '' or f.case_type = of_type)
                    and (at_stage = '' or f.stage = at_stage)
                    and (how_urgent = '' or f.urgency = how_urgent) and (not only_fenced or f.fenced)
                    and (f.touched_at, f.id) < (after_at, after_id)
                order by f.touched_at desc, f.id desc limit at_most) c
            order by c.touched_at desc, c.id desc limit at_most;
    else
        return query
            select c.* from unnest(statuses) s cross join lateral (
                select * from haki.case_file f where f.org_id = haki.org() and f.status = s
                    and (of_type = '' or f.case_type = of_type)
                    and (at_stage = '' or f.stage = at_stage)
                    and (how_urgent = '' or f.urgency = how_urgent) and (not only_fenced or f.fenced)
                    and (f.touched_at, f.id) < (after_at, after_id)
                order by f.touched_at desc, f.id desc limit at_most) c
            order by c.touched_at desc, c.id desc limit at_most;
    end if;
end $$;
grant execute on function haki.cases_after(text[], uuid[], boolean, uuid[], text, text, text, boolean, timestamptz, uuid, int) to haki_app;
