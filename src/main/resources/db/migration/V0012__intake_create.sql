-- First contact by any channel, and what became of it. The words, the place, the numbers are sealed.
create table haki.intake (
    org_id       uuid        not null,
    id           uuid        not null,
    code         text        not null,
    office_id    uuid        not null,
    op_id        uuid        not null,
    key_id       uuid        not null,
    channel      text        not null check (channel in ('web', 'phone', 'walk_in', 'sms', 'email', 'voice', 'letter')),
    language     text        not null default 'en',
    received_at  timestamptz not null,
    recorded_at  timestamptz not null default now(),
    recorded_by  uuid,                                -- null: the reporter herself
    urgency      text        not null check (urgency in ('emergency', 'urgent', 'normal')),
    about        text        not null check (about in ('me', 'other', 'unknown')),
    age_group    text        not null check (age_group in ('child', 'adult', 'unknown')),
    reach        text        not null check (reach in ('call', 'none')),
    sealed       bytea       not null,                -- Account.java
    answer       bytea,                               -- sealed: what the reporter reads at her status
    quarantined  boolean     not null default false,  -- came over the cap without proof of work
    state        text        not null default 'received'
                 check (state in ('received', 'call_back', 'not_a_case', 'declined', 'attached', 'consulted', 'accepted')),
    claimed_by   uuid,
    claimed_until timestamptz,
    decided_at   timestamptz,
    decided_by   uuid,
    reason       text        not null default '',
    case_id      uuid,
    erase_due    date,
    version      int         not null default 1,
    primary key (org_id, id),
    unique (org_id, code),
    unique (org_id, op_id)
);
create index intake_queue on haki.intake (org_id, office_id, urgency, received_at, id) where state in ('received', 'call_back');
create index intake_list on haki.intake (org_id, office_id, state, received_at desc, id desc);
create index intake_erase on haki.intake (org_id, erase_due) where erase_due is not null;
alter table haki.intake enable row level security;
alter table haki.intake force row level security;
create policy staff on haki.intake to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.intake_offices())::uuid[]))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.intake_offices())::uuid[]));
create policy hands_in on haki.intake for insert to haki_public
    with check (org_id = (select haki.org()) and state = 'received' and case_id is null);
grant select, insert, update on haki.intake to haki_app;
grant insert on haki.intake to haki_public;

-- Call-backs: planned, then logged.
create table haki.intake_attempt (
    org_id      uuid        not null,
    id          uuid        not null,
    intake_id   uuid        not null,
    planned_for timestamptz not null,
    assignee_id uuid,
    done_at     timestamptz,
    done_by     uuid,
    outcome     text        not null default '',
    note        bytea,                                -- sealed
    primary key (org_id, id),
    foreign key (org_id, intake_id) references haki.intake (org_id, id)
);
create index intake_attempt_intake on haki.intake_attempt (org_id, intake_id, planned_for);
create index intake_attempt_assignee on haki.intake_attempt (org_id, assignee_id, planned_for) where done_at is null;
alter table haki.intake_attempt enable row level security;
alter table haki.intake_attempt force row level security;
create policy staff on haki.intake_attempt to haki_app
    using (org_id = (select haki.org()) and exists (select 1 from haki.intake i
           where i.org_id = haki.intake_attempt.org_id and i.id = haki.intake_attempt.intake_id))
    with check (org_id = (select haki.org()) and exists (select 1 from haki.intake i
           where i.org_id = haki.intake_attempt.org_id and i.id = haki.intake_attempt.intake_id));
grant select, insert, update on haki.intake_attempt to haki_app;
