package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.cases.Parties;
import org.haki.cases.TransferredCases;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases that are handed over, and around them: who may take one and when, what is seen of the other people, and what is
 * left with the one who handed it over.
 */
final class TransferLook {

    private final WindowWorld world;
    private final WindowIsolation isolation;
    private final Town town;
    private final CaseFile offered;
    private final CaseWindow window;
    private final UUID reporter;
    private final UUID later;
    private final CaseFile gone;

    TransferLook(WindowWorld world, WindowIsolation isolation) {
        this.world = world;
        this.isolation = isolation;
        this.town = world.town;
        offered = CaseStory.in(world.haki, town).of("Chen Wei").open();
        reporter = added(offered, "Kofi Mensah");
        window = accepted(offered, List.of("people"));
        later = added(offered, "Said Later");
        gone = CaseStory.in(world.haki, town).of("Dina Rai").open();
        var transfers = world.haki.getBean(Transfers.class);
        transfers.take(world.sushila(), accepted(gone, List.of("story")).id(), new TransferredCases.Into(town.northgateOffice.id(), null, "", null, true), Op.own());
    }

    Map<String, Runnable> looks() {
        return Map.of("taking over", this::taking, "people of a case handed over", this::people, "handed over", this::left);
    }

    /** Only its reader takes it, accepted, in time, a transfer; and no other step completes it. */
    private void taking() {
        assertThat(takes(world.sushila(), window.id())).isTrue();
        assertThat(takes(town.prem.actor(), window.id())).isFalse();
        assertThat(takes(world.elsewhere.sushila.actor(), window.id())).isFalse();
        assertThat(takes(world.sushila(), world.whole.id())).isFalse();
        assertThat(takes(world.sushila(), world.sent.id())).isFalse();
        changed("update hub.case_window set until = now() - interval '1 minute' where id = :id", window.id(),
                "update hub.case_window set until = now() + interval '9 days' where id = :id");
        changed("update hub.organisation set state = 'suspended' where id = :id", town.riverbend.id(),
                "update hub.organisation set state = 'active' where id = :id");
        var guest = world.at(window, town.sushila);
        assertThatThrownBy(() -> undone(() -> as(guest, jdbc -> jdbc.sql("select hub.window_move(:id, 'completed', '')").param("id", window.id())
                .query(Boolean.class).single()))).hasMessageContaining("by taking it");
    }

    /** The others in it as they were when it was offered, no decision of hers, and nothing where people are not shown. */
    private void people() {
        var guest = world.at(window, town.sushila);
        assertThat(isolation.seen(guest, Map.of("the reporter", reporter))).contains("vault.person: the reporter");
        isolation.sees_none_of(Map.of("who came later", later, "another client", world.bina.client()), guest);
        isolation.sees_none_of(Map.of("her reporter", reporter, "the client", offered.client()), world.at(world.whole, town.sushila));
        assertThat((int) as(guest, jdbc -> jdbc.sql("select count(*) from haki.consent").query(Integer.class).single())).isZero();
    }

    /** The shell is there, and neither she nor her own words. */
    private void left() {
        var leila = town.leila.actor();
        assertThat((int) as(leila, jdbc -> jdbc.sql("select count(*) from vault.person where id = :id").param("id", gone.client())
                .query(Integer.class).single())).isZero();
        assertThat((int) as(leila, jdbc -> jdbc.sql("select count(*) from haki.case_file where id = :id").param("id", gone.id())
                .query(Integer.class).single())).isOne();
        assertThat((int) as(leila, jdbc -> jdbc.sql("select count(*) from haki.case_note where case_id = :id and kind = 'narrative'")
                .param("id", gone.id()).query(Integer.class).single())).isZero();
    }

    private boolean takes(Actor actor, UUID id) {
        var answer = new boolean[1];
        undone(() -> answer[0] = as(actor, jdbc -> jdbc.sql("select hub.transfer_take(:id, :case)").param("id", id).param("case", Id.next())
                .query(Boolean.class).single()));
        return answer[0];
    }

    private void changed(String change, UUID id, String back) {
        world.owner().sql(change).param("id", id).update();
        try {
            assertThat(takes(world.sushila(), window.id())).as(change).isFalse();
        } finally {
            world.owner().sql(back).param("id", id).update();
        }
    }

    private CaseWindow accepted(CaseFile file, List<String> show) {
        var said = new SendTransfer(town.northgate.id().toString(), show, "", "signature", "self", "", "");
        world.haki.getBean(Transfers.class).offer(world.wanjiru(), file.code(), said, Op.own());
        var shared = world.haki.getBean(SharedCases.class);
        var sent = shared.list(world.sushila(), List.of("sent"), CaseWindowRepository.Mark.FIRST, 50).stream()
                .filter(card -> card.caseId().equals(file.id())).findFirst().orElseThrow();
        shared.accept(world.sushila(), sent.id(), Op.own());
        return shared.card(world.sushila(), sent.id());
    }

    private UUID added(CaseFile file, String name) {
        var leila = town.leila.actor();
        return world.haki.getBean(Work.class).as(leila, "case.write", () -> {
            var person = world.haki.getBean(Persons.class).register(leila, Identity.of(name, "adult"), town.mainDesk.id(), false);
            world.haki.getBean(Parties.class).add(leila, file.code(), person, "reporter", Op.own());
            return person;
        });
    }

    private <T> T as(Actor actor, Function<JdbcClient, T> deed) {
        return world.haki.getBean(Work.class).as(actor, actor.rights().values().iterator().next().iterator().next(),
                () -> deed.apply(world.haki.getBean(JdbcClient.class)));
    }

    private void undone(Runnable deed) {
        isolation.undone(deed);
    }
}
