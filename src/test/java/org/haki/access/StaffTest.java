package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HakiTest
class StaffTest {

    @Autowired
    ApplicationContext haki;

    @Autowired
    Staff staff;

    @Autowired
    Organisations organisations;

    @Autowired
    Work work;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
    }

    @Test
    void nobody_learns_the_name_of_somebody_at_another_organisation() {
        var names = work.as(town.leila.actor(), "today.see",
                () -> staff.names(town.leila.actor(), List.of(town.sushila.id(), town.wanjiru.id(), UUID.randomUUID())));
        assertThat(names).containsOnlyKeys(town.wanjiru.id()).containsValue("Wanjiru Otieno");
    }

    @Test
    void outside_a_deed_nobody_is_named() {
        assertThatThrownBy(() -> staff.name(town.leila.actor(), town.wanjiru.id())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_caseworker_of_one_office_is_not_able_in_another() {
        var leila = town.leila.actor();
        var atOldbridge = work.as(leila, "today.see", () -> staff.able(leila, town.oldbridge.id(), "case.write"));
        assertThat(atOldbridge).extracting(Colleague::name).containsExactly("Leila Marzouq", "Mateo Condori");
    }

    @Test
    void somebody_at_a_public_page_learns_ids_of_those_on_duty_and_no_name() {
        var visitor = organisations.atPublicPage(town.riverbend, "request");
        var able = work.as(visitor, "public.report", () -> staff.able(visitor, town.mainDesk.id(), "intake.see"));
        assertThat(able).extracting(Colleague::id).containsExactlyInAnyOrder(town.fatou.id(), town.leila.id());
        assertThat(able).extracting(Colleague::name).containsOnly("");
    }

    @Test
    void rights_hold_in_the_office_of_the_role_only() {
        assertThat(town.wanjiru.actor().officesFor("case.write")).containsExactly(town.mainDesk.id());
        assertThat(town.leila.actor().officesFor("case.write"))
                .containsExactlyInAnyOrder(town.mainDesk.id(), town.oldbridge.id());
        assertThat(town.tomasz.actor().may("case.see")).isFalse();
    }

}
