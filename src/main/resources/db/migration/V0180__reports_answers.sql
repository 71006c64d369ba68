-- Choices of questions marked reportable, by the question's path: of an incident that counts, and of a section of the sheet. Only
-- words of a list get here, each without a space: the database refuses whatever could be a text.
alter table facts.fact
    add column answers jsonb not null default '{}',
    add constraint fact_answers_coded check (jsonb_typeof(answers) = 'object'
        and not jsonb_path_exists(answers, 'strict $.*[*] ? (@.type() != "string" || @ like_regex "\\s")'));
create index fact_answers on facts.fact (org_id, case_type, on_day) where kind in ('incident', 'answered');
