-- Whoever stood at the counter for a line in the register was not asked how to be reached: that is not a wish to be left alone.
alter table haki.intake
    drop constraint intake_reach_check,
    add constraint intake_reach_check check (reach in ('call', 'none', 'not_asked'));
