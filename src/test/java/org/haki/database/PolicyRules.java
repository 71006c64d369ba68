package org.haki.database;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What no reviewed file may ever allow; every line that {@link #broken} answers is a fault. */
final class PolicyRules {

    private static final String OURS = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";
    private static final String GUARDED = "n.nspname in ('haki', 'vault', 'facts')";
    private static final String ITS_ORGANISATION = "org_id = ( SELECT haki.org() AS org)";

    private static final List<String> QUERIES = List.of(
            """
            select 'row security is not forced: ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity) and {guarded}""",
            """
            select 'row security without a policy: ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not exists (select from pg_policy p where p.polrelid = c.oid) and {guarded}""",
            """
            select 'table without org_id: ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not exists (select from pg_attribute a where a.attrelid = c.oid
                  and a.attname = 'org_id' and a.atttypid = 'uuid'::regtype and a.attnotnull) and {guarded}""",
            """
            select 'table in an unknown schema: ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('haki', 'vault', 'facts', 'hub')
              and not (n.nspname = 'public' and c.relname = 'flyway_schema_history') and {ours}""",
            """
            select 'reached without a function: ' || acl.privilege_type || ' on ' || c.oid::regclass
            from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) acl
            where acl.grantee <> c.relowner and not (n.nspname in ('haki', 'vault', 'facts') and acl.grantee <> 0) and {ours}""",
            """
            select 'right that row security does not bind: ' || acl.privilege_type || ' on ' || c.oid::regclass
            from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) acl
            where acl.grantee <> c.relowner and acl.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'USAGE') and {ours}""",
            """
            select 'view with its owner''s eyes: ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind = 'v' and not coalesce(c.reloptions::text like '%security_invoker=true%', false) and {ours}""",
            """
            select 'beyond row security: ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('m', 'f') and {ours}""",
            """
            select 'not owned by haki_owner: ' || c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relowner <> 'haki_owner'::regrole and {ours}""",
            """
            select 'policy for everybody: ' || p.polname || ' on ' || p.polrelid::regclass from pg_policy p where p.polroles @> array[0::oid]""",
            """
            select 'policy without a check of what is written: ' || p.polname || ' on ' || p.polrelid::regclass
            from pg_policy p where p.polcmd in ('*', 'a', 'w') and p.polwithcheck is null""",
            """
            select 'unique without org_id: ' || i.indexrelid::regclass from pg_index i
            join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
            where i.indisunique and not exists (select from pg_attribute a where a.attrelid = c.oid
                  and a.attnum = any (i.indkey::int2[]) and a.attname = 'org_id') and {guarded}""",
            """
            select 'foreign key without org_id on both sides: ' || k.conname || ' on ' || k.conrelid::regclass
            from pg_constraint k join pg_namespace n on n.oid = k.connamespace
            where k.contype = 'f' and not exists (
                  select from unnest(k.conkey, k.confkey) pair (here, there)
                  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.here
                  join pg_attribute b on b.attrelid = k.confrelid and b.attnum = pair.there
                  where a.attname = 'org_id' and b.attname = 'org_id') and {guarded}""",
            """
            select 'function with its owner''s rights and an open search path: ' || p.oid::regprocedure
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and not coalesce(array_to_string(p.proconfig, ';') ~ 'search_path=(haki|hub|vault|facts), pg_temp(;|$)', false)
              and {ours}""",
            """
            select 'function that everybody may call: ' || p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl where acl.grantee = 0) and {ours}""",
            """
            select 'function that claims to leak nothing: ' || p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.proleakproof and {ours}""",
            """
            select 'trigger out of work: ' || t.tgname || ' on ' || t.tgrelid::regclass from pg_trigger t where t.tgenabled <> 'O'""");

    private PolicyRules() {}

    /** The faults. */
    static List<String> broken(Connection connection) {
        var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        var faults = new ArrayList<String>();
        for (var query : QUERIES) {
            faults.addAll(jdbc.sql(query.replace("{ours}", OURS).replace("{guarded}", GUARDED)).query(String.class).list());
        }
        jdbc.sql("""
                        select p.polname || ' on ' || p.polrelid::regclass, pg_get_expr(p.polqual, p.polrelid),
                               pg_get_expr(p.polwithcheck, p.polrelid) from pg_policy p""")
                .query(row -> {
                    for (var condition : new String[] {row.getString(2), row.getString(3)}) {
                        if (condition != null && !demandsItsOrganisation(condition)) {
                            faults.add("policy open to other organisations: " + row.getString(1) + ": " + condition);
                        }
                    }
                });
        return faults;
    }

    /** Whether the condition is "and" at its outermost level, with "of this organisation" as one of its parts. */
    static boolean demandsItsOrganisation(String condition) {
        var inner = unwrapped(condition.replaceAll("\\s+", " "));
        return parts(inner, " OR ").size() == 1
                && parts(inner, " AND ").stream().anyMatch(part -> unwrapped(part).equals(ITS_ORGANISATION));
    }

    private static String unwrapped(String text) {
        var inner = text.strip();
        while (isWrapped(inner)) {
            inner = inner.substring(1, inner.length() - 1).strip();
        }
        return inner;
    }

    private static boolean isWrapped(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }

    private static List<String> parts(String text, String word) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int begun = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && text.startsWith(word, i)) {
                parts.add(text.substring(begun, i));
                begun = i + word.length();
            }
        }
        parts.add(text.substring(begun));
        return parts;
    }
}
