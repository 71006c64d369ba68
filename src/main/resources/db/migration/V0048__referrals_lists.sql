-- What was shared is read in its own order, each state along the index: what ended long ago costs nothing.
create or replace function hub.windows_to(states text[], after_at timestamptz, after_id uuid, at_most int) returns setof hub.case_window
    language sql stable security definer set search_path = hub, pg_temp as $$
    select one.* from unnest(states) s cross join lateral (
        select w.* from hub.case_window w
        where w.to_org = haki.org() and haki.window() is null and w.state = s and (w.respond_by, w.id) > (after_at, after_id)
        order by w.respond_by, w.id limit at_most) one
    order by one.respond_by, one.id limit at_most
$$;
