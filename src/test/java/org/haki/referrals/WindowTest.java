package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseNotes;
import org.haki.cases.ConsentToShare;
import org.haki.cases.SharingConsents;
import org.haki.cases.WriteNote;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What Northgate sees of Asha's case, which is Riverbend's: the consented sections, while it may. */
@HakiTest
@Import(TestClock.class)
class WindowTest {

    @Autowired ApplicationContext haki;
    @Autowired Referrals referrals;
    @Autowired SharedCases shared;
    @Autowired OnwardReferrals onward;
    @Autowired SharingConsents consents;
    @Autowired CaseNotes notes;
    @Autowired CaseFiles cases;
    @Autowired Work work;
    @Autowired OpenReferrals check;
    @Autowired ReferralRoutine routine;
    @Autowired TestClock clock;

    private Town town;
    private UUID network;
    private Actor wanjiru;
    private Actor sushila;
    private CaseFile asha;

    @BeforeEach
    void a_case() {
        town = Town.in(haki);
        network = town.inOneNetwork();
        wanjiru = town.wanjiru.actor();
        sushila = town.sushila.actor();
        asha = CaseStory.in(haki, town).open();
    }

    @Test
    void nothing_is_sent_without_a_consent() {
        assertThatThrownBy(() -> referrals.send(wanjiru, asha.code(), asking("before", "whole", "identity"), Op.own()))
                .isInstanceOf(Problem.class);
        assertThat(list()).isEmpty();
    }

    @Test
    void nothing_is_sent_beyond_what_she_agreed_to() {
        send("none", "identity");
        referrals.revoke(wanjiru, asha.code(), list().getFirst().id(), "mistake", Op.own());
        assertThatThrownBy(() -> referrals.send(wanjiru, asha.code(), asking("before", "whole", "identity"), Op.own()))
                .isInstanceOf(Problem.class);
    }

    @Test
    void an_organisation_outside_the_network_is_nobody() {
        var elsewhere = Town.in(haki);
        var said = new SendReferral("service", "legal", elsewhere.northgate.id().toString(), "normal", List.of("identity"), "none", "",
                "", "now", "signature", "self", "", "", "");
        assertThatThrownBy(() -> referrals.send(wanjiru, asha.code(), said, Op.own())).isInstanceOf(Problem.class);
    }

    @Test
    void before_it_is_accepted_only_the_referral_itself_is_seen() {
        var id = send("whole", "identity", "plan");
        var view = shared.view(sushila, id);
        assertThat(view.referral().words().instructions()).isEqualTo("Please go with her to the court.");
        assertThat(view.file()).isNull();
        assertThat(view.client()).isNull();
        assertThat(view.story()).isEmpty();
    }

    @Test
    void an_accepted_window_shows_the_consented_sections_live() {
        var id = send("whole", "identity");
        shared.accept(sushila, id, Op.own());
        var view = shared.view(sushila, id);
        assertThat(view.client().name()).isEqualTo("Asha Thapa");
        assertThat(view.story()).hasSize(1);
        assertThat(view.story().getFirst().text()).isEqualTo(CaseStory.WORDS);
        notes.write(wanjiru, asha.code(), new WriteNote("The hearing is moved.", ""), Op.own());
        assertThat(shared.view(sushila, id).story()).hasSize(2);
        assertThat(shared.view(sushila, id).story()).as("whose words, but no names of staff")
                .extracting(entry -> entry.by()).containsOnly(town.riverbend.name());
    }

    @Test
    void what_was_not_consented_to_is_not_there() {
        var id = send("none", "plan");
        shared.accept(sushila, id, Op.own());
        var view = shared.view(sushila, id);
        assertThat(view.client()).isNull();
        assertThat(view.story()).isEmpty();
    }

    @Test
    void a_note_that_its_writer_keeps_is_in_no_window() {
        var id = send("whole");
        shared.accept(sushila, id, Op.own());
        notes.write(wanjiru, asha.code(), new WriteNote("Not for others.", "", "yes"), Op.own());
        assertThat(shared.view(sushila, id).story()).extracting(entry -> entry.text()).doesNotContain("Not for others.");
    }

    @Test
    void whoever_did_not_accept_it_sees_the_card_only() {
        var id = send("whole", "identity");
        shared.accept(sushila, id, Op.own());
        var view = shared.view(town.prem.actor(), id);
        assertThat(view.file()).isNull();
        assertThat(view.story()).isEmpty();
        assertThatThrownBy(() -> shared.view(town.nadia.actor(), id)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> shared.view(town.mateo.actor(), id)).isInstanceOf(Problem.class);
    }

    @Test
    void what_the_receiver_writes_stands_in_the_owners_story_and_stays_its_own() {
        var id = send("whole", "identity");
        shared.accept(sushila, id, Op.own());
        shared.write(sushila, id, new WriteEntry("service", "legal", "We went to court together.", ""), Op.own());
        assertThat(referrals.story(wanjiru, asha)).filteredOn(WindowEntry.class::isInstance).extracting("text").containsExactly("We went to court together.");
        referrals.revoke(wanjiru, asha.code(), id, "no_longer_needed", Op.own());
        var view = shared.view(sushila, id);
        assertThat(view.entries()).extracting(WindowEntry::text).containsExactly("We went to court together.");
        assertThat(view.referral()).isNull();
        assertThat(view.client()).isNull();
        assertThatThrownBy(() -> shared.write(sushila, id, new WriteEntry("note", "", "Later.", ""), Op.own())).isInstanceOf(Problem.class);
    }

