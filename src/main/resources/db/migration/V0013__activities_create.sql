-- What is planned, by when, after what; what was done. Overdue and blocked are never stored.
create table haki.activity (
    org_id      uuid        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    by_org      uuid        not null default haki.org(),
    kind        text        not null check (kind in ('task', 'call', 'visit', 'service', 'appointment', 'deadline', 'followup', 'review')),
    state       text        not null check (state in ('planned', 'done', 'missed', 'cancelled')),
    sealed      bytea       not null,                 -- title, place, what happened: ActivityWords.java
    due_on      date,                                 -- in the office's zone
    due_at      timestamptz,                          -- when an hour was set
    hard        boolean     not null default false,
    required    boolean     not null default false,
    assignee_id uuid,
    service     text        not null default '',      -- which service was given
    result      text        not null default '',
    reason      text        not null default '',      -- why missed, cancelled, or done out of order
    done_at     timestamptz,
    done_by     uuid,
    recorded_at timestamptz,                          -- when it was written down that it was done
    grown_from  uuid,                                 -- the activity it was planned from within
    moved_from  uuid,
    created_at  timestamptz not null default now(),
    created_by  uuid,
    reminded_on date,
    version     int         not null default 1,
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    check (state <> 'done' or (done_at is not null and done_by is not null and recorded_at is not null and done_at <= recorded_at)),
    check (state not in ('missed', 'cancelled') or reason <> ''),
    check (state <> 'missed' or (kind in ('appointment', 'deadline') and due_on is not null))
);
create index activity_case on haki.activity (org_id, case_id, state, due_on);
create index activity_mine on haki.activity (org_id, assignee_id, due_on, id) where state = 'planned';
create index activity_done_by on haki.activity (org_id, done_by, done_at) where state = 'done';
create index activity_due on haki.activity (org_id, due_on) where state = 'planned';
call haki.guard_by_case('haki.activity');
grant select, insert, update on haki.activity to haki_app;

create table haki.activity_order (
    org_id    uuid not null,
    before_id uuid not null,
    after_id  uuid not null,
    primary key (org_id, before_id, after_id),
    foreign key (org_id, before_id) references haki.activity (org_id, id),
    foreign key (org_id, after_id) references haki.activity (org_id, id)
);
create index activity_order_after on haki.activity_order (org_id, after_id);
call haki.guard_by_org('haki.activity_order');
grant select, insert, delete on haki.activity_order to haki_app;

-- Every change of a due date: what it was before, and why.
create table haki.activity_move (
    org_id      uuid        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    activity_id uuid        not null,
    due_on      date,                                 -- the old date
    due_at      timestamptz,
    reason      text        not null default '',
    by_person   uuid        not null,
    at          timestamptz not null default now(),
    primary key (org_id, id),
    foreign key (org_id, activity_id) references haki.activity (org_id, id)
);
create index activity_move_activity on haki.activity_move (org_id, activity_id, at);
call haki.guard_by_case('haki.activity_move');
grant select, insert on haki.activity_move to haki_app;
