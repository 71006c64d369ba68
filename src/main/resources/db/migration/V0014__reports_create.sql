-- Facts: countable deeds without identity, versions only appended; the link to the thing dies when it is erased.
create table facts.fact (
    org_id      uuid        not null,
    id          uuid        not null,
    ref         uuid        not null,                 -- random; facts of one case share it
    item        uuid        not null,                 -- random; what one activity was told to be, and what it became
    kind        text        not null,                 -- FactKind.java; 'withdrawn' where it was taken back
    on_day      date        not null,                 -- in the organisation's zone
    recorded_at timestamptz not null default now(),
    office_id   uuid        not null,
    case_type   text        not null default '',
    channel     text        not null default '',
    urgency     text        not null default '',
    stage       text        not null default '',
    outcome     text        not null default '',
    reason      text        not null default '',
    service     text        not null default '',
    result      text        not null default '',
    age_group   text        not null default '',
    sex         text        not null default '',
    person_id   uuid,                                 -- the member of staff whose deed it was
    days        int,                                  -- since the case or intake was received
    minutes     bigint,                               -- the same, where hours matter
    in_time     boolean,
    countable   boolean     not null default true,    -- false where consent to reporting was not given
    replaces    uuid,
    primary key (org_id, id)
);
create index fact_period on facts.fact (org_id, kind, on_day);
create index fact_ref on facts.fact (org_id, ref);
create unique index fact_replaced_once on facts.fact (org_id, replaces) where replaces is not null;
create table facts.link (
    org_id    uuid not null,
    ref       uuid not null,
    object_id uuid not null,                          -- case, intake or activity
    primary key (org_id, object_id)
);
call haki.guard_by_org('facts.fact');
call haki.guard_by_org('facts.link');
create policy reads on facts.fact for select to haki_reports using (org_id = (select haki.org()));
create policy hands_in on facts.fact for insert to haki_public with check (org_id = (select haki.org()));
create policy hands_in on facts.link for insert to haki_public with check (org_id = (select haki.org()));
grant usage on schema facts to haki_public;
grant insert on facts.fact to haki_app, haki_public;
grant select, insert, delete on facts.link to haki_app;
grant insert on facts.link to haki_public;
grant select on facts.fact to haki_reports;
