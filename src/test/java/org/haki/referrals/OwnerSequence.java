package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haki.referrals.ConsentScene.succeeds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.Everything;
import org.haki.RuleFindings;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.activities.Activity;
import org.haki.activities.OpenedActivity;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Closings;
import org.haki.cases.Fences;
import org.haki.cases.Teams;
import org.haki.cases.Verifications;
import org.haki.cases.VerifyClosing;
import org.springframework.context.ApplicationContext;

/** What the owner's people do beside a lead, and what happens meanwhile: the night, a suspension, the fence. A part of {@link LeadSequence}. */
final class OwnerSequence {

    enum Step { PROPOSED, WITHDREW, CONFIRMED, DISPUTED, REOPENED, GAVE, FENCED, UNFENCED, GLASS, SUSPENDED, RESUMED, NIGHT }

    private final ConsentScene scene;
    private final ConsentModel model;
    private final RuleFindings findings;
    private final ApplicationContext haki;
    private final CaseFile asha;
    private final Map<UUID, Organisation> organisations;
    private Map<UUID, Activity> before = new HashMap<>();
    private UUID leader;
    private boolean fenced;
    private boolean glass;

    OwnerSequence(ConsentScene scene) {
        this.scene = scene;
        model = scene.model;
        findings = scene.findings;
        haki = scene.haki;
        asha = scene.asha;
        organisations = scene.receivers.keySet().stream().collect(Collectors.toMap(one -> one, haki.getBean(Organisations.class)::of));
    }

    void step(Step step) {
        findings.step("owner " + step);
        switch (step) {
            case PROPOSED, WITHDREW, CONFIRMED, DISPUTED, REOPENED -> closing(step);
            case GAVE -> giveCase();
            case FENCED, UNFENCED, GLASS -> fence(step);
            case SUSPENDED, RESUMED -> suspend(scene.one(List.copyOf(scene.receivers.keySet())), step == Step.SUSPENDED);
            case NIGHT -> {
                haki.getBean(ReferralRoutine.class).look(scene.town.riverbendSystem());
                model.night();
            }
        }
    }

    /** Nobody is kept out when the next sequence begins. */
    void end() {
        Set.copyOf(model.suspended).forEach(org -> suspend(org, false));
    }

    private void closing(Step step) {
        var verifications = haki.getBean(Verifications.class);
        var closings = haki.getBean(Closings.class);
        var leila = scene.leila();
        boolean closing = model.status.equals("closing");
        var check = new VerifyClosing(step == Step.DISPUTED ? "disputed" : "confirmed", "client", "", "");
        switch (step) {
            case PROPOSED -> {
                boolean may = model.isOpen() && model.lead().isEmpty() && !model.helped(null) && scene.finished();
                moved(may, "closing", () -> closings.propose(scene.owner, asha.code(), LeadSequence.CLOSING, scene.op()));
            }
            case WITHDREW -> moved(closing, "open", () -> closings.withdraw(scene.owner, asha.code(), scene.op()));
            case REOPENED -> moved(model.status.equals("closed"), "open", () -> closings.reopen(leila, asha.code(), "again", scene.op()));
            default -> {
                var others = Stream.concat(Stream.of(scene.owner), scene.receivers.values().stream().flatMap(List::stream)).toList();
                others.forEach(one -> findings.check("C5", closing, () ->
                        assertThat(succeeds(() -> verifications.verify(one, asha.code(), check, scene.op()))).isFalse()));
                boolean may = closing && (step == Step.DISPUTED || !model.helped(null) && scene.finished());
                moved(may, step == Step.DISPUTED ? "open" : "closed", () -> verifications.verify(leila, asha.code(), check, scene.op()));
                if (model.status.equals("closed")) {
                    model.lead().ifPresent(way -> way.state = "completed");
                }
            }
        }
    }

    private void moved(boolean may, String status, Supplier<String> command) {
        if (scene.tried(may, command)) {
            model.status = status;
            model.proposer = null;
        }
    }

    private void giveCase() {
        var from = scene.owner;
        var to = scene.colleague;
        if (scene.tried(model.isOpen(), () -> haki.getBean(Teams.class).assign(scene.leila(), asha.code(), to.person(), scene.op()))) {
            scene.owner = to;
            scene.colleague = from;
        }
    }

    private void fence(Step step) {
        switch (step) {
            case FENCED -> fenced |= scene.tried(model.isOpen() && !fenced,
                    () -> haki.getBean(Fences.class).raise(scene.owner, asha.code(), "danger", scene.op()));
            case UNFENCED -> fenced &= !scene.tried(model.isOpen() && fenced,
                    () -> haki.getBean(Fences.class).lower(scene.leila(), asha.code(), "danger_over", scene.op()));
            default -> {
                // whoever's organisation is suspended does not even sign in
                for (var person : Stream.of(scene.nuru, scene.town.prem).filter(one -> !model.suspended.contains(one.actor().org())).toList()) {
                    person.signedIn().fill("/break-glass", "/break-glass", "code", asha.code(), "reason", "danger_now", "told", "nobody");
                }
                glass |= fenced;
            }
        }
    }

    private void suspend(UUID org, boolean out) {
        var organisation = organisations.get(org);
        var database = Everything.in(haki);
        if (out) {
            database.suspend(organisation);
            model.suspended.add(org);
        } else {
            database.reinstate(organisation);
            model.suspended.remove(org);
        }
    }

    /** After every step: whose the work is, how the case stands, and who finds it. */
    void look() {
        var rows = scene.plan().stream().map(OpenedActivity::row).collect(Collectors.toMap(Activity::id, row -> row));
        var now = model.lead().filter(way -> way.reader != null).map(way -> way.recipient).orElse(null);
        rows.values().stream().filter(Activity::planned).forEach(row -> {
            var was = before.get(row.id());
            findings.check("P9", now == null, () -> assertThat(row.assigneeOrg()).as("work of a lead that ended").isNull());
            findings.check("lead", now != null, () -> assertThat(row.assigneeOrg()).isIn(now, null));
            findings.check("P9", leader != null && now == null && was != null && was.planned() && was.assigneeOrg() != null, () ->
                    assertThat(row.assignee()).as("handed back").isEqualTo(scene.owner.person()));
        });
        findings.check("lead", true, () -> assertThat(model.ways.values().stream().filter(way -> way.alive() && way.leads()).count()).isLessThanOrEqualTo(1));
        findings.check("lead", true, () -> assertThat(haki.getBean(CaseFiles.class).byId(scene.owner, asha.id()).status().name()).isEqualToIgnoringCase(model.status));
        findings.check("P7", fenced, () -> assertThat(succeeds(() -> haki.getBean(CaseFiles.class).byId(scene.nuru.actor(), asha.id()))).isEqualTo(glass));
        findings.check("P7", true, () -> assertThat(haki.getBean(CaseFiles.class).byIds(scene.town.prem.actor(), List.of(asha.id()))).isEmpty());
        before = rows;
        leader = now;
    }
}
