-- Who is sent a link to the figures by e-mail, each week or each month, and up to which day she was.
create table haki.figure_mail (
    org_id     uuid not null,
    person_id  uuid not null,
    every      text not null check (every in ('week', 'month')),
    told_until date not null,
    primary key (org_id, person_id)
);
call haki.guard_by_org('haki.figure_mail');
grant select, insert, update, delete on haki.figure_mail to haki_app;
