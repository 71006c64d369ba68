-- The proof of a decision: her signature as she drew it, a photo of her thumbprint or of the paper. A decision is never
-- changed; its proof is a row beside it.
alter table haki.consent add unique (org_id, case_id, id);
create table haki.consent_evidence (
    org_id      uuid        not null,
    consent_id  uuid        not null,
    document_id uuid        not null,
    case_id     uuid        not null,
    added_at    timestamptz not null default now(),
    added_by    uuid,
    primary key (org_id, consent_id, document_id),
    foreign key (org_id, case_id, consent_id) references haki.consent (org_id, case_id, id),
    foreign key (org_id, case_id, document_id) references haki.document (org_id, case_id, id)
);
call haki.guard_by_case('haki.consent_evidence');
grant select, insert on haki.consent_evidence to haki_app;

-- Where somebody's age is not known she may say herself that she is of age (R6).
alter table haki.consent
    drop constraint consent_assent_check,
    add constraint consent_assent_check check (assent in ('', 'yes', 'no', 'too_young', 'of_age'));

-- Whether the client of the window at work is a child, so that nobody lets her decide alone whose age is not shown there.
create policy aged on vault.person for select to haki_owner using (org_id = (select haki.org()));
create function haki.windowed_age() returns text
    language sql stable security definer set search_path = haki, pg_temp
    return (select p.age_group from hub.window_at_work() w join vault.person p on p.org_id = w.owner_org and p.id = w.client_id
            where w.opened_at is not null);
grant execute on function haki.windowed_age() to haki_guest;
