-- What a timeline planned by itself: which step of the case's type it is, and what its date was reckoned from.
alter table haki.activity
    add step      text    not null default '',        -- the step's key; '' for what somebody planned
    add step_row  text    not null default '',        -- the row of a repeat for which it was planned
    add step_turn int     not null default 0,         -- what repeats: which time it is
    add base_on   date,                               -- the day from which its date was reckoned
    add base_at   timestamptz,                        -- the moment, where the hour counts
    add by_hand   boolean not null default false,     -- somebody set the date: it is reckoned no more
    add survives  boolean not null default false;     -- may stay open when the case closes
-- Of each step, in each row, one is planned at a time.
create unique index activity_step on haki.activity (org_id, case_id, step, step_row) where state = 'planned' and step <> '';
