-- Who asked to join is not remembered for longer than a year: decided requests, and those that a machine seems to have
-- sent and nobody decided. Called every night beside hub.clear_leftovers.
create function hub.clear_join_requests(before timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.join_request where decided_at < before or (suspect and state = 'waiting' and came_at < before)
$$;
grant execute on function hub.clear_join_requests(timestamptz) to haki_app;
