package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.RuleFindings;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.activities.OpenedActivity;
import org.haki.activities.Plans;
import org.haki.activities.Unfit;
import org.haki.cases.CaseFile;
import org.haki.cases.Teams;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.springframework.context.ApplicationContext;

/** Asha's case with everybody who has to do with it, beside {@link ConsentModel}: what a random sequence plays in. */
final class ConsentScene {

    final ApplicationContext haki;
    final Town town;
    /** Two people of each receiver: whoever takes a case on, and who may give it to the other. */
    final Map<UUID, List<Actor>> receivers;
    final Random random;
    final RuleFindings findings;
    final ConsentModel model = new ConsentModel();
    final CaseFile asha;
    /** A supervisor of the office who is not on the team. */
    final Town.Person nuru;
    /** Whose the case is now, and the colleague to whom it may go. */
    Actor owner;
    Actor colleague;

    ConsentScene(ApplicationContext haki, Town town, Map<UUID, List<Actor>> receivers, Random random, RuleFindings findings) {
        this.haki = haki;
        this.town = town;
        this.receivers = receivers;
        this.random = random;
        this.findings = findings;
        asha = CaseStory.in(haki, town).open();
        model.story.add(CaseStory.WORDS);
        owner = town.wanjiru.actor();
        colleague = town.person(town.riverbend, "Amani Juma", "amani-" + Id.next(), new Membership("caseworker", town.mainDesk.id())).actor();
        nuru = town.person(town.riverbend, "Nuru Hassan", "nuru-" + Id.next(), new Membership("supervisor", town.mainDesk.id()));
        haki.getBean(Teams.class).add(leila(), asha.code(), leila().person(), "supervisor", op());
    }

    Actor leila() {
        return town.leila.actor();
    }

    /** An operation of somebody who looks at the case as it is now. */
    Op op() {
        return on(Everything.in(haki).count("select version from haki.case_file where org_id = :org and id = '" + asha.id() + "'", town.riverbend));
    }

    static Op on(int version) {
        return new Op(Id.next(), version, new byte[] {(byte) version});
    }

    /** What is planned in the case and what was done, as its owner sees it. */
    List<OpenedActivity> plan() {
        return haki.getBean(Plans.class).ofCase(owner, asha);
    }

    boolean finished() {
        return plan().stream().noneMatch(one -> one.row().planned());
    }

    /** Whether it was done, which has to be as the model says. */
    boolean tried(boolean may, Supplier<String> command) {
        boolean done = succeeds(command::get);
        findings.check("lead", true, () -> assertThat(done).isEqualTo(may));
        return done;
    }

    Optional<UUID> pick() {
        return model.ways.isEmpty() ? Optional.empty() : Optional.of(one(new ArrayList<>(model.ways.keySet())));
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static boolean succeeds(Runnable command) {
        try {
            command.run();
            return true;
        } catch (Problem | Unfit refused) {
            return false;
        }
    }
}
