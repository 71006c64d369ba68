-- A form with its id: a workbook that gives itself none is named after its file.
create function hub.form_book(of_hash text) returns table (form_id text, workbook bytea, xform text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select f.form_id, f.workbook, f.xform from hub.form f where f.hash = of_hash
$$;
grant execute on function hub.form_book to haki_app;
