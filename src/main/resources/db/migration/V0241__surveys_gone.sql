-- What a filled-in form was called by the device that sent it, after it was destroyed: a hash, so that it does not come in again.
create table haki.survey_gone (
    org_id        uuid        not null,
    survey_id     uuid        not null,
    instance_hash bytea       not null,             -- SHA-256
    destroyed_at  timestamptz not null,
    primary key (org_id, survey_id, instance_hash),
    foreign key (org_id, survey_id) references haki.survey (org_id, id)
);
call haki.guard_by_org('haki.survey_gone');
grant select, insert on haki.survey_gone to haki_app;
