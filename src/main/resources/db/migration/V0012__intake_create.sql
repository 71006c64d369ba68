-- First contact by any channel, and what became of it. The words, the place, the numbers are sealed.
create table haki.intake (
    org_id       uuid        not null,
    id           uuid        not null,
    code         text        not null,
    office_id    uuid        not null,
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
    sealed       bytea,                               -- Account.java; null once erased
    answer       bytea,                               -- sealed: what the reporter reads at her status
    number_print bigint,                              -- keyed hash of the number: how often it called before
    words_print  bigint,                              -- keyed hash of the words: who else sent the same
    quarantined  boolean     not null default false,  -- came over the cap without proof of work
    state        text        not null default 'received'
                 check (state in ('received', 'call_back', 'not_a_case', 'declined', 'attached', 'consulted', 'accepted')),
    claimed_by   uuid,
    claimed_until timestamptz,
    decided_at   timestamptz,
    decided_by   uuid,
    decision_id  uuid,                                -- those decided at once share it, and are undone at once
    reason       text        not null default '',
    told         text        not null default '',     -- what a person we declined was told: a key
    case_id      uuid,
    told_again_at timestamptz,                        -- an emergency that nobody had opened
    erase_due    date,
    erased_at    timestamptz,
    version      int         not null default 1,
    primary key (org_id, id),
    unique (org_id, code),
    check ((decided_at is null) = (state in ('received', 'call_back')))
);
create index intake_queue on haki.intake (org_id, office_id, received_at, id) where state in ('received', 'call_back');
create index intake_decided on haki.intake (org_id, decided_at desc, id desc) where decided_at is not null;
create index intake_decision on haki.intake (org_id, decision_id) where decision_id is not null;
create index intake_number on haki.intake (org_id, number_print) where number_print is not null;
create index intake_words on haki.intake (org_id, words_print) where words_print is not null;
create index intake_case on haki.intake (org_id, case_id) where case_id is not null;
create index intake_erase on haki.intake (org_id, erase_due) where erase_due is not null;
alter table haki.intake enable row level security;
alter table haki.intake force row level security;
create policy staff on haki.intake to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.intake_offices())::uuid[]))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.intake_offices())::uuid[]));
create policy hands_in on haki.intake for insert to haki_public
    with check (org_id = (select haki.org()) and state = 'received' and case_id is null);
-- A caseworker types in what she was told, and does not see the queue.
create policy takes on haki.intake for insert to haki_app
    with check (org_id = (select haki.org()) and recorded_by = (select haki.person()) and state = 'received' and case_id is null);
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
    outcome     text        not null default ''
                check (outcome in ('', 'spoke', 'no_answer', 'another_voice', 'wrong_number')),
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

-- Advice given once, without a case.
create table haki.intake_consult (
    org_id    uuid        not null,
    id        uuid        not null,
    intake_id uuid        not null,
    topic     text        not null,
    service   text        not null,                   -- the service level: a key of the case type
    sex       text        not null,
    age_group text        not null,
    advice    bytea,                                  -- sealed; null once erased
    at        timestamptz not null,
    by_person uuid        not null,
    primary key (org_id, id),
    foreign key (org_id, intake_id) references haki.intake (org_id, id)
);
create index intake_consult_intake on haki.intake_consult (org_id, intake_id);
alter table haki.intake_consult enable row level security;
alter table haki.intake_consult force row level security;
create policy staff on haki.intake_consult to haki_app
    using (org_id = (select haki.org()) and exists (select 1 from haki.intake i
           where i.org_id = haki.intake_consult.org_id and i.id = haki.intake_consult.intake_id))
    with check (org_id = (select haki.org()) and exists (select 1 from haki.intake i
           where i.org_id = haki.intake_consult.org_id and i.id = haki.intake_consult.intake_id));
grant select, insert, update on haki.intake_consult to haki_app;
