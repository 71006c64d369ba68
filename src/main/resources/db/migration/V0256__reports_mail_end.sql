-- The link in a mail of figures that ends those mails without a sign-in, and can do nothing else. The token stands in the mail
-- alone; here lies its hash.
create table hub.figure_mail_end (
    token_hash bytea       primary key,                 -- of 256 random bits
    org_id     uuid        not null references hub.organisation,
    login_id   uuid        not null references hub.login,
    made_at    timestamptz not null
);
create index figure_mail_end_login on hub.figure_mail_end (login_id, made_at);

-- As a mail is sent. Links of mails of more than a year ago are forgotten.
create function hub.figure_mail_end_make(person uuid, token bytea, at timestamptz) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    delete from hub.figure_mail_end where login_id = person and made_at < at - interval '400 days';
    insert into hub.figure_mail_end (token_hash, org_id, login_id, made_at)
        select token, l.org_id, l.id, at from hub.login l where l.id = person
$$;
grant execute on function hub.figure_mail_end_make(uuid, bytea, timestamptz) to haki_app;

-- BEFORE AN ORGANISATION IS KNOWN
-- Whose mails the link of this token ends.
create function hub.figure_mail_end_of(token bytea) returns table (org_id uuid, login_id uuid)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select e.org_id, e.login_id from hub.figure_mail_end e where e.token_hash = token
$$;
grant execute on function hub.figure_mail_end_of(bytea) to haki_app;
