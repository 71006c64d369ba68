package org.haki.database;

import java.util.List;
import javax.sql.DataSource;
import org.haki.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses a database whose settings or rights would betray what Haki promises: to keep what it acknowledged, and to
 * show nobody another's rows.
 */
final class DatabaseChecks {

    /** A sentence, and the query that finds what is wrong; what it finds stands in the sentence. */
    private record Check(String sentence, String sql) {}

    private static final List<Check> SERVER = List.of(
            new Check(
                    "The database is PostgreSQL %s, which has known holes in row security. Haki needs 16.10, 17.6 or 18, or later.",
                    """
                    select current_setting('server_version')
                    where not current_setting('server_version_num')::int >= 180000
                      and not current_setting('server_version_num')::int between 170006 and 179999
                      and not current_setting('server_version_num')::int between 160010 and 169999"""),
            new Check(
                    "The database's setting fsync is %s: a power cut would lose what was acknowledged. Switch it on.",
                    "select setting from pg_settings where name = 'fsync' and setting <> 'on'"),
            new Check(
                    "The database's setting full_page_writes is %s: a power cut could tear its pages. Switch it on.",
                    "select setting from pg_settings where name = 'full_page_writes' and setting <> 'on'"),
            new Check(
                    "The database's setting synchronous_commit is %s: a crash would lose what was acknowledged. Set it to local or on.",
                    "select current_setting('synchronous_commit') where current_setting('synchronous_commit') = 'off'"),
            new Check(
                    "The database's data checksums are %s: damaged pages would not be noticed. Stop PostgreSQL and run pg_checksums --enable.",
                    "select setting from pg_settings where name = 'data_checksums' and setting <> 'on'"),
            new Check(
                    "The database's setting ignore_checksum_failure is %s: damaged pages would be read as if they were whole. Switch it off.",
                    "select setting from pg_settings where name = 'ignore_checksum_failure' and setting <> 'off'"),
            new Check(
                    "The database's encoding is %s, which cannot hold every script. Make it anew with encoding UTF8.",
                    "select current_setting('server_encoding') where current_setting('server_encoding') <> 'UTF8'"),
            new Check(
                    "The database has no role %s. Let a DBA run what bin/haki database roles prints.",
                    """
                    select name from unnest(array['haki_owner', 'haki_app', 'haki_guest', 'haki_public', 'haki_reports',
                                                  'haki_backup']) name
                    where not exists (select from pg_roles where rolname = name)"""),
            new Check(
                    "HAKI_DATABASE_URL signs in as %s. It must sign in as haki_app, whom the row policies bind.",
                    "select session_user where session_user <> 'haki_app'"),
            new Check(
                    "The role %s is a superuser, whom no row security binds. Make it an ordinary role.",
                    "select rolname from pg_roles where rolname in ('haki_app', 'haki_owner') and rolsuper"),
            new Check(
                    "The role haki_app may become %s, which reads or writes past the row policies. Revoke that.",
                    """
                    select distinct roleid::regrole::text from pg_auth_members
                    where member::regrole::text in ('haki_app', 'haki_guest', 'haki_public', 'haki_reports')
                      and roleid::regrole::text not in ('haki_guest', 'haki_public', 'haki_reports')"""),
            new Check(
                    "The role %s is above row security or may make roles, and haki_app is it or may become it. Take that right away.",
                    """
                    select rolname from pg_roles
                    where pg_has_role('haki_app', oid, 'member')
                      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"""),
            new Check(
                    "The role %s is above row security, and the functions that it owns would be too. Make it an ordinary role.",
                    "select rolname from pg_roles where rolname = 'haki_owner' and rolbypassrls"));

    private static final List<Check> TABLES = List.of(
            new Check(
                    "Row security is not on and forced on %s. Nobody may work on these tables until it is.",
                    """
                    select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname in ('haki', 'vault', 'facts') and c.relkind in ('r', 'p')
                      and not (c.relrowsecurity and c.relforcerowsecurity)"""),
            new Check(
                    "The role haki_app owns %s, and an owner can lift row security. Give it to haki_owner.",
                    """
                    select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                      and pg_has_role('haki_app', c.relowner, 'member')"""),
            new Check(
                    "The role haki_app has rights that row security does not bind: %s. Revoke them.",
                    """
                    select acl.privilege_type || ' on ' || c.oid::regclass
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) acl
                    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f')
                      and (acl.grantee = 0 or pg_has_role('haki_app', acl.grantee, 'member'))
                      and acl.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')"""),
            new Check(
                    "The role haki_app reaches tables that only functions may reach: %s. Revoke that.",
                    """
                    select acl.privilege_type || ' on ' || c.oid::regclass
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) acl
                    where n.nspname = 'hub' and c.relkind in ('r', 'p', 'v', 'm', 'f')
                      and (acl.grantee = 0 or pg_has_role('haki_app', acl.grantee, 'member'))"""));

    private DatabaseChecks() {}

    /** Before migrations: the server's settings, and who signs in. */
    static void refuseUnsafeServer(DataSource application, DataSource owner) {
        refuse(SERVER, application);
        refuse(List.of(new Check(
                "HAKI_DATABASE_OWNER_URL signs in as %s. It must sign in as haki_owner, who then owns the tables.",
                "select session_user where session_user <> 'haki_owner'")), owner);
    }

    /** After migrations: who may do what to the tables. */
    static void refuseUnsafeTables(DataSource application) {
        refuse(TABLES, application);
    }

    private static void refuse(List<Check> checks, DataSource door) {
        var jdbc = JdbcClient.create(door);
        for (var check : checks) {
            var wrong = jdbc.sql(check.sql()).query((row, _) -> row.getString(1)).list();
            if (!wrong.isEmpty()) {
                throw new Refusal(check.sentence().formatted(String.join(", ", wrong)));
            }
        }
    }
}
