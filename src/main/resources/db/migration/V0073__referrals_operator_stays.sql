-- Whoever accepted a fenced case as an operator can answer the mother who calls: until a lead that was asked has answered,
-- and for fourteen days from the lead's acceptance, not from that of the case. Who left the team, or whose days were over
-- before a lead was asked, stays out.
create policy operator_stays on haki.case_team for update to haki_owner
    using (org_id = (select haki.org()) and role = 'operator') with check (org_id = (select haki.org()) and role = 'operator');
create function hub.operator_stays() returns trigger
    language plpgsql security definer set search_path = hub, pg_temp as $$
begin
    update haki.case_team t
    set until = case new.state when 'accepted' then now() + interval '14 days' else greatest(t.until, new.respond_by) end
    where t.org_id = new.owner_org and t.org_id = haki.org() and t.case_id = new.case_id and t.role = 'operator' and t.until > now();
    return new;
end $$;
create trigger operator_stays after insert or update of state, respond_by on hub.case_window
    for each row when (new.kind = 'lead' and new.state in ('sent', 'accepted')) execute function hub.operator_stays();
