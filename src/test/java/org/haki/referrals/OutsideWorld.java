package org.haki.referrals;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.haki.Town;
import org.haki.access.Token;
import org.haki.cases.CaseFile;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Somebody without an account whom Riverbend asked to help, with every section, and the pages that were made for them. */
final class OutsideWorld {

    private final ApplicationContext haki;
    private final Town town;
    private final CaseFile asha;
    private final UUID referral;

    OutsideWorld(ApplicationContext haki, Town town, CaseFile asha, String name) {
        this.haki = haki;
        this.town = town;
        this.asha = asha;
        var said = new SendReferral("service", "medical", "", "urgent", List.of("identity", "plan"), "whole", "",
                WindowWorld.INSTRUCTIONS, "now", "verbal_phone", "self", "", "", "");
        var outside = haki.getBean(OutsideReferrals.class);
        var path = outside.send(town.wanjiru.actor(), asha.code(), name, said, Op.own());
        referral = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        outside.answer(town.wanjiru.actor(), asha.code(), referral, "accepted", "", Op.own());
    }

    CaseWindow window() {
        return haki.getBean(Work.class).as(town.wanjiru.actor(), "referral.see", () -> haki.getBean(CaseWindowRepository.class)
                .of(List.of(asha.id())).stream().filter(card -> card.id().equals(referral)).findFirst().orElseThrow());
    }

    /** Opens a page made now; answers what proves it, as PostgreSQL is told. */
    String pass(boolean ended, boolean over) {
        var passes = haki.getBean(GuestPasses.class);
        var handed = passes.make(town.wanjiru.actor(), asha.code(), referral, "", Op.own()).orElseThrow();
        var session = haki.getBean(Guests.class).open(handed.link().replaceAll(".*/", ""), handed.code(), null).orElseThrow();
        if (ended) {
            passes.end(town.wanjiru.actor(), asha.code(), referral, Op.own());
        }
        var proof = HexFormat.of().formatHex(Token.hash(session));
        if (over) {
            JdbcClient.create(new DriverManagerDataSource(haki.getEnvironment().getRequiredProperty("haki.database.owner-url")))
                    .sql("update hub.guest_pass set session_until = now() - interval '1 second' where session_hash = decode(:proof, 'hex')")
                    .param("proof", proof).update();
        }
        return proof;
    }
}
