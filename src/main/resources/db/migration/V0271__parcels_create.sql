-- Paper that travels: a bundle of filled-in sheets, registered when it came, typed in by a clerk, signed off by somebody else.
-- A clerk sees no cases. She sees a parcel and what she types in from it until it is signed off, and then no longer.

-- The offices in which the actor types in what came on paper; set by Work beside the others.
create function haki.paper_offices() returns uuid[] language sql stable parallel safe
    return coalesce(nullif(current_setting('haki.paper_offices', true), ''), '{}')::uuid[];
revoke execute on function haki.paper_offices() from public;
grant execute on function haki.paper_offices() to haki_app;

create table haki.parcel (
    org_id        uuid        not null,
    id            uuid        not null,
    office_id     uuid        not null,
    number        int         not null check (number > 0),   -- short, written on the bundle; counted by office
    sender_id     uuid,                                      -- a worker; or
    sender_place  text        not null default '',           -- the name of a place, never of a person
    sent_on       date,
    came_on       date        not null,
    calendar      text        not null check (calendar in ('gregorian', 'bikram')),   -- in which days stand on its sheets
    registered_at timestamptz not null,
    registered_by uuid,
    signed_at     timestamptz,
    signed_by     uuid,
    version       int         not null default 1,
    primary key (org_id, id),
    unique (org_id, office_id, number),
    check ((sender_id is null) <> (sender_place = ''))
);
alter table haki.parcel enable row level security;
alter table haki.parcel force row level security;
create policy staff on haki.parcel to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[])
        and (signed_at is null or office_id = any ((select haki.case_offices())::uuid[])))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[])
        and (signed_at is null or office_id = any ((select haki.case_offices())::uuid[])));
create index parcel_newest on haki.parcel (org_id, office_id, number desc);
grant select, insert, update on haki.parcel to haki_app;

-- The last number that an office gave to a parcel: who sees only open ones must not give one twice.
create table haki.parcel_count (
    org_id    uuid not null,
    office_id uuid not null,
    last      int  not null,
    primary key (org_id, office_id)
);
-- A sheet of a parcel: expected, typed in, or not in the bundle after all. Its id is the id of the filled-in form that it becomes.
create table haki.parcel_sheet (
    org_id     uuid not null,
    parcel_id  uuid not null,
    sheet_id   uuid not null,
    office_id  uuid not null,
    survey_id  uuid not null,
    place      int  not null,                        -- in the queue
    number     int,                                  -- that the sender gave it
    code       text,                                 -- printed on it, as far as that is known
    state      text not null check (state in ('waiting', 'entered', 'missing')),
    entered_at timestamptz,
    entered_by uuid,
    written_by uuid,
    written_on date,
    primary key (org_id, parcel_id, sheet_id),
    unique (org_id, parcel_id, place),
    foreign key (org_id, parcel_id) references haki.parcel (org_id, id),
    foreign key (org_id, survey_id) references haki.survey (org_id, id)
);
create index parcel_sheet_sheet on haki.parcel_sheet (org_id, sheet_id);
-- What could not be read on a sheet, until the sheet is corrected: the question, never an answer. It goes with the filled-in form.
create table haki.parcel_query (
    org_id      uuid        not null,
    id          uuid        not null,
    parcel_id   uuid        not null,
    sheet_id    uuid        not null,
    office_id   uuid        not null,
    survey_id   uuid        not null,
    sender_id   uuid,                                -- of the parcel, which may be out of sight when the next one comes
    sender_place text       not null,
    number      int,
    code        text        not null,
    place       text        not null,                -- of the question in its form
    asked_at    timestamptz not null,
    answered_at timestamptz,
    primary key (org_id, id),
    foreign key (org_id, parcel_id) references haki.parcel (org_id, id),
    foreign key (org_id, sheet_id) references haki.survey_sheet (org_id, id) on delete cascade
);
create unique index parcel_query_open on haki.parcel_query (org_id, sheet_id, place) where answered_at is null;
create index parcel_query_parcel on haki.parcel_query (org_id, parcel_id);

do $$
declare t text;
begin
    foreach t in array array['parcel_count', 'parcel_query'] loop
        execute format('alter table haki.%s enable row level security', t);
        execute format('alter table haki.%s force row level security', t);
        execute format('create policy staff on haki.%s to haki_app '
                       'using (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[])) '
                       'with check (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[]))', t);
    end loop;
end $$;
-- A sheet is seen with its parcel.
alter table haki.parcel_sheet enable row level security;
alter table haki.parcel_sheet force row level security;
create policy staff on haki.parcel_sheet to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[])
        and exists (select 1 from haki.parcel p where p.org_id = parcel_sheet.org_id and p.id = parcel_sheet.parcel_id))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[])
        and exists (select 1 from haki.parcel p where p.org_id = parcel_sheet.org_id and p.id = parcel_sheet.parcel_id));
grant select, insert, update on haki.parcel_count, haki.parcel_sheet, haki.parcel_query to haki_app;

-- What is typed in from a parcel is seen by whoever types until the parcel is signed off, as long as it stands on no case.
create policy clerks on haki.survey_sheet to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[]) and case_id is null
        and exists (select 1 from haki.parcel_sheet s join haki.parcel p on p.org_id = s.org_id and p.id = s.parcel_id
                    where s.org_id = survey_sheet.org_id and s.sheet_id = survey_sheet.id and p.signed_at is null))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[]) and case_id is null
        and exists (select 1 from haki.parcel_sheet s join haki.parcel p on p.org_id = s.org_id and p.id = s.parcel_id
                    where s.org_id = survey_sheet.org_id and s.sheet_id = survey_sheet.id and p.signed_at is null));
do $$
declare t text;
begin
    foreach t in array array['survey_submission', 'survey_file'] loop
        execute format('create policy clerks on haki.%1$s to haki_app '
                       'using (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[]) and exists '
                       '(select 1 from haki.survey_sheet s where s.org_id = %1$s.org_id and s.id = %1$s.sheet_id)) '
                       'with check (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[]) and exists '
                       '(select 1 from haki.survey_sheet s where s.org_id = %1$s.org_id and s.id = %1$s.sheet_id))', t);
    end loop;
end $$;
