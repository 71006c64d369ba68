-- Closings that are checked by sample: what was drawn stays with the proposal, and one that was not drawn closes with a row
-- that says so.
alter table haki.case_closure
    add column draw text check (draw in ('new_worker', 'chance', 'not_drawn'));   -- null: nothing is drawn, it is always checked
alter table haki.case_verification
    drop constraint case_verification_result_check,
    add constraint case_verification_result_check check (
        result in ('confirmed', 'partly', 'disputed', 'unreachable', 'declined', 'waived', 'transferred', 'not_drawn')
        and (by_person is not null or result in ('transferred', 'not_drawn')));
