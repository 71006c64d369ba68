-- What she answered, and the pictures of her signature, went with the case that another organisation took over (R7): as her
-- own words, they are not there any more, also where she is in a case that stayed.
do $$
declare
    hers regclass;
    theirs text;
begin
    foreach hers in array array['haki.document', 'haki.document_part', 'haki.submission', 'haki.answers', 'vault.answer']::regclass[]
    loop
        theirs := format('org_id = (select haki.org()) and exists (select 1 from haki.case_file c where c.org_id = %1$s.org_id '
                         'and c.id = %1$s.case_id and c.transferred_at is null)', hers);
        execute format('alter policy staff on %s using (%s) with check (%s)', hers, theirs, theirs);
    end loop;
end $$;
