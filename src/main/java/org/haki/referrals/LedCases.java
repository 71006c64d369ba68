package org.haki.referrals;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.haki.activities.Activities;
import org.haki.activities.ActivityScene;
import org.haki.activities.ActivityScenes;
import org.haki.activities.LedTimelines;
import org.haki.activities.RecordActivity;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseStatus;
import org.haki.cases.Closings;
import org.haki.cases.LeadClosings;
import org.haki.cases.ProposeClosing;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/**
 * A case of another organisation that this one leads: its people work the plan and propose closing, as the owner's own
 * caseworker would, through the window.
 */
@Service
class LedCases {

    private static final String VERB = "shared.lead";

    /** Somebody at the window of a case that her organisation leads. */
    record Seat(CaseWindow window, Actor guest) {

        String code() {
            return window.code();
        }
    }

    private final Work work;
    private final CaseFiles cases;
    private final SharedCases shared;
    private final Activities activities;
    private final ActivityScenes scenes;
    private final LedTimelines timelines;
    private final LeadClosings closings;
    private final Closings ownersClosings;
    private final ReferralMail mail;
    private final Clock clock;

    LedCases(
            Work work,
            CaseFiles cases,
            SharedCases shared,
            Activities activities,
            ActivityScenes scenes,
            LedTimelines timelines,
            LeadClosings closings,
            Closings ownersClosings,
            ReferralMail mail,
            Clock clock) {
        this.work = work;
        this.cases = cases;
        this.shared = shared;
        this.activities = activities;
        this.scenes = scenes;
        this.timelines = timelines;
        this.closings = closings;
        this.ownersClosings = ownersClosings;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Where the actor works; nobody finds a window that leads nowhere, or that a colleague works at. Whoever led until just
     * now is told that she does no more.
     */
    Seat at(Actor actor, UUID id) {
        var window = shared.card(actor, id);
        boolean over = !window.isLive() || window.until().isBefore(clock.instant());
        if (window.leads() && over && window.readers().contains(actor.person())) {
            throw Problem.notNow();
        }
        var guest = shared.guest(actor, window);
        return work.as(guest, window.leads() ? VERB : "shared.see", () -> {
            if (!window.leads() || cases.byIds(guest, List.of(window.caseId())).isEmpty()) {
                throw Problem.notFound();
            }
            return new Seat(window, guest);
        });
    }

    /** The plan of the case, with all that forms about it offer. */
    ActivityScene scene(Seat seat) {
        return scenes.of(seat.guest(), seat.code());
    }

    /** Something done in the plan; then its timeline is followed for its owner. Answers where to go and look. */
    String deed(Seat seat, Supplier<String> deed) {
        var path = deed.get();
        timelines.follow(seat.window().ownerOrg());
        return path;
    }

    /** Writes down what happened; a note is an entry of the window, the rest stands in the plan. */
    String record(Seat seat, RecordActivity said, Op op) {
        return deed(seat, () -> work.once(seat.guest(), VERB, op, () -> {
            var path = activities.record(seat.guest(), seat.code(), said, new Op(Id.next(), op.base(), op.hash()));
            if (said.isNote()) {
                shared.insert(seat.guest(), seat.window(), "note", "", said.text(), said.at(clock.instant(), seat.guest().zone()));
            }
            return path;
        }));
    }

    LeadClosingPage closingPage(Seat seat, ProposeClosing said, Errors errors) {
        var unmet = closings.unmet(seat.guest(), seat.code());
        return work.as(seat.guest(), VERB, () -> {
            var scene = scene(seat);
            var file = scene.file();
            if (file.status() == CaseStatus.CLOSING) {
                return new LeadClosingPage(scene, new Errors(), List.of(), closings.now(seat.guest(), file).orElseThrow(Problem::notNow), said, errors);
            }
            return new LeadClosingPage(scene, ownersClosings.obstacles(seat.guest(), file), unmet, null, said, errors);
        });
    }

    /** Proposes closing; the owner's people are told and check it. */
    String propose(Seat seat, ProposeClosing said, Op op) {
        var path = deed(seat, () -> closings.propose(seat.guest(), seat.code(), said, op));
        mail.proposed(seat.window());
        return path;
    }

    String withdraw(Seat seat, Op op) {
        return deed(seat, () -> closings.withdraw(seat.guest(), seat.code(), op));
    }
}
