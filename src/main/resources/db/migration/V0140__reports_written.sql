-- When a deed was first written down: how long after it happened, a worker's lag, is read by this and not by its day.
create index fact_written on facts.fact (org_id, recorded_at) where kind = 'activity_done' and replaces is null;
