package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every test about a case begins with: a town, Asha's case, and Amina, a second caseworker at the Main desk. */
class CaseTest {

    @Autowired ApplicationContext haki;
    @Autowired CaseFiles cases;
    @Autowired Closings closings;
    @Autowired Verifications verifications;
    @Autowired Teams teams;
    @Autowired Persons persons;
    @Autowired Work work;
    @Autowired JdbcClient jdbc;

    Town town;
    Actor wanjiru;
    Actor amina;
    Actor leila;
    Actor fatou;
    CaseFile file;

    @BeforeEach
    void ashas_case() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.actor();
        leila = town.leila.actor();
        fatou = town.fatou.actor();
        amina = town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id())).actor();
        file = org.haki.CaseStory.in(haki, town).open();
        settleSteps(file);
    }

    /** A new case begins with steps; here they are over, so that it can be closed. */
    void settleSteps(CaseFile ofCase) {
        asHaki("update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id", ofCase);
    }

    void asHaki(String sql, CaseFile ofCase) {
        var system = town.riverbendSystem();
        work.as(system, "case.archive", () -> jdbc.sql(sql).param("id", ofCase.id()).update());
    }

    CaseFile now() {
        return cases.open(leila, file.code());
    }

    /** An operation on the case as it stands now. */
    Op op() {
        return op(now().version());
    }

    static Op op(int base) {
        return new Op(Id.next(), base, new byte[] {1});
    }

    /** Wanjiru proposes to close; Amina is asked to check it. */
    void propose() {
        closings.propose(wanjiru, file.code(), proposal(amina.person()), op());
    }

    static ProposeClosing proposal(UUID verifier) {
        return new ProposeClosing("solved", "completed", "legal", "The order stands.", "yes", verifier == null ? "" : verifier.toString());
    }

    void close() {
        propose();
        verifications.verify(amina, file.code(), said("confirmed"), op());
    }

    static VerifyClosing said(String result) {
        return new VerifyClosing(result, result.equals("unreachable") ? "" : "client", result.equals("unreachable") ? "3" : "", "");
    }

    UUID register(String name, boolean fenced) {
        return persons.register(leila, new Identity(
                name, List.of(), List.of(), null, "undisclosed", "adult", "", SafeContact.UNKNOWN, ""), town.mainDesk.id(), fenced);
    }

    static void refused(Problem.Kind kind, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
