-- Which form asks what: where an organisation is at work nothing of the case types that are another's own.
create or replace function hub.forms_used() returns table (used_by text, section text, form_hash text)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select u.used_by, u.section, u.form_hash from hub.form_use u
    where haki.org() is null or not exists (select from hub.case_type t
        where u.used_by = t.key || ' ' || t.version and t.org_id is not null and t.org_id <> haki.org())
$$;
