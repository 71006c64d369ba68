-- Whether a sheet of the organisation has this code, in whichever office: two offices do not give one paper's number to two sheets.
create function haki.survey_code_taken(of_code text) returns boolean
    language sql stable security definer set search_path = haki, pg_temp as $$
    select exists (select 1 from haki.survey_sheet s where s.org_id = haki.org() and s.code = of_code)
$$;
create policy codes on haki.survey_sheet for select to haki_owner using (org_id = (select haki.org()));
grant execute on function haki.survey_code_taken to haki_app;
