-- The database roles of Haki. For an external PostgreSQL (16 or later) a DBA runs this once; the embedded one does so by itself.
-- haki_owner  owns the schema and runs migrations        haki_app      staff at work; may become the three below
-- haki_guest  one windowed case                          haki_public   hands in a report, sees nothing
-- haki_reports  facts only                               haki_backup   backup and restore; reached by haki_owner only
do $$
begin
    if not exists (select from pg_roles where rolname = 'haki_owner') then create role haki_owner login; end if;
    if not exists (select from pg_roles where rolname = 'haki_app') then create role haki_app login; end if;
    if not exists (select from pg_roles where rolname = 'haki_guest') then create role haki_guest; end if;
    if not exists (select from pg_roles where rolname = 'haki_public') then create role haki_public; end if;
    if not exists (select from pg_roles where rolname = 'haki_reports') then create role haki_reports; end if;
    if not exists (select from pg_roles where rolname = 'haki_backup') then create role haki_backup bypassrls; end if;
end $$;
grant haki_guest, haki_public, haki_reports to haki_app with inherit false, set true;
grant haki_backup to haki_owner with inherit false, set true;
grant pg_read_all_data, pg_write_all_data to haki_backup;
