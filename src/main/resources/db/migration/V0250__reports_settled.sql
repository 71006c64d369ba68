-- What counts: for whoever sees cases as it stands now, for readers of figures only as it stood a fortnight after each month (P31).
-- A month is looked at from the day after that on, so it is the same for them whenever they look, and no two looks tell of one deed.
create function facts.counts(settled boolean) returns setof facts.fact
    language sql stable as $$
    select f.* from facts.fact f
    where f.org_id = haki.org() and f.countable
      and (not settled or f.recorded_at < (date_trunc('month', f.on_day::timestamp) + interval '1 month 14 days') at time zone 'UTC')
      and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id
            and (not settled or n.recorded_at < (date_trunc('month', f.on_day::timestamp) + interval '1 month 14 days') at time zone 'UTC'))
$$;
grant execute on function facts.counts(boolean) to haki_reports;
