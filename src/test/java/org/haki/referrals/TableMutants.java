package org.haki.referrals;

import java.util.List;

/** Holes in the walls around each table that a guest could reach beside the sections. */
final class TableMutants {

    private static final String ORG = "org_id = (select haki.org())";
    private static final String OWN = ORG + " and by_org = (select haki.guest())";

    static final List<Mutant> ALL = List.of(
            using("every case", "other cases", "haki.case_file", "guest"),
            using("everybody", "other cases", "vault.person", "guest"),
            using("every order", "order elsewhere", "haki.activity_order", "guest"),
            using("every move", "moves elsewhere", "haki.activity_move", "guest"),
            using("every decision", "decisions of others", "haki.consent", "guest_asked"),
            check("case not asked: deciding", "decided elsewhere", "haki.consent", "guest_asks", OWN),
            check("a yes to itself", "a yes to itself", "haki.consent", "guest_asks",
                    OWN + " and case_id = (select haki.windowed('case')) and purpose = 'referral'"),
            using("every operation", "operations of others", "haki.operation", "guest"),
            using("every request", "other requests", "haki.referral", "guest"),
            using("every onward request", "other requests", "haki.referral", "guest_onward_read"),
            check("case not asked: referring", "asked elsewhere", "haki.referral", "guest_onward", OWN),
            using("every entry", "entries of others", "haki.window_entry", "guest_own"),
            check("window not asked: making keys", "keys made after the end", "vault.key", "guest_onward", ORG),
            check("window not asked: making wraps", "wraps made after the end", "vault.key_wrap", "guest_onward", ORG),
            Mutant.policy("whose proposal not asked: taking back", "the owner's proposal", "haki.case_closure", "guest_withdraws",
                    "alter policy guest_withdraws on haki.case_closure using (" + ORG + ") with check (" + ORG + ")"));

    private TableMutants() {}

    private static Mutant using(String name, String look, String table, String policy) {
        return Mutant.policy(name, look, table, policy, "alter policy " + policy + " on " + table + " using (" + ORG + ")");
    }

    private static Mutant check(String name, String look, String table, String policy, String asked) {
        return Mutant.policy(name, look, table, policy, "alter policy " + policy + " on " + table + " with check (" + asked + ")");
    }
}
