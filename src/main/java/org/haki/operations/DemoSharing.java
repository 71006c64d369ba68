package org.haki.operations;

import java.util.ArrayList;
import java.util.List;
import org.haki.access.Accounts;
import org.haki.access.Organisation;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.SharingConsents;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.referrals.Referrals;
import org.haki.referrals.SendReferral;
import org.haki.referrals.SharedCases;
import org.haki.referrals.WriteEntry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** In the demonstration one organisation asks the other to help: one waits for an answer, others are at work. */
@Component
@ConditionalOnBooleanProperty("haki.demo")
class DemoSharing {

    private static final List<String> SERVICES = List.of("legal", "shelter", "counselling", "documents");
    private static final List<String> URGENCIES = List.of("urgent", "normal", "normal", "urgent");

    private final Organisations organisations;
    private final Accounts accounts;
    private final Staff staff;
    private final Work work;
    private final CaseFiles cases;
    private final SharingConsents consents;
    private final Referrals referrals;
    private final SharedCases shared;

    DemoSharing(
            Organisations organisations,
            Accounts accounts,
            Staff staff,
            Work work,
            CaseFiles cases,
            SharingConsents consents,
            Referrals referrals,
            SharedCases shared) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.staff = staff;
        this.work = work;
        this.cases = cases;
        this.consents = consents;
        this.referrals = referrals;
        this.shared = shared;
    }

    /** Shares some open cases of the one with the other. */
    void share(Organisation asking, Organisation helping) {
        int asked = 0;
        for (var worker : able(asking, "case.write")) {
            for (var file : openCases(worker)) {
                if (asked < SERVICES.size()) {
                    referrals.send(worker, file.code(), asking(helping, asked++), Op.own());
                }
            }
        }
        var helper = able(helping, "shared.write").getFirst();
        var waiting = shared.waiting(helper, SERVICES.size());
        for (var window : waiting.subList(0, Math.max(0, waiting.size() - 1))) {
            shared.accept(helper, window.id(), Op.own());
            shared.write(helper, window.id(), new WriteEntry("contact", "", "Called at the hour she named. She will come on Thursday.", ""), Op.own());
        }
    }

    /** One open case of this worker, of somebody who decides for herself. */
    private List<CaseFile> openCases(Actor worker) {
        return work.as(worker, "referral.send", () -> cases.ownedBy(worker, 10).stream()
                .filter(file -> file.isOpen() && !file.fenced() && consents.ageOf(worker, file).equals("adult"))
                .limit(2)
                .toList());
    }

    private List<Actor> able(Organisation organisation, String verb) {
        var system = organisations.system(organisation.id());
        var people = work.as(system, "demo.share", () -> staff.able(system, system.officesFor(verb), verb));
        return new ArrayList<>(people.stream().map(person -> accounts.actor(system, person.id())).toList());
    }

    private static SendReferral asking(Organisation helping, int number) {
        boolean whole = number % 2 == 0;
        return new SendReferral(
                "service", SERVICES.get(number), helping.id().toString(), URGENCIES.get(number), List.of("identity"),
                whole ? "whole" : "summary", whole ? "" : "She needs a safe place for a few nights, with one child.",
                "Please call her at the hours in her plan. She asks that nobody comes to the house.", "now", "verbal_phone", "self", "", "", "");
    }
}