    @Test
    void a_withdrawn_consent_ends_every_window_on_it_at_once() {
        var id = send("whole", "identity");
        shared.accept(sushila, id, Op.own());
        work.as(wanjiru, "consent.share", () -> consents.record(wanjiru, asha, new ConsentToShare(
                "referral", town.northgate.id(), "", "withdrawn", List.of(), null, "verbal_phone", "self", "", "", "en")));
        var view = shared.view(sushila, id);
        assertThat(view.window().state()).isEqualTo("revoked");
        assertThat(view.file()).isNull();
        assertThatThrownBy(() -> shared.complete(sushila, id, "", Op.own())).isInstanceOf(Problem.class);
    }

    @Test
    void an_exception_waits_for_another_persons_approval() {
        referrals.send(town.leila.actor(), asha.code(), asking("vital_interest", "whole", "identity"), Op.own());
        assertThat(list()).isEmpty();
        var id = work.as(wanjiru, "referral.see", () -> referrals.of(wanjiru, asha)).getFirst().id();
        assertThatThrownBy(() -> referrals.approve(wanjiru, asha.code(), id, Op.own())).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> referrals.approve(town.leila.actor(), asha.code(), id, Op.own())).isInstanceOf(Problem.class);
    }

    @Test
    void onward_goes_at_most_what_is_seen_with_a_yes_of_its_own() {
        var third = Town.in(haki);
        haki.getBean(Networks.class).enter(haki.getBean(Organisations.class).system(third.northgate.id()), network);
        var id = send("none", "identity");
        shared.accept(sushila, id, Op.own());
        assertThatThrownBy(() -> onward.send(sushila, id, asking(third.northgate.id(), "now", "whole", "identity"), Op.own()))
                .isInstanceOf(Problem.class);
        onward.send(sushila, id, asking(third.northgate.id(), "now", "none", "identity"), Op.own());
        var theirs = third.sushila.actor();
        var second = shared.list(theirs, CaseWindow.LIVE, CaseWindowRepository.Mark.FIRST, 5).getFirst().id();
        shared.accept(theirs, second, Op.own());
        assertThat(shared.view(theirs, second).client().name()).isEqualTo("Asha Thapa");
        shared.write(theirs, second, new WriteEntry("note", "", "She has a bed here.", ""), Op.own());
        assertThat(referrals.story(wanjiru, asha)).filteredOn(WindowEntry.class::isInstance).extracting("text").containsExactly("She has a bed here.");
        assertThat(shared.view(sushila, id).entries()).isEmpty();
        referrals.revoke(wanjiru, asha.code(), second, "safety", Op.own());
        assertThat(shared.view(theirs, second).client()).isNull();
        assertThat(shared.view(sushila, id).client()).isNotNull();
    }

    @Test
    void a_suspended_organisation_sees_nothing_at_its_next_request() {
        var id = send("whole", "identity");
        shared.accept(sushila, id, Op.own());
        Everything.in(haki).suspend(town.northgate);
        assertThat(shared.view(sushila, id).file()).isNull();
    }

    @Test
    void a_case_is_not_proposed_for_closing_while_somebody_else_works_with_it() {
        send("whole", "identity");
        assertThat(work.as(wanjiru, "referral.see", () -> check.check(wanjiru, asha)).isEmpty()).isFalse();
        referrals.revoke(wanjiru, asha.code(), list().getFirst().id(), "mistake", Op.own());
        assertThat(work.as(wanjiru, "referral.see", () -> check.check(wanjiru, asha)).isEmpty()).isTrue();
    }

    @Test
    void without_an_answer_it_is_asked_once_more_and_then_expires() {
        var id = send("whole", "identity");
        passes(Duration.ofHours(73));
        assertThat(shared.view(sushila, id).window().extended()).isTrue();
        assertThat(shared.view(sushila, id).window().state()).isEqualTo("sent");
        passes(Duration.ofHours(73));
        assertThat(shared.view(sushila, id).window().state()).isEqualTo("expired");
        assertThatThrownBy(() -> shared.accept(sushila, id, Op.own())).isInstanceOf(Problem.class);
    }

    @Test
    void the_end_of_her_consent_ends_what_was_accepted() {
        var id = send("whole", "identity");
        shared.accept(sushila, id, Op.own());
        passes(Duration.ofDays(367));
        assertThat(shared.view(sushila, id).window().reason()).isEqualTo("consent_ended");
    }

    private void passes(Duration time) {
        clock.pass(time);
        routine.look(town.riverbendSystem());
    }

    @Test
    void the_same_referral_sent_twice_is_one() {
        var op = Op.own();
        referrals.send(wanjiru, asha.code(), asking("now", "whole", "identity"), op);
        referrals.send(wanjiru, asha.code(), asking("now", "whole", "identity"), op);
        assertThat(list()).hasSize(1);
    }

    private UUID send(String story, String... show) {
        referrals.send(wanjiru, asha.code(), asking("now", story, show), Op.own());
        return list().getLast().id();
    }

    private SendReferral asking(String consent, String story, String... show) {
        return asking(town.northgate.id(), consent, story, show);
    }

    private static SendReferral asking(UUID to, String consent, String story, String... show) {
        return new SendReferral("service", "legal", to.toString(), "urgent", List.of(show), story, "",
                "Please go with her to the court.", consent, "verbal_phone", "self", "", "", "");
    }

    private List<CaseWindow> list() {
        return shared.list(sushila, CaseWindow.LIVE, CaseWindowRepository.Mark.FIRST, 50);
    }
}
