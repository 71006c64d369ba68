package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.audit.Audit;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@HakiTest
@RecordApplicationEvents
class NetworksTest {

    @Autowired
    ApplicationContext haki;

    @Autowired
    Networks networks;

    @Autowired
    Work work;

    @Autowired
    ApplicationEvents events;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
    }

    @Test
    void without_a_network_there_is_nobody_else() {
        assertThat(partnersOf(town.leila)).isEmpty();
        assertThat(work.as(town.leila.actor(), "me.see", () -> networks.of(town.leila.actor()))).isEmpty();
        assertThat(partner(town.leila, town.northgate.id())).isEmpty();
    }

    @Test
    void only_an_administrator_starts_a_network_and_only_one() {
        assertThatThrownBy(() -> networks.start(town.leila.actor(), "Mine")).isInstanceOf(Problem.class);
        town.inOneNetwork();
        assertThatThrownBy(() -> networks.start(town.tomasz.actor(), "Another")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> networks.start(town.nadia.actor(), "Another")).isInstanceOf(Problem.class);
    }

    @Test
    void partners_are_the_others_of_ones_own_network_and_no_other() {
        town.inOneNetwork();
        var elsewhere = Town.in(haki);
        elsewhere.inOneNetwork();
        assertThat(partnersOf(town.leila)).containsExactly(town.northgate.name());
        assertThat(partnersOf(town.sushila)).containsExactly(town.riverbend.name());
        assertThat(partner(town.leila, town.northgate.id())).isPresent();
        assertThat(partner(town.leila, town.riverbend.id())).as("not oneself").isEmpty();
        for (var stranger : List.of(elsewhere.northgate.id(), elsewhere.riverbend.id(), UUID.randomUUID())) {
            assertThat(partner(town.leila, stranger)).isEmpty();
        }
    }

    @Test
    void a_suspended_partner_is_known_but_not_at_work() {
        town.inOneNetwork();
        networks.suspend(town.tomasz.actor(), town.northgate.id(), "Unpaid", op());
        assertThat(partnersOf(town.leila)).isEmpty();
        assertThat(partner(town.leila, town.northgate.id())).hasValueSatisfying(northgate -> assertThat(northgate.active()).isFalse());
        networks.reinstate(town.tomasz.actor(), town.northgate.id(), op());
        assertThat(partnersOf(town.leila)).containsExactly(town.northgate.name());
    }

    @Test
    void a_suspension_is_told_to_whoever_listens_and_stands_in_both_trails() {
        town.inOneNetwork();
        networks.suspend(town.tomasz.actor(), town.northgate.id(), "Unpaid", op());
        assertThat(events.stream(OrganisationSuspended.class).map(OrganisationSuspended::org)).containsExactly(town.northgate.id());
        assertThatThrownBy(() -> networks.suspend(town.tomasz.actor(), town.northgate.id(), "Again", op())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> networks.suspend(town.tomasz.actor(), town.riverbend.id(), "Itself", op())).isInstanceOf(Problem.class);
        assertThat(events.stream(OrganisationSuspended.class)).hasSize(1);
        networks.reinstate(town.tomasz.actor(), town.northgate.id(), op());
        assertThat(trailOf(town.leila)).contains("organisation.suspended", "organisation.reinstated");
        assertThat(trailOf(town.prem)).contains("organisation.suspended", "organisation.reinstated");
    }

    private List<String> trailOf(Town.Person person) {
        return work.as(person.actor(), "audit.see", () -> haki.getBean(Audit.class)
                .openingsOf(town.northgate.id(), Long.MAX_VALUE, 20).stream().map(entry -> entry.act()).toList());
    }

    private List<String> partnersOf(Town.Person person) {
        return work.as(person.actor(), "me.see", () -> new ArrayList<>(networks.partners(person.actor()))).stream().map(Partner::name).toList();
    }

    private Optional<Partner> partner(Town.Person person, UUID org) {
        return work.as(person.actor(), "me.see", () -> networks.partner(person.actor(), org));
    }

    private static Op op() {
        return new Op(UUID.randomUUID(), 0, new byte[0]);
    }
}
