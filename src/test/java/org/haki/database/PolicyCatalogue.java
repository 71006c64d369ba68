package org.haki.database;

import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Everything in a database that decides who may see or change what, in every schema, as lines of text: roles, grants,
 * row security, policies word for word, triggers, functions and what is in them.
 */
public final class PolicyCatalogue {

    private static final List<String> QUERIES = List.of(
            """
            select 'role ' || r.rolname || concat(
                       case when r.rolsuper then ' superuser' end, case when r.rolbypassrls then ' bypassrls' end,
                       case when r.rolcreaterole then ' createrole' end, case when r.rolcreatedb then ' createdb' end,
                       case when r.rolreplication then ' replication' end, case when r.rolcanlogin then ' login' end)
            from pg_roles r where r.rolname !~ '^pg_' and r.rolname <> 'postgres'""",
            """
            select 'role ' || m.member::regrole || ' may become ' || m.roleid::regrole
                   || case when m.inherit_option then ' and is' else '' end || case when m.admin_option then ' with admin' else '' end
            from pg_auth_members m where m.member::regrole::text !~ '^pg_'""",
            """
            select 'by default on ' || d.defaclobjtype::text || coalesce(' in ' || nullif(d.defaclnamespace, 0)::regnamespace, '')
                   || ': ' || d.defaclacl::text from pg_default_acl d""",
            """
            select 'schema ' || n.nspname || ' of ' || n.nspowner::regrole from pg_namespace n where {ours}""",
            """
            select 'schema ' || n.nspname || ' to ' || {grant}
            from pg_namespace n, aclexplode(n.nspacl) acl where acl.grantee <> n.nspowner and {ours} group by n.nspname, acl.grantee""",
            """
            select case c.relkind when 'r' then 'table ' when 'p' then 'table ' when 'v' then 'view ' when 'm' then 'materialized view '
                                  when 'S' then 'sequence ' else 'relation ' end || n.nspname || '.' || c.relname
                   || ' of ' || c.relowner::regrole || coalesce(' with ' || c.reloptions::text, '')
                   || case when c.relkind not in ('r', 'p') then ''
                           when c.relrowsecurity and c.relforcerowsecurity then ', row security forced'
                           when c.relrowsecurity then ', row security NOT FORCED' else ', NO row security' end
                   || case when c.relkind in ('v', 'm') then E'\\n' || pg_get_viewdef(c.oid) else '' end
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and {ours}""",
            """
            select 'table ' || n.nspname || '.' || c.relname || ' to ' || {grant}
            from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) acl
            where acl.grantee <> c.relowner and {ours} group by n.nspname, c.relname, acl.grantee""",
            """
            select 'table ' || n.nspname || '.' || c.relname || ', column ' || a.attname || ' to ' || a.attacl::text
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where a.attacl is not null and {ours}""",
            """
            select 'table ' || n.nspname || '.' || c.relname || ', policy ' || p.polname
                   || case when p.polpermissive then '' else ' restrictive' end || ' for '
                   || case p.polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end
                   || ' to ' || (select string_agg(case r when 0 then 'public' else r::regrole::text end, ', ') from unnest(p.polroles) r)
                   || coalesce(E'\\n    using ' || regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g'), '')
                   || coalesce(E'\\n    check ' || regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\\s+', ' ', 'g'), '')
            from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace""",
            """
            select 'table ' || n.nspname || '.' || c.relname || ', trigger ' || t.tgname || case t.tgenabled when 'O' then '' else ' DISABLED' end
                   || E'\\n    ' || pg_get_triggerdef(t.oid)
            from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal""",
            """
            select 'table ' || n.nspname || '.' || c.relname || ', rule ' || r.rulename
            from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
            where r.rulename <> '_RETURN' and {ours}""",
            """
            select 'function ' || p.oid::regprocedure || ' of ' || p.proowner::regrole
                   || case when p.prosecdef then ' with its owner''s rights' else '' end
                   || case when p.proleakproof then ' leakproof' else '' end || coalesce(', set ' || array_to_string(p.proconfig, ', set '), '')
                   || ', body ' || left(encode(sha256(convert_to(pg_get_functiondef(p.oid), 'UTF8')), 'hex'), 12)
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind <> 'a' and {ours}""",
            """
            select 'function ' || p.oid::regprocedure || ' to ' || {grant}
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
            where acl.grantee <> p.proowner and {ours} group by p.oid, acl.grantee""");

    private PolicyCatalogue() {}

    /** The lines, sorted, so that what belongs to one thing stands together. */
    public static List<String> of(Connection connection) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        return QUERIES.stream()
                .map(query -> query.replace("{ours}", "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'")
                        .replace("{grant}", """
                                case acl.grantee when 0 then 'public' else acl.grantee::regrole::text end || ': '
                                || string_agg(lower(acl.privilege_type) || case when acl.is_grantable then ' with grant' else '' end,
                                              ', ' order by acl.privilege_type)"""))
                .flatMap(query -> jdbc.sql(query).query(String.class).list().stream())
                .sorted()
                .flatMap(String::lines)
                .map(String::stripTrailing)
                .toList();
    }
}
