package org.haki.intake;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.haki.cases.CaseType;
import org.haki.cases.Decision;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * This report becomes a case.
 *
 * @param type     the key of the case type
 * @param client   {@link #NEW}, or the id of somebody in the register
 * @param name     of somebody new; may stay empty
 * @param owner    {@link #QUEUE}, or the id of a colleague
 * @param fenced   "yes" or "no": whether only its team may see the case; not asked where its type keeps it so
 * @param services what she decided about our services: given, refused or not_yet_asked
 * @param reporting what she decided about being counted in reports
 * @param method   how she said so, where she was asked
 * @param byWhom   who decided, where somebody was asked
 * @param assent   the word of whoever may be a child, or ""
 * @param seen     the ids of those in the register who were shown as perhaps the same person
 */
public record Accept(
        String type,
        String client,
        String name,
        String sex,
        String ageGroup,
        String urgency,
        String owner,
        String fenced,
        String services,
        String reporting,
        String method,
        String byWhom,
        List<String> seen,
        String assent) {

    public static final String NEW = "new";
    public static final String QUEUE = "queue";
    public static final List<String> ASKED = List.of("given", "refused", "not_yet_asked");
    public static final List<String> YES_NO = List.of("yes", "no");
    private static final int LONGEST_NAME = 200;
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    public Accept {
        type = Objects.requireNonNullElse(type, "");
        client = Objects.requireNonNullElse(client, "");
        name = Objects.requireNonNullElse(name, "");
        sex = Objects.requireNonNullElse(sex, "");
        ageGroup = Objects.requireNonNullElse(ageGroup, "");
        urgency = Objects.requireNonNullElse(urgency, "");
        owner = Objects.requireNonNullElse(owner, "");
        fenced = Objects.requireNonNullElse(fenced, "");
        services = Objects.requireNonNullElse(services, "");
        reporting = Objects.requireNonNullElse(reporting, "");
        method = Objects.requireNonNullElse(method, "");
        byWhom = Objects.requireNonNullElse(byWhom, "");
        seen = seen == null ? List.of() : List.copyOf(seen);
        assent = Objects.requireNonNullElse(assent, "");
    }

    /** Of somebody who is no child. */
    public Accept(
            String type, String client, String name, String sex, String ageGroup, String urgency, String owner, String fenced,
            String services, String reporting, String method, String byWhom, List<String> seen) {
        this(type, client, name, sex, ageGroup, urgency, owner, fenced, services, reporting, method, byWhom, seen, "");
    }

    /** The form as it is first shown: what the report said, nothing chosen that only a person may choose. */
    static Accept of(Intake intake, Account account, String type, String sex, String owner) {
        return new Accept(type, "", Text.blank(account.survivor()) && intake.about().equals("me") ? account.reporter() : account.survivor(),
                sex, intake.ageGroup(), intake.urgency(), owner, "", "", "", saidBy(intake.channel()), "self", List.of());
    }

    Errors errors(List<CaseType> types, Set<String> owners, List<String> sexes) {
        var chosen = types.stream().filter(one -> one.key().equals(type)).findFirst();
        var errors = new Errors()
                .unless(chosen.isPresent(), "type", "Accept.choose")
                .unless(isNew() || client.matches(ID), "client", "Accept.client.needed")
                .unless(name.length() <= LONGEST_NAME, "name", "Accept.name.long", LONGEST_NAME)
                .unless(sex.isEmpty() || sexes.contains(sex), "sex", "Accept.choose")
                .unless(Told.AGE_GROUPS.contains(ageGroup), "ageGroup", "Accept.ageGroup.needed")
                .unless(Told.URGENCIES.contains(urgency), "urgency", "Accept.urgency.needed")
                .unless(owner.equals(QUEUE) || owners.contains(owner), "owner", "Accept.owner.needed")
                .unless(chosen.filter(CaseType::restricted).isPresent() || YES_NO.contains(fenced), "fenced", "Accept.fenced.needed")
                .unless(ASKED.contains(services), "services", "Accept.consent.needed")
                .unless(!services.equals("refused"), "services", "Accept.services.refused")
                .unless(ASKED.contains(reporting), "reporting", "Accept.consent.needed");
        if (wasAsked()) {
            errors.unless(Decision.METHODS.contains(method), "method", "Accept.method.needed")
                    .unless(Decision.DECIDERS.contains(byWhom), "byWhom", "Accept.method.needed");
        }
        return errors;
    }

    boolean isNew() {
        return client.equals(NEW);
    }

    boolean isFenced(CaseType of) {
        return of.restricted() || fenced.equals("yes");
    }

    /** What she decided, as the case keeps it. */
    List<Decision> consents(String language) {
        return List.of(consent("services", services, language), consent("reporting", reporting, language));
    }

    private Decision consent(String purpose, String decision, String language) {
        return decision.equals("not_yet_asked")
                ? Decision.notYetAsked(purpose, language)
                : new Decision(purpose, decision, method, byWhom, assent, "", language);
    }

    /** Whether anything was agreed to. */
    boolean agreed() {
        return services.equals("given") || reporting.equals("given");
    }

    private boolean wasAsked() {
        return services.equals("given") || reporting.equals("given") || reporting.equals("refused");
    }

    private static String saidBy(String channel) {
        return switch (channel) {
            case "phone", "voice" -> "verbal_phone";
            case "walk_in" -> "verbal_witnessed";
            default -> "";
        };
    }
}
