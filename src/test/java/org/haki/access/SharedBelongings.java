package org.haki.access;

import java.util.List;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.kernel.Op;
import org.haki.referrals.Referrals;
import org.haki.referrals.SendReferral;
import org.springframework.context.ApplicationContext;

/** What the Riverbend of a town shares with another town's, and what that one shares. */
final class SharedBelongings {

    private SharedBelongings() {}

    static void of(ApplicationContext haki, Town town, Town.Person owner, Belongings mine) {
        var ids = mine.ids();
        var neighbour = Town.in(haki);
        haki.getBean(Networks.class).enter(neighbour.riverbendSystem(), mine.network());
        var referrals = haki.getBean(Referrals.class);
        referrals.send(owner.actor(), ids.get("/cases/{code}"), asking(neighbour), Op.own());
        ids.put("/cases/{code}/referrals/{id}", mine.one("haki.referral"));
        var outside = owner.signedIn().fill("/cases/" + ids.get("/cases/{code}") + "/outside/new", "/cases/" + ids.get("/cases/{code}") + "/outside",
                "name", "Hillside clinic", "kind", "service", "service", "medical", "urgency", "normal", "story", "none", "show", "identity",
                "instructions", "She sleeps at the mill", "consent", "now", "method", "verbal_phone", "byWhom", "self");
        Belongings.kept(outside);
        ids.put("/cases/{code}/outside/{id}", outside.location().replaceAll(".*/outside/([0-9a-f-]+).*", "$1"));
        var theirs = CaseStory.in(haki, neighbour).open();
        referrals.send(neighbour.wanjiru.actor(), theirs.code(), asking(town), Op.own());
        var handed = CaseStory.in(haki, town).ownedBy(owner.id()).of("Lulu Achieng").open();
        Belongings.kept(owner.signedIn().fill(handed.path() + "/transfer/new", handed.path() + "/transfer", "to", neighbour.riverbend.id().toString(),
                "method", "signature", "byWhom", "self"));
        ids.put("/cases/{code}/transfer/{id}", mine.one("haki.referral"));
        ids.put("/shared/{id}", mine.asked("select id::text from hub.windows_to(array['sent'], 'epoch', gen_random_uuid(), 1)"));
        ids.put("/shared/{id}/activities/{activity}", UUID.randomUUID().toString());
    }

    private static SendReferral asking(Town whom) {
        return new SendReferral("service", "legal", whom.riverbend.id().toString(), "normal", List.of("identity"), "none", "",
                "She sleeps at the mill", "now", "verbal_phone", "self", "", "", "");
    }
}
