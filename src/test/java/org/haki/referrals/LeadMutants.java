package org.haki.referrals;

import java.util.List;

/** Holes in the walls around what a lead may change. */
final class LeadMutants {

    private static final String ORG = "org_id = (select haki.org())";
    private static final String ANY_PLAN = ORG + " and case_id = (select haki.windowed('plan'))";

    static final List<Mutant> ALL = List.of(
            Mutant.policy("lead not asked: planning", "planned with a service", "haki.activity", "guest_plans",
                    "alter policy guest_plans on haki.activity with check (" + ANY_PLAN + ")"),
            Mutant.policy("case not asked: planning", "planned elsewhere", "haki.activity", "guest_plans",
                    "alter policy guest_plans on haki.activity with check (" + ORG + " and by_org = (select haki.guest()))"),
            Mutant.policy("name not asked: planning", "planned in the owner's name", "haki.activity", "guest_plans",
                    "alter policy guest_plans on haki.activity with check (" + ORG + " and case_id = (select haki.windowed('lead')))"),
            Mutant.policy("lead not asked: working", "worked with a service", "haki.activity", "guest_works",
                    "alter policy guest_works on haki.activity using (" + ANY_PLAN + ") with check (" + ANY_PLAN + ")"),
            Mutant.policy("order not asked", "ordered elsewhere", "haki.activity_order", "guest_orders",
                    "alter policy guest_orders on haki.activity_order with check (" + ORG + ")"),
            Mutant.policy("order taken away", "ordered elsewhere", "haki.activity_order", "guest_reorders",
                    "alter policy guest_reorders on haki.activity_order using (" + ORG + ")"),
            Mutant.policy("lead not asked: moving", "moved elsewhere", "haki.activity_move", "guest_moves",
                    "alter policy guest_moves on haki.activity_move with check (" + ANY_PLAN + ")"),
            Mutant.policy("status not asked", "closed by the lead", "haki.case_file", "guest_proposes",
                    "alter policy guest_proposes on haki.case_file with check (" + ORG + ")"),
            Mutant.policy("lead not asked: closing", "closing with a service", "haki.case_file", "guest_proposes",
                    "alter policy guest_proposes on haki.case_file using (" + ORG + " and id = (select haki.windowed('case'))) with check (" + ORG + ")"),
            Mutant.policy("lead not asked: proposing", "proposed elsewhere", "haki.case_closure", "guest_proposes",
                    "alter policy guest_proposes on haki.case_closure with check (" + ORG + " and by_org = (select haki.guest()))"),
            Mutant.policy("name not asked: proposing", "proposed in another's name", "haki.case_closure", "guest_proposes",
                    "alter policy guest_proposes on haki.case_closure with check (" + ORG + " and case_id = (select haki.windowed('lead')))"),
            Mutant.policy("whose proposal not asked", "the owner's proposal", "haki.case_closure", "guest",
                    "alter policy guest on haki.case_closure using (" + ORG + ")"),
            Mutant.policy("act not asked", "checked by the lead", "haki.case_event", "guest_says",
                    "alter policy guest_says on haki.case_event with check (" + ORG + " and case_id = (select haki.windowed('lead')))"),
            Mutant.function("two leads", "a second lead", "hub.window_make(uuid,uuid,timestamptz,timestamptz)", "and w\\.kind = 'lead' and", "and false and"),
            Mutant.function("lead that completes itself", "completed by the lead", "hub.window_move(uuid,text,text)",
                    "not receives and exists \\([^;]*?f\\.status = 'closed'\\)", "true"),
            Mutant.function("work that stays", "work after the end", "hub.window_ended()", "and a\\.assignee_org = new\\.to_org", "and false"),
            Mutant.function("lead not asked: counting", "counted with a service",
                    "facts.led(uuid,text,date,text,text,text,text,int,boolean)", "windowed\\('lead'\\)", "windowed('case')"));

    private LeadMutants() {}
}
