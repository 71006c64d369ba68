package org.haki.referrals;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.haki.access.Colleague;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseFiles;
import org.haki.cases.ConsentToShare;
import org.haki.cases.SharingConsents;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Who of the receiver works at a window, and what it does when the client tells it that she changed her mind. */
@Service
class WindowKeepers {

    private static final String VERB = "shared.give";

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final SharingConsents consents;
    private final SharedCases shared;
    private final CaseWindowRepository windows;
    private final ReferralRepository referrals;
    private final ReferralMail mail;

    WindowKeepers(
            Work work,
            Audit audit,
            Staff staff,
            Organisations organisations,
            CaseFiles cases,
            SharingConsents consents,
            SharedCases shared,
            CaseWindowRepository windows,
            ReferralRepository referrals,
            ReferralMail mail) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.organisations = organisations;
        this.cases = cases;
        this.consents = consents;
        this.shared = shared;
        this.windows = windows;
        this.referrals = referrals;
        this.mail = mail;
    }

    /** Who works at it now, and who could; refused unless it is at work. */
    ReaderPage page(Actor actor, UUID id, String chosen, Errors errors) {
        var window = shared.card(actor, id);
        return work.as(actor, VERB, () -> {
            if (!window.isOpen()) {
                throw Problem.notNow();
            }
            var names = staff.names(actor, window.readers());
            return new ReaderPage(window, names.values().stream().sorted().toList(), able(actor, window), chosen, errors);
        });
    }

    /** From now on this colleague works at it, and nobody else; she is told. */
    String give(Actor actor, UUID id, UUID person, Op op) {
        var window = shared.card(actor, id);
        return work.once(actor, VERB, op, () -> {
            boolean able = able(actor, window).stream().anyMatch(colleague -> colleague.id().equals(person));
            if (!able || !windows.give(id, List.of(person))) {
                throw Problem.notNow();
            }
            audit.note("window.given", id, person.toString());
            mail.handedOver(actor, window, person);
            return window.path();
        });
    }

    /** The client told the receiver that she takes her yes back: it is written down in the owner's context and acts at once. */
    String withdraw(Actor actor, UUID id, String method, Op op) {
        var window = shared.card(actor, id);
        var guest = shared.guest(actor, window);
        var language = organisations.of(actor.org()).language();
        var told = new AtomicReference<UUID>();
        var path = work.once(guest, "shared.answer", op, () -> {
            var referral = referrals.find(id).filter(row -> row.exception().isEmpty()).orElseThrow(Problem::notNow);
            var file = cases.byIds(guest, List.of(window.caseId())).get(window.caseId());
            if (file == null) {
                throw Problem.notNow();
            }
            consents.record(guest, file, new ConsentToShare(
                    "referral", guest.window().org(), "", "withdrawn", List.of(), null, method, "self", "", "", language));
            audit.shows(window.caseId());
            told.set(referral.madeBy());
            return window.path();
        });
        if (told.get() != null) {
            mail.answered(window, told.get());
        }
        return path;
    }

    private List<Colleague> able(Actor actor, CaseWindow window) {
        var verb = window.leads() ? "shared.lead" : "shared.write";
        var offices = window.toOffice() == null ? actor.officesFor(VERB) : List.of(window.toOffice());
        return staff.able(actor, offices, verb).stream().filter(colleague -> !window.readers().contains(colleague.id())).toList();
    }
}
