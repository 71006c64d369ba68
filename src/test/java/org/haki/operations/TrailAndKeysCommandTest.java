package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.audit.AuditChain;
import org.haki.intake.Account;
import org.haki.intake.Intakes;
import org.haki.intake.Told;
import org.haki.kernel.Id;
import org.haki.kernel.Refusal;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.vault.KeyRotation;
import org.haki.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

@HakiTest
@ExtendWith(OutputCaptureExtension.class)
class TrailAndKeysCommandTest {

    @Autowired
    ApplicationContext haki;

    @Autowired
    Organisations organisations;

    @Autowired
    AuditChain chain;

    @Autowired
    KeyRotation rotation;

    @Autowired
    Vault vault;

    @Autowired
    Work work;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
    }

    @Test
    void keys_that_nobody_named_are_not_changed() {
        var command = new RotateCommand(organisations, rotation);
        assertThatThrownBy(() -> command.run(List.of())).isInstanceOf(Refusal.class).hasMessageContaining("Say which keys");
        assertThatThrownBy(() -> command.run(List.of("box"))).isInstanceOf(Refusal.class);
    }

    @Test
    void the_proof_of_every_trail_is_told_with_its_end(CapturedOutput output) {
        assertThat(new VerifyCommand(organisations, chain).run(List.of())).isZero();
        assertThat(output.getOut())
                .containsPattern(town.riverbend.slug() + ": \\d+ entries, whole; the trail ends with [0-9a-f]{16}")
                .contains(town.northgate.slug());
    }

    @Test
    void the_register_and_the_reports_are_found_again_under_new_search_and_data_keys(CapturedOutput output) {
        var persons = haki.getBean(Persons.class);
        var person = persons.register(town.leila.actor(), Identity.of("Grace Achieng", "adult"), town.mainDesk.id(), false);
        var intake = Id.next();
        haki.getBean(Intakes.class).receive(town.fatou.actor(), told(intake));
        var command = new RotateCommand(organisations, rotation);
        command.run(List.of("search"));
        command.run(List.of("data"));
        assertThat(output.getOut()).contains(town.riverbend.slug() + ": 2 came over to version 2");
        assertThat(found(town.riverbend, "person", "achieng")).containsExactly(person);
        assertThat(found(town.riverbend, "intake", "grase achieng")).containsExactly(intake);
        assertThat(found(town.northgate, "person", "achieng")).isEmpty();
        assertThat(persons.open(town.leila.actor(), person).name()).isEqualTo("Grace Achieng");
    }

    private List<UUID> found(Organisation organisation, String kind, String typed) {
        return work.as(organisations.system(organisation.id()), "test", () -> vault.search(kind, typed, 10));
    }

    private Told told(UUID id) {
        var account = new Account("He took the papers", "", "", null, "Grace Achieng", "", "", "", "", List.of(), "", "");
        return new Told(id, town.mainDesk.id(), "phone", "en", "me", "adult", "normal", "none", Instant.now(), false, account);
    }
}
