package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.TypedAnswers;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.forms.Node;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closings of a type that goes by sample: one in ten is drawn to be checked, and of each worker the first five. */
@HakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosingDrawTest {

    private static final int NEW_WORKERS = 5;

    @Autowired ApplicationContext haki;
    @Autowired CaseFiles cases;
    @Autowired Closings closings;
    @Autowired Verifications verifications;
    @Autowired Work work;
    @Autowired JdbcClient jdbc;
    @Autowired TypedAnswers answers;

    private Town town;
    private Actor wanjiru;
    private Actor leila;
    private Town.Person amina;

    /** Wanjiru's first closings are over; Amina is new. */
    @BeforeAll
    void a_town_that_helps_with_homes() {
        town = Town.in(haki);
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "housing", Op.own());
        wanjiru = town.wanjiru.actor();
        leila = town.leila.actor();
        amina = town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id()));
        for (int next = 0; next < NEW_WORKERS; next++) {
            assertThat(propose(open(wanjiru)).status()).isEqualTo(CaseStatus.CLOSING);
        }
    }

    @Test
    void about_one_in_so_many_is_drawn() {
        for (int oneIn : List.of(1, 2, 10, 50)) {
            int tries = 20_000;
            long drawn = IntStream.range(0, tries).filter(_ -> ClosingDraw.isDrawn(oneIn)).count();
            double expected = (double) tries / oneIn;
            double spread = Math.sqrt(expected * (1 - 1.0 / oneIn));
            assertThat((double) drawn).as("one in %d", oneIn).isBetween(expected - 6 * spread, expected + 6 * spread);
        }
    }

    @Test
    void the_first_closings_of_a_worker_are_drawn_and_the_page_says_so_only_afterwards() {
        var door = amina.signedIn();
        var file = open(amina.actor());
        assertThat(door.get(file.path() + "/closing").text()).doesNotContain("drawn").contains("Somebody else may ask whether it is so.");
        assertThat(send(door, file).next().text()).contains("It was drawn to be checked by somebody else");
        assertThat(now(file).status()).isEqualTo(CaseStatus.CLOSING);
        assertThat(door.get(file.path()).text()).contains("The closing was drawn to be checked by somebody else: among the first closings of a colleague");
        assertThat(door.get(file.path() + "/closing").text()).contains("among the first closings of a colleague");
        assertThatThrownBy(() -> verifications.verify(amina.actor(), file.code(), CaseTest.said("confirmed"), op(file)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isIn(Problem.Kind.OWN_PROPOSAL, Problem.Kind.NOT_YOURS));
        verifications.verify(town.fatou.actor(), file.code(), CaseTest.said("confirmed"), op(file));
        assertThat(now(file).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void C5_what_is_not_drawn_closes_with_the_proposal_and_a_row_says_that_nobody_checked() {
        var file = undrawn();
        var checks = verifications.of(leila, now(file));
        assertThat(checks).extracting(Verifications.Check::result).containsExactly("not_drawn");
        assertThat(checks.getFirst().by()).isEmpty();
        assertThat(closings.now(leila, now(file)).orElseThrow().verifier()).as("nobody is asked").isNull();
        assertThat(now(file).archiveDue()).isNotNull();
        var page = town.wanjiru.signedIn().get(file.path()).text();
        assertThat(page).contains("Closed with the proposal: it was not drawn to be checked");
        assertThat(facts(file, "closing_proposed", "")).isEqualTo(1);
        assertThat(facts(file, "case_closed", "not_drawn")).isEqualTo(1);
        assertThat(closings.waitingFor(town.fatou.actor())).extracting(CaseFile::id).doesNotContain(file.id());
        var trail = town.ines.signedIn().fill("/audit", "/audit", "code", file.code()).next();
        assertThat(trail.text()).contains("Closed with the proposal; not drawn to be checked");
    }

    @Test
    void proposing_again_does_not_draw_again() {
        var file = open(wanjiru);
        var proposed = propose(file);
        jdbcAsHaki("update haki.case_closure set draw = 'chance' where case_id = :id", file);
        if (proposed.status() == CaseStatus.CLOSED) {
            jdbcAsHaki("update haki.case_file set status = 'closing', closed_at = null, archive_due = null where id = :id", file);
        }
        for (int time = 0; time < 8; time++) {
            closings.withdraw(wanjiru, file.code(), op(file));
            assertThat(propose(file).status()).as("the draw is kept, time " + time).isEqualTo(CaseStatus.CLOSING);
        }
        verifications.verify(town.fatou.actor(), file.code(), CaseTest.said("disputed"), op(file));
        assertThat(propose(file).status()).as("also after a dispute").isEqualTo(CaseStatus.CLOSING);
        closings.withdraw(wanjiru, file.code(), op(file));
        closings.propose(leila, file.code(), said(), op(file));
        assertThat(now(file).status()).as("whoever proposes").isEqualTo(CaseStatus.CLOSING);
    }

    @Test
    void a_case_that_came_back_is_drawn_anew() {
        var file = undrawn();
        var drawnLater = false;
        for (int time = 0; time < 150 && !drawnLater; time++) {
            closings.reopen(wanjiru, file.code(), "came_back", op(file));
            settle(file);
            drawnLater = propose(file).status() == CaseStatus.CLOSING;
        }
        assertThat(drawnLater).as("not drawn once is not never drawn").isTrue();
    }

    @Test
    void taking_back_uses_up_no_draw_of_a_new_worker() {
        var odile = town.person(town.riverbend, "Odile Bana", "odile", new Membership("caseworker", town.mainDesk.id()));
        var one = open(odile.actor());
        for (int time = 0; time < NEW_WORKERS + 1; time++) {
            assertThat(propose(odile.actor(), one).status()).isEqualTo(CaseStatus.CLOSING);
            closings.withdraw(odile.actor(), one.code(), op(one));
        }
        assertThat(drawnAsNew(odile)).as("one case is one closing").isEqualTo(1);
        assertThat(propose(odile.actor(), open(odile.actor())).status()).isEqualTo(CaseStatus.CLOSING);
        assertThat(drawnAsNew(odile)).isEqualTo(2);
    }

    @Test
    void what_is_kept_to_its_team_is_always_checked_and_nothing_is_drawn() {
        var file = open(wanjiru);
        haki.getBean(Fences.class).raise(leila, file.code(), "danger", op(file));
        for (int time = 0; time < 3; time++) {
            assertThat(propose(file).status()).isEqualTo(CaseStatus.CLOSING);
            closings.withdraw(wanjiru, file.code(), op(file));
        }
    }

    @Test
    void a_proposal_sent_twice_closes_once() {
        var door = town.wanjiru.signedIn();
        for (int next = 0; next < 40; next++) {
            var file = open(wanjiru);
            var form = door.get(file.path() + "/closing").form(file.path() + "/closing");
            var first = form.send("toldReturn", "yes", "serviceLevel", "information", "keptYears", "3", "verifier", town.fatou.id().toString());
            assertThat(first.status()).as(first.text()).isEqualTo(303);
            if (now(file).status() == CaseStatus.CLOSED) {
                var second = form.send("toldReturn", "yes", "serviceLevel", "information", "keptYears", "3", "verifier", town.fatou.id().toString());
                assertThat(second.status()).isEqualTo(303);
                assertThat(second.location()).endsWith("done=not_drawn");
                assertThat(second.next().text()).contains("It was not drawn to be checked by somebody else.");
                assertThat(facts(file, "case_closed", "not_drawn")).isEqualTo(1);
                return;
            }
        }
        throw new AssertionError("forty closings were all drawn");
    }

    @Test
    void a_colleague_s_case_that_closes_so_is_told_to_its_owner_by_its_code_only() {
        for (int next = 0; next < 40; next++) {
            var file = open(wanjiru);
            haki.getBean(Teams.class).assign(leila, file.code(), amina.id(), op(file));
            if (propose(file).status() == CaseStatus.CLOSED) {
                assertThat(Everything.in(haki).mailsTo(amina.signInName())).contains("closing_undrawn " + file.path());
                return;
            }
        }
        throw new AssertionError("forty closings were all drawn");
    }

    /** A case of hers that was not drawn. */
    private CaseFile undrawn() {
        for (int next = 0; next < 40; next++) {
            var file = open(wanjiru);
            if (propose(file).status() == CaseStatus.CLOSED) {
                return now(file);
            }
        }
        throw new AssertionError("forty closings were all drawn");
    }

    private CaseFile open(Actor worker) {
        var file = work.as(worker, "case.open", () -> {
            var client = haki.getBean(Persons.class).register(worker, Identity.of("Hodan Warsame", "adult"), town.mainDesk.id(), false);
            var given = List.of(new Decision("services", "given", "verbal_phone", "self", "en"), new Decision("reporting", "given", "verbal_phone", "self", "en"));
            return cases.start(worker, new StartCase(Code.next(), town.mainDesk.id(), "housing", client, Map.of(), worker.person(), Set.of(), false,
                    "normal", "phone", Instant.now().minusSeconds(600), "The rain comes in.", given));
        });
        answers.put(file, Node.of("agreement", List.of(Node.of("signed_on", (Object) Town.today()))));
        settle(file);
        return now(file);
    }

    private void settle(CaseFile file) {
        jdbcAsHaki("update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id and state = 'planned'", file);
    }

    private CaseFile propose(CaseFile file) {
        return propose(wanjiru, file);
    }

    private CaseFile propose(Actor worker, CaseFile file) {
        closings.propose(worker, file.code(), said(), op(file));
        return now(file);
    }

    private Page send(Visitor door, CaseFile file) {
        return door.get(file.path() + "/closing").form(file.path() + "/closing")
                .send("toldReturn", "yes", "serviceLevel", "information", "keptYears", "3", "verifier", town.fatou.id().toString());
    }

    private ProposeClosing said() {
        return new ProposeClosing("stays", "completed", "information", "", "yes", town.fatou.id().toString(), "7");
    }

    private int facts(CaseFile file, String kind, String result) {
        return Everything.in(haki).count("""
                select count(*) from facts.fact f join facts.link l on l.org_id = f.org_id and l.ref = f.ref
                where f.org_id = :org and l.object_id = '%s' and f.kind = '%s' and f.result = '%s'""".formatted(file.id(), kind, result), town.riverbend);
    }

    private int drawnAsNew(Town.Person worker) {
        return work.as(leila, "case.see", () -> haki.getBean(ClosureRepository.class).drawnAsNew(worker.id(), "housing"));
    }

    private void jdbcAsHaki(String sql, CaseFile file) {
        work.as(town.riverbendSystem(), "case.archive", () -> jdbc.sql(sql).param("id", file.id()).update());
    }

    private CaseFile now(CaseFile file) {
        return cases.open(leila, file.code());
    }

    private Op op(CaseFile file) {
        return new Op(Id.next(), now(file).version(), new byte[] {1});
    }
}
