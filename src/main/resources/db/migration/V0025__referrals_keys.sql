-- The keys that the guest at work may use: all that were lent while the window is open; else the one key of what the
-- receiver recorded. Between the end of a consent and the night that ends its window the case's key was answered too.
create or replace function hub.window_wraps(keys uuid[]) returns table (key_id uuid, org_id uuid, version int, wrapped bytea)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select x.key_id, x.org_id, x.version, x.wrapped from hub.window_wrap x join hub.case_window w on w.id = x.window_id
    where (w.id = haki.window_open() or w.id = haki.window_own() and x.key_id = w.own_key_id) and x.key_id = any (keys)
$$;
