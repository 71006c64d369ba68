package org.haki.referrals;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.haki.access.Organisations;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseParts;
import org.haki.cases.ConsentToShare;
import org.haki.cases.SharingConsents;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/**
 * Somebody without Haki is asked to help: a clinic, a shelter, an office of the police, by name. They answer at a page
 * made for them, or by telephone, and then whoever asked writes it down.
 */
@Service
public class OutsideReferrals {

    /** What they may answer. */
    static final List<String> ANSWERS = List.of("accepted", "rejected", "completed", "not_received");
    private static final List<String> NEED_A_REASON = List.of("rejected", "not_received");
    private static final int LONGEST_NAME = 120;

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final CaseParts parts;
    private final SharingConsents consents;
    private final Referrals referrals;
    private final ReferralDesk desk;
    private final ReferralRepository rows;
    private final CaseWindowRepository windows;
    private final GuestPassRepository passes;
    private final GuestPasses made;
    private final ReferralSeal seal;
    private final ReferralMail mail;

    OutsideReferrals(
            Work work,
            Audit audit,
            Organisations organisations,
            CaseFiles cases,
            CaseParts parts,
            SharingConsents consents,
            Referrals referrals,
            ReferralDesk desk,
            ReferralRepository rows,
            CaseWindowRepository windows,
            GuestPassRepository passes,
            GuestPasses made,
            ReferralSeal seal,
            ReferralMail mail) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.cases = cases;
        this.parts = parts;
        this.consents = consents;
        this.referrals = referrals;
        this.desk = desk;
        this.rows = rows;
        this.windows = windows;
        this.passes = passes;
        this.made = made;
        this.seal = seal;
        this.mail = mail;
    }

    SendOutsidePage form(Actor actor, String code, String name, SendReferral said, Errors errors) {
        return work.as(actor, "referral.send", () -> {
            var file = open(actor, code);
            return new SendOutsidePage(parts.head(actor, file), name, consents.ageOf(actor, file), said, errors);
        });
    }

    /** What needs another look, and what stands against it. */
    Errors errors(Actor actor, String code, String name, SendReferral said) {
        return work.as(actor, "referral.send", () -> {
            var file = open(actor, code);
            var recipient = called(name);
            var errors = new Errors()
                    .unless(!recipient.isBlank() && recipient.length() <= LONGEST_NAME, "name", "SendOutside.name", LONGEST_NAME)
                    .addAll(said.errorsBesidesWhom(referrals.today(actor)));
            if (!errors.isEmpty()) {
                return errors;
            }
            if (said.consent().equals("before")) {
                var yes = desk.standing(actor, file).get(recipient);
                errors.unless(yes != null, "consent", "SendReferral.consent.none")
                        .unless(yes == null || yes.said().sections().containsAll(said.sections()), "consent", "SendReferral.consent.less");
            }
            if (said.asksNow()) {
                errors.addAll(consents.hindrances(actor, file, decision(actor, recipient, said)));
            }
            return errors;
        });
    }

    /**
     * Writes the referral down and opens its window; nobody sees anything before a page was made for them. With an
     * exception instead of a consent it waits for a supervisor. Answers the address of the referral.
     */
    String send(Actor actor, String code, String name, SendReferral said, Op op) {
        return work.once(actor, "referral.send", op, () -> {
            var file = open(actor, code);
            var recipient = called(name);
            var id = Id.next();
            var consent = said.asksNow() ? consents.record(actor, file, decision(actor, recipient, said)) : null;
            var row = new ReferralRepository.Row(
                    id, file.id(), actor.org(), null, "service", said.service(), null, null, recipient, said.urgency(), said.sections(),
                    consent, said.exception(), null, seal.seal(file, id, said.words()), null, actor.person());
            rows.insert(row);
            audit.note("referral.made", id, file.code());
            if (row.exception().isEmpty()) {
                referrals.open(file, row);
            } else {
                mail.askApproval(actor, file);
            }
            cases.touch(actor, file);
            return file.path() + "/outside/" + id;
        });
    }

    /** One of them, and the page that was made for it. */
    OutsidePage page(Actor actor, String code, UUID id, Errors errors) {
        return work.as(actor, "referral.see", () -> {
            var file = cases.openFor(actor, code, "referral.see");
            var referral = referrals.of(actor, file).stream().filter(one -> one.id().equals(id) && one.toOrg() == null)
                    .findFirst().orElseThrow(Problem::notFound);
            return new OutsidePage(
                    parts.head(actor, file), referral, passes.of(id).orElse(null), actor.may("referral.send", file.office()),
                    made.mayMail(), errors);
        });
    }

    /** What needs another look in what they answered by telephone. */
    static Errors answerErrors(String answer, String reason) {
        return new Errors()
                .unless(ANSWERS.contains(answer), "answer", "Case.chooseOne")
                .unless(!NEED_A_REASON.contains(answer) || SharedCases.REASONS.contains(reason), "reason", "OutsidePage.reason.needed");
    }

    /** Writes down what they answered; whoever gives a service has taken it on. */
    String answer(Actor actor, String code, UUID id, String answer, String reason, Op op) {
        return work.once(actor, "referral.send", op, () -> {
            var file = cases.openFor(actor, code, "referral.send");
            var row = rows.find(id).filter(found -> found.caseId().equals(file.id()) && found.toOrg() == null).orElseThrow(Problem::notFound);
            var card = card(file, row.id()).orElseThrow(Problem::notNow);
            if (card.state().equals("sent") && List.of("completed", "not_received").contains(answer)) {
                refuseUnless(windows.move(id, "accepted", ""));
            }
            refuseUnless(windows.move(id, answer, NEED_A_REASON.contains(answer) ? reason : ""));
            audit.note("referral." + answer, id, "told " + reason);
            cases.touch(actor, file);
            return file.path() + "/outside/" + id;
        });
    }

    /** How these referrals call those who have no account, for whoever reads the trail. */
    public Map<UUID, String> names(Actor actor, Collection<UUID> referrals) {
        return work.as(actor, "audit.see", () -> passes.names(referrals));
    }

    private Optional<CaseWindow> card(CaseFile file, UUID id) {
        return windows.of(List.of(file.id())).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private CaseFile open(Actor actor, String code) {
        var file = cases.openFor(actor, code, "referral.send");
        refuseUnless(file.isOpen());
        return file;
    }

    private ConsentToShare decision(Actor actor, String recipient, SendReferral said) {
        var typed = said.decision(referrals.today(actor), organisations.of(actor.org()).language());
        return new ConsentToShare(
                typed.purpose(), null, recipient, typed.decision(), typed.sections(), typed.until(), typed.method(), typed.byWhom(),
                typed.assent(), typed.witness(), typed.language());
    }

    private static String called(String name) {
        return Text.clean(name).strip().replaceAll("\\s+", " ");
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notNow();
        }
    }
}
