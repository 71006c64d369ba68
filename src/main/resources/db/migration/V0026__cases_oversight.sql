-- Who watches over cases without reading them, and break-glass: a supervisor opens a case that is kept to its team.

-- The offices in which the person at work holds one of these roles now.
create function haki.offices_as(roles text[]) returns uuid[]
    language sql stable security definer set search_path = haki, pg_temp as $$
    select coalesce(array_agg(distinct o.id), '{}') from hub.membership m
    join hub.login l on l.id = m.login_id
    join hub.office o on o.org_id = m.org_id and (m.office_id is null or m.office_id = o.id)
    where m.login_id = haki.person() and m.org_id = haki.org() and l.state = 'active' and m.role = any (roles) and hub.holds(m)
$$;
grant execute on function haki.offices_as(text[]) to haki_app;

-- What a supervisor, a data protection officer or an administrator may know of a case of her offices that she may not
-- read: where it is, whether it is kept to its team, and whether this colleague is on it. No row: there is none for her.
create function haki.case_known(of_code text, colleague uuid)
    returns table (id uuid, office_id uuid, status text, fenced boolean, on_team boolean)
    language sql stable security definer set search_path = haki, pg_temp as $$
    select f.id, f.office_id, f.status, f.fenced, exists (
        select 1 from haki.case_team t where t.org_id = f.org_id and t.case_id = f.id and t.person_id = colleague
           and (t.until is null or t.until > now()))
    from haki.case_file f
    where f.org_id = haki.org() and f.code = of_code and f.status <> 'purged'
      and f.office_id = any (haki.offices_as(array['supervisor', 'protection', 'administrator']))
$$;
grant execute on function haki.case_known(text, uuid) to haki_app;
-- The owner of the tables read its own rows only; team_cases() says itself whose it asks for.
drop policy own_rows on haki.case_team;
create policy known on haki.case_team for select to haki_owner using (org_id = (select haki.org()));

-- A case that was opened by break-glass: why, who was told, and who looked at it afterwards: never the same person.
create table haki.break_glass (
    org_id      uuid        not null,
    id          uuid        not null,
    case_id     uuid        not null,
    code        text        not null,
    office_id   uuid        not null,
    person_id   uuid        not null,                 -- hub.login
    at          timestamptz not null default now(),
    until       timestamptz not null,
    reason      text        not null check (reason in ('danger_now', 'team_away', 'deadline', 'authority')),
    told_id     uuid,                                 -- a colleague; null: nobody could be reached
    reviewed_by uuid,
    reviewed_at timestamptz,
    primary key (org_id, id),
    foreign key (org_id, case_id) references haki.case_file (org_id, id),
    check (until <= at + interval '60 minutes'),
    check (told_id <> person_id),
    check (reviewed_by <> person_id and (reviewed_by is null) = (reviewed_at is null))
);
create index break_glass_waits on haki.break_glass (org_id, at) where reviewed_by is null;
alter table haki.break_glass enable row level security;
alter table haki.break_glass force row level security;
create policy reviewers on haki.break_glass for select to haki_app
    using (org_id = (select haki.org())
           and office_id = any ((select haki.offices_as(array['supervisor', 'protection']))::uuid[]));
create policy review on haki.break_glass for update to haki_app
    using (org_id = (select haki.org()) and reviewed_by is null and person_id <> (select haki.person())
           and office_id = any ((select haki.offices_as(array['supervisor', 'protection']))::uuid[]))
    with check (org_id = (select haki.org()) and reviewed_by = (select haki.person()));
create policy broken on haki.break_glass for insert to haki_owner with check (org_id = (select haki.org()));
grant select, update (reviewed_by, reviewed_at) on haki.break_glass to haki_app;

-- Breaks the glass: 60 minutes on the team of a fenced case of an office in which the person at work is a supervisor.
-- Answers nothing where there is no such case for her, or where she is on its team already.
alter table haki.case_team
    drop constraint case_team_role_check,
    add constraint case_team_role_check
        check (role in ('owner', 'member', 'supervisor', 'verifier', 'operator', 'break_glass')),
    add constraint case_team_break_glass_check check (role <> 'break_glass' or until <= since + interval '60 minutes');
create policy broken on haki.case_team for insert to haki_owner
    with check (org_id = (select haki.org()) and role = 'break_glass' and person_id = (select haki.person()));
create function haki.break_glass(glass_id uuid, place_id uuid, of_code text, why text, told uuid) returns boolean
    language plpgsql security definer set search_path = haki, pg_temp as $$
declare
    c haki.case_file;
begin
    select * into c from haki.case_file f
    where f.org_id = haki.org() and f.code = of_code and f.fenced and f.status not in ('merged', 'purged')
      and f.office_id = any (haki.offices_as(array['supervisor'])) and not f.id = any (haki.team_cases());
    if c.id is null or haki.window() is not null then
        return false;
    end if;
    insert into haki.break_glass (org_id, id, case_id, code, office_id, person_id, until, reason, told_id)
        values (c.org_id, glass_id, c.id, c.code, c.office_id, haki.person(), now() + interval '60 minutes', why, told);
    insert into haki.case_team (org_id, case_id, person_id, role, until, by_person, id)
        values (c.org_id, c.id, haki.person(), 'break_glass', now() + interval '60 minutes', haki.person(), place_id);
    return true;
end $$;
grant execute on function haki.break_glass(uuid, uuid, text, text, uuid) to haki_app;
