package org.haki.referrals;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.access.Partner;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseParts;
import org.haki.cases.ConsentToShare;
import org.haki.cases.Decision;
import org.haki.cases.SharingConsents;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Gathers the pages about sharing a case, and says in words what stands against a step before it is taken. */
@Service
class ReferralDesk {

    private final Work work;
    private final CaseFiles cases;
    private final CaseParts parts;
    private final Networks networks;
    private final Organisations organisations;
    private final SharingConsents consents;
    private final Referrals referrals;
    private final ConsentRenewal renewal;
    private final Clock clock;

    ReferralDesk(
            Work work,
            CaseFiles cases,
            CaseParts parts,
            Networks networks,
            Organisations organisations,
            SharingConsents consents,
            Referrals referrals,
            ConsentRenewal renewal,
            Clock clock) {
        this.work = work;
        this.cases = cases;
        this.parts = parts;
        this.networks = networks;
        this.organisations = organisations;
        this.consents = consents;
        this.referrals = referrals;
        this.renewal = renewal;
        this.clock = clock;
    }

    CaseReferralsPage ofCase(Actor actor, String code, Errors errors) {
        return work.as(actor, "referral.see", () -> {
            var file = cases.openFor(actor, code, "referral.see");
            return new CaseReferralsPage(
                    parts.head(actor, file),
                    referrals.of(actor, file),
                    names(actor),
                    standing(actor, file).entrySet().stream()
                            .map(yes -> new CaseReferralsPage.Recipient(yes.getKey(), recipient(actor, yes.getValue())))
                            .toList(),
                    file.isOpen() && actor.may("referral.send", file.office()),
                    actor.may("referral.approve", file.office()),
                    errors);
        });
    }

    SendReferralPage toSend(Actor actor, String code, SendReferral said, Errors errors) {
        return work.as(actor, "referral.send", () -> {
            var file = cases.openFor(actor, code, "referral.send");
            if (!file.isOpen()) {
                throw Problem.notNow();
            }
            return new SendReferralPage(
                    parts.head(actor, file), networks.partners(actor), consents.ageOf(actor, file), said, errors);
        });
    }

    /** What stands against sending it, beside the fields: nobody like that in the network, no yes that covers it. */
    Errors hindrances(Actor actor, String code, SendReferral said) {
        return work.as(actor, "referral.send", () -> {
            var file = cases.openFor(actor, code, "referral.send");
            var errors = new Errors().unless(
                    networks.partner(actor, said.toOrg()).filter(Partner::active).isPresent(), "to", "SendReferral.to");
            if (said.isLead()) {
                errors.unless(referrals.of(actor, file).stream().noneMatch(one -> one.kind().equals("lead") && one.isLive()), "kind", "SendReferral.leads");
            }
            if (said.consent().equals("before")) {
                var yes = standing(actor, file).get(key(said.toOrg(), ""));
                errors.unless(yes != null, "consent", "SendReferral.consent.none");
                errors.unless(yes == null || yes.said().sections().containsAll(said.sections()), "consent", "SendReferral.consent.less");
                errors.unless(!errors.isEmpty() || referrals.isConsented(file, said), "consent", "SendReferral.consent.over");
            }
            if (said.asksNow()) {
                errors.addAll(consents.hindrances(actor, file, said.decision(referrals.today(actor), "en")));
            }
            return errors;
        });
    }

    Errors withdrawalErrors(Actor actor, String code, String recipient, String method) {
        return work.as(actor, "consent.share", () -> {
            var file = cases.openFor(actor, code, "consent.share");
            return new Errors()
                    .unless(standing(actor, file).containsKey(recipient), "recipient", "Case.chooseOne")
                    .unless(Decision.METHODS.contains(method), "method", "RecordConsent.method");
        });
    }

    /** Writes down that the client takes a yes back; what it had opened ends in the same transaction. */
    String withdraw(Actor actor, String code, String recipient, String method, Op op) {
        return work.once(actor, "consent.share", op, () -> {
            var file = cases.openFor(actor, code, "consent.share");
            var yes = standing(actor, file).get(recipient);
            if (yes == null) {
                throw Problem.notNow();
            }
            var said = yes.said();
            consents.record(actor, file, new ConsentToShare(
                    said.purpose(), said.toOrg(), said.toName(), "withdrawn", List.of(), null, method, "self", "", "",
                    organisations.of(actor.org()).language()));
            return file.path() + "/referrals";
        });
    }

    Errors renewalErrors(Actor actor, String code, String recipient, String method, String until) {
        var errors = work.as(actor, "consent.share", () -> new Errors()
                .unless(standing(actor, cases.openFor(actor, code, "consent.share")).containsKey(recipient), "renew-recipient", "Case.chooseOne")
                .unless(Decision.METHODS.contains(method), "renew-method", "RecordConsent.method"));
        var day = PartialDate.read(until, "renewUntil", errors);
        var today = referrals.today(actor);
        return errors.unless(until.isBlank() || day != null && day.day() != null && !day.about() && day.earliest().isAfter(today)
                && !day.earliest().isAfter(today.plusDays(ConsentToShare.LONGEST_DAYS - 1)), "renewUntil", "SendReferral.until");
    }

    /** Writes down that she was asked again and said yes. */
    String renew(Actor actor, String code, String recipient, String method, String until, Op op) {
        var yes = work.as(actor, "consent.share", () -> standing(actor, cases.openFor(actor, code, "consent.share")).get(recipient));
        if (yes == null) {
            throw Problem.notNow();
        }
        var day = PartialDate.read(until, "renewUntil", new Errors());
        var last = day == null ? referrals.today(actor).plusDays(ConsentToShare.LONGEST_DAYS - 1) : day.earliest();
        return renewal.renew(actor, code, yes, method, last, op);
    }

    /** The names of the actor's own organisation and of all in its network. */
    Map<UUID, String> names(Actor actor) {
        return work.as(actor, "today.see", () -> {
            var names = networks.known(actor).stream().collect(Collectors.toMap(Partner::id, Partner::name));
            names.put(actor.org(), organisations.of(actor.org()).name());
            return names;
        });
    }

    /** The latest word to each recipient, where it is a yes that has not ended. */
    Map<String, SharingConsents.Recorded> standing(Actor actor, CaseFile file) {
        var latest = new LinkedHashMap<String, SharingConsents.Recorded>();
        consents.of(actor, file).forEach(one -> latest.put(key(one.said().toOrg(), one.said().toName()), one));
        latest.values().removeIf(one -> !one.isLive(clock.instant()));
        return latest;
    }

    private String recipient(Actor actor, SharingConsents.Recorded yes) {
        return yes.said().toOrg() == null ? yes.said().toName() : names(actor).getOrDefault(yes.said().toOrg(), "");
    }

    private static String key(UUID toOrg, String toName) {
        return toOrg == null ? toName : toOrg.toString();
    }
}
