-- A photo or scan of a sheet, beside which it is typed in: sealed, and gone when the parcel is signed off or the filled-in form is
-- destroyed. Of what was typed in it is seen by whoever sees that.
create table haki.parcel_scan (
    org_id     uuid        not null,
    parcel_id  uuid        not null,
    sheet_id   uuid        not null,
    office_id  uuid        not null,
    media_type text        not null,
    content    bytea       not null,                 -- sealed
    added_at   timestamptz not null,
    added_by   uuid,
    primary key (org_id, parcel_id, sheet_id),
    foreign key (org_id, parcel_id, sheet_id) references haki.parcel_sheet (org_id, parcel_id, sheet_id)
);
alter table haki.parcel_scan enable row level security;
alter table haki.parcel_scan force row level security;
create policy staff on haki.parcel_scan to haki_app
    using (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[])
        and exists (select 1 from haki.parcel_sheet p where p.org_id = parcel_scan.org_id and p.parcel_id = parcel_scan.parcel_id
            and p.sheet_id = parcel_scan.sheet_id and (p.state <> 'entered'
            or exists (select 1 from haki.survey_sheet s where s.org_id = p.org_id and s.id = p.sheet_id))))
    with check (org_id = (select haki.org()) and office_id = any ((select haki.paper_offices())::uuid[])
        and exists (select 1 from haki.parcel_sheet p where p.org_id = parcel_scan.org_id and p.parcel_id = parcel_scan.parcel_id
            and p.sheet_id = parcel_scan.sheet_id and (p.state <> 'entered'
            or exists (select 1 from haki.survey_sheet s where s.org_id = p.org_id and s.id = p.sheet_id))));
grant select, insert, update on haki.parcel_scan to haki_app;

-- Also a scan that whoever signs off, or destroys, does not see.
create policy purges on haki.parcel_scan for select to haki_owner using (org_id = (select haki.org()));
create policy purged on haki.parcel_scan for delete to haki_owner using (org_id = (select haki.org()));
create function haki.parcel_scan_goes() returns trigger language plpgsql security definer set search_path = haki, pg_temp as $$
begin
    if tg_table_name = 'parcel' then
        delete from haki.parcel_scan s where s.org_id = old.org_id and s.parcel_id = old.id;
    else
        delete from haki.parcel_scan s where s.org_id = old.org_id and s.sheet_id = old.id;
    end if;
    return null;
end $$;
revoke execute on function haki.parcel_scan_goes() from public;
create trigger scans_go after update of signed_at on haki.parcel for each row when (new.signed_at is not null) execute function haki.parcel_scan_goes();
create trigger scans_go after delete on haki.survey_sheet for each row execute function haki.parcel_scan_goes();
