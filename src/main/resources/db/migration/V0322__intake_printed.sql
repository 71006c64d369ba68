-- Whether a number that was printed on a paper can be that of a report, and of the case which it becomes: no other has it.
create function haki.code_is_free(of_code text) returns boolean
    language sql stable security definer set search_path = haki, pg_temp as $$
    select not exists (select from haki.intake i where i.org_id = haki.org() and i.code = of_code)
        and not exists (select from haki.case_file c where c.org_id = haki.org() and c.code = of_code)
$$;
revoke execute on function haki.code_is_free(text) from public;
grant execute on function haki.code_is_free(text) to haki_app;
