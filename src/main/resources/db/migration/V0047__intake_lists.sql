-- The queue is read in its own order: those of a state, the most urgent first, then the oldest.
create index intake_rank on haki.intake
        (org_id, state, quarantined, (case urgency when 'emergency' then 0 when 'urgent' then 1 else 2 end), received_at, id)
    where state in ('received', 'call_back');
create index intake_quarantine on haki.intake (org_id) where quarantined and state in ('received', 'call_back');
