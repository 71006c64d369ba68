-- The outbox is reached by these functions only. A row waits, is taken (committed before anything is sent, so that no
-- crash sends it twice), and ends sent, bounced or dead.
alter table hub.outbox add column taken_at timestamptz;

-- Tells people of the organisation at work; whoever has no e-mail address is skipped. After a first mail of a template
-- further ones wait for the end of the window and go as one.
create function hub.tell(logins uuid[], what text, about text, at_path text, joined interval) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with recipient as (
        select l.id, (select max(case when o.state = 'waiting' then o.next_at else o.ended_at end)
                      from hub.outbox o
                      where o.to_login = l.id and o.template = what
                        and (o.state = 'sent' or (o.state = 'waiting' and o.attempts = 0))
                        and o.created_at > now() - 2 * joined) as latest
        from hub.login l
        where l.id = any (logins) and l.org_id = haki.org() and l.state = 'active' and l.email is not null
    ), told as (
        insert into hub.outbox (id, org_id, to_login, template, code, path, next_at)
        select gen_random_uuid(), haki.org(), r.id, what, about, at_path,
               case when r.latest > now() then r.latest
                    when r.latest > now() - joined then r.latest + joined
                    else now() end
        from recipient r
        returning 1
    )
    select count(*)::int from told
$$;

-- Takes the waiting messages of the persons and templates that are longest due. Those taken long ago by a sender that
-- died may have been sent: they end dead, for a person to see to, and are never sent again.
create function hub.take_messages(persons int)
    returns table (id uuid, to_login uuid, address text, language text, template text, code text, path text,
                   attempts int, created_at timestamptz)
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.outbox set state = 'dead', ended_at = now(), fault = 'unsure'
        where state = 'waiting' and taken_at < now() - interval '10 minutes';
    with due as (
        select o.to_login, o.template from hub.outbox o
        where o.state = 'waiting' and o.taken_at is null and o.next_at <= now()
        group by o.to_login, o.template order by min(o.next_at) limit persons
    ), picked as (
        select o.id from hub.outbox o join due using (to_login, template)
        where o.state = 'waiting' and o.taken_at is null and o.next_at <= now()
        for update of o skip locked
    )
    update hub.outbox o set taken_at = now(), attempts = o.attempts + 1
        from picked, hub.login l where o.id = picked.id and l.id = o.to_login
        returning o.id, o.to_login, case when l.state = 'active' then l.email end, l.language, o.template, o.code,
                  o.path, o.attempts, o.created_at
$$;

create function hub.end_messages(ids uuid[], ended text, why text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.outbox set state = ended, ended_at = now(), taken_at = null, fault = why
        where id = any (ids) and state = 'waiting'
$$;

create function hub.put_back_messages(ids uuid[], wait interval, why text) returns void
    language sql security definer set search_path = hub, pg_temp as $$
    update hub.outbox set taken_at = null, next_at = now() + wait, fault = why
        where id = any (ids) and state = 'waiting'
$$;

-- What did not arrive, in the organisation at work, until someone has dealt with it.
create function hub.undelivered()
    returns table (id uuid, to_login uuid, name text, template text, code text, path text, state text, fault text,
                   ended_at timestamptz)
    language sql stable security definer set search_path = hub, pg_temp as $$
    select o.id, o.to_login, l.name, o.template, o.code, o.path, o.state, o.fault, o.ended_at
        from hub.outbox o join hub.login l on l.id = o.to_login
        where o.org_id = haki.org() and o.state in ('dead', 'bounced') and o.settled_at is null
        order by o.ended_at desc limit 50
$$;

create function hub.settle_message(message uuid) returns int
    language sql security definer set search_path = hub, pg_temp as $$
    with settled as (
        update hub.outbox set settled_at = now()
            where id = message and org_id = haki.org() and state in ('dead', 'bounced') and settled_at is null
            returning 1
    )
    select count(*)::int from settled
$$;

-- How many messages of the organisation at work wait.
create function hub.waiting_messages() returns int
    language sql stable security definer set search_path = hub, pg_temp as $$
    select count(*)::int from hub.outbox where org_id = haki.org() and state = 'waiting'
$$;

grant execute on function hub.tell(uuid[], text, text, text, interval) to haki_app, haki_public;
grant execute on function hub.take_messages(int), hub.end_messages(uuid[], text, text),
    hub.put_back_messages(uuid[], interval, text), hub.undelivered(), hub.settle_message(uuid), hub.waiting_messages()
    to haki_app;
