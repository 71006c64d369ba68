package org.haki.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.haki.cases.ConsentToShare;
import org.haki.cases.Decision;
import org.haki.kernel.Errors;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;

/**
 * A referral as typed. What travels is asked and has no default (P18).
 *
 * @param kind         "service" or "lead"; who leads sees the plan and works it, which she agrees to as to anything else
 * @param to           the partner's id
 * @param show         of "identity" and "plan", what is ticked
 * @param story        "whole", "summary" or "none"
 * @param consent      "now" (she was asked, the fields below say how), "before" (a yes stands), or why none was asked:
 *                     "legal_duty", "vital_interest"
 * @param until        the last day of the consent, or "" for as long as the service lasts and 30 days more, at most a year
 */
public record SendReferral(
        String kind,
        String service,
        String to,
        String urgency,
        List<String> show,
        String story,
        String summary,
        String instructions,
        String consent,
        String method,
        String byWhom,
        String assent,
        String witness,
        String until) {

    private static final List<String> STORIES = List.of("whole", "summary", "none");
    private static final List<String> CONSENTS = List.of("now", "before", "legal_duty", "vital_interest");
    private static final int LONGEST = 20_000;
    private static final int LONGEST_NAME = 200;

    /** A form nobody has typed in. */
    public static final SendReferral EMPTY =
            new SendReferral("", "", "", "", List.of(), "", "", "", "", "", "", "", "", "");

    public SendReferral {
        kind = Objects.requireNonNullElse(kind, "");
        service = Objects.requireNonNullElse(service, "");
        to = Objects.requireNonNullElse(to, "");
        urgency = Objects.requireNonNullElse(urgency, "");
        show = show == null ? List.of() : show.stream().filter(List.of("identity", "plan")::contains).distinct().toList();
        story = Objects.requireNonNullElse(story, "");
        summary = Objects.requireNonNullElse(summary, "");
        instructions = Objects.requireNonNullElse(instructions, "");
        consent = Objects.requireNonNullElse(consent, "");
        method = Objects.requireNonNullElse(method, "");
        byWhom = Objects.requireNonNullElse(byWhom, "");
        assent = Objects.requireNonNullElse(assent, "");
        witness = Text.clean(Objects.requireNonNullElse(witness, "")).strip();
        until = Objects.requireNonNullElse(until, "");
    }

    /** What needs another look. */
    public Errors errors(LocalDate today) {
        return new Errors().unless(toOrg() != null, "to", "SendReferral.to").addAll(errorsBesidesWhom(today));
    }

    Errors errorsBesidesWhom(LocalDate today) {
        var errors = new Errors()
                .unless(Referral.KINDS.contains(kind), "kind", "SendReferral.kind")
                .unless(Referral.SERVICES.contains(service) || isLead() && service.isEmpty(), "service", "SendReferral.service")
                .unless(Referral.URGENCIES.contains(urgency), "urgency", "SendReferral.urgency")
                .unless(STORIES.contains(story), "story", "SendReferral.story")
                .unless(!story.equals("summary") || !summary.isBlank(), "summary", "SendReferral.summary")
                .unless(summary.length() <= LONGEST, "summary", "SendReferral.long", LONGEST)
                .unless(instructions.length() <= LONGEST, "instructions", "SendReferral.long", LONGEST)
                .unless(!sections().isEmpty(), "show", "SendReferral.show")
                .unless(CONSENTS.contains(consent), "consent", "SendReferral.consent");
        if (asksNow()) {
            errors.unless(Decision.METHODS.contains(method), "method", "RecordConsent.method")
                    .unless(Decision.DECIDERS.contains(byWhom), "byWhom", "RecordConsent.byWhom")
                    .unless(!method.equals("verbal_witnessed") || !witness.isBlank(), "witness", "SendReferral.witness")
                    .unless(witness.length() <= LONGEST_NAME, "witness", "SendReferral.long", LONGEST_NAME);
            var day = PartialDate.read(until, "until", errors);
            if (day != null) {
                errors.unless(day.day() != null && !day.about() && day.earliest().isAfter(today)
                        && !day.earliest().isAfter(today.plusDays(ConsentToShare.LONGEST_DAYS - 1)), "until", "SendReferral.until");
            }
        }
        return errors;
    }

    boolean isLead() {
        return kind.equals("lead");
    }

    boolean asksNow() {
        return consent.equals("now");
    }

    /** Why no consent was asked, or "". */
    String exception() {
        return Referral.EXCEPTIONS.contains(consent) ? consent : "";
    }

    /** The partner, or {@code null}. */
    UUID toOrg() {
        try {
            return UUID.fromString(to);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** Everything that was chosen to be shown; a summary travels with the referral itself. */
    List<String> sections() {
        var sections = new ArrayList<>(show);
        if (story.equals("whole")) {
            sections.add("story");
        }
        if (story.equals("summary")) {
            sections.add("summary");
        }
        if (isLead()) {
            sections.addAll(show.contains("plan") ? List.of("lead") : List.of("plan", "lead"));
        }
        return List.copyOf(sections);
    }

    ConsentToShare decision(LocalDate today, String language) {
        var day = PartialDate.read(until, "until", new Errors());
        return new ConsentToShare(
                "referral",
                toOrg(),
                "",
                "given",
                sections(),
                day == null ? today.plusDays(ConsentToShare.LONGEST_DAYS - 1) : day.earliest(),
                method,
                byWhom,
                assent,
                witness,
                language);
    }

    ReferralWords words() {
        return new ReferralWords(instructions, story.equals("summary") ? summary : "");
    }
}
