package org.haki.referrals;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A wall with a hole in it.
 *
 * @param name   the hole
 * @param wall   the policy in which it is, as table and name; "" where it is elsewhere
 * @param look   the look of {@link WindowIsolation} that must find it
 * @param hole   makes the hole as the owner of the tables, and answers what closes it again
 * @param spoken what becomes of the words of Work to PostgreSQL
 */
record Mutant(String name, String wall, String look, Function<JdbcClient, List<String>> hole, UnaryOperator<String> spoken) {

    /** A hole in the schema. */
    static Mutant schema(String name, String look, String hole, String mend) {
        return new Mutant(name, "", look, owner -> {
            owner.sql(hole).update();
            return List.of(mend);
        }, UnaryOperator.identity());
    }

    /** A policy that is changed, or gone. */
    static Mutant policy(String name, String look, String table, String policy, String hole) {
        return new Mutant(name, table + " " + policy, look, owner -> {
            var mend = owner.sql("""
                            select format('create policy %I on %I.%I for %s to %s', policyname, schemaname, tablename, cmd, array_to_string(roles, ', '))
                                   || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
                            from pg_policies where schemaname || '.' || tablename = :table and policyname = :policy""")
                    .param("table", table).param("policy", policy).query(String.class).single();
            owner.sql(hole).update();
            return List.of("drop policy if exists " + policy + " on " + table, mend);
        }, UnaryOperator.identity());
    }

    /** A function in which something is no longer asked; {@code asked} is a regular expression. */
    static Mutant function(String name, String look, String function, String asked, String instead) {
        return new Mutant(name, "", look, owner -> {
            var whole = owner.sql("select pg_get_functiondef(:function::regprocedure)").param("function", function).query(String.class).single();
            var holed = whole.replaceAll(asked, instead);
            if (holed.equals(whole)) {
                throw new AssertionError(function + " does not ask " + asked + ":\n" + whole);
            }
            change(owner, holed);
            return List.of(whole);
        }, UnaryOperator.identity());
    }

    /** Words of Work that are said otherwise. */
    static Mutant words(String name, String look, UnaryOperator<String> spoken) {
        return new Mutant(name, "", look, _ -> List.of(), spoken);
    }

    /** Does this while the hole is open. */
    void open(JdbcClient owner, Runnable looking) {
        var mends = hole.apply(owner);
        try {
            looking.run();
        } finally {
            mends.forEach(mend -> change(owner, mend));
        }
    }

    /** Without parameters: a body may hold a colon or a question mark. */
    static void change(JdbcClient owner, String sql) {
        owner.sql("do $change$ begin execute " + quoted(sql) + "; end $change$").update();
    }

    private static String quoted(String sql) {
        return "'" + sql.replace("'", "''") + "'";
    }

    @Override
    public String toString() {
        return name;
    }
}
