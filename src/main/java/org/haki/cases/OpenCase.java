package org.haki.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.kernel.Errors;

/** A case opened by hand, as typed; the client is typed beside it, as a person for the register. */
public record OpenCase(
        String type, String office, String owner, String urgency, String channel, String narrative, String services, String reporting,
        String method, String fenced, String byWhom, String assent) {

    public static final List<String> CHANNELS = List.of("walk_in", "phone", "letter", "email", "sms", "voice");
    public static final List<String> CONSENTS = List.of("given", "refused", "not_yet_asked");

    /** A form nobody has typed in. */
    public static final OpenCase EMPTY = new OpenCase("", "", "", "", "", "", "", "", "", "", "", "");

    public OpenCase {
        type = Objects.requireNonNullElse(type, "");
        office = Objects.requireNonNullElse(office, "");
        owner = Objects.requireNonNullElse(owner, "");
        urgency = Objects.requireNonNullElse(urgency, "");
        channel = Objects.requireNonNullElse(channel, "");
        narrative = Objects.requireNonNullElse(narrative, "");
        services = Objects.requireNonNullElse(services, "");
        reporting = Objects.requireNonNullElse(reporting, "");
        method = Objects.requireNonNullElse(method, "");
        fenced = Objects.requireNonNullElse(fenced, "");
        byWhom = byWhom == null || byWhom.isEmpty() ? "self" : byWhom;
        assent = Objects.requireNonNullElse(assent, "");
    }

    /** For somebody who decided herself and is no child. */
    OpenCase(
            String type, String office, String owner, String urgency, String channel, String narrative, String services,
            String reporting, String method, String fenced) {
        this(type, office, owner, urgency, channel, narrative, services, reporting, method, fenced, "self", "");
    }

    /** A form of this type that nobody has typed in, with what is usual chosen. */
    static OpenCase of(CaseType type, String owner) {
        var opening = type.opening();
        return new OpenCase(type.key(), "", owner, opening.urgency(), opening.channel().isEmpty() ? CHANNELS.getFirst() : opening.channel(),
                "", "", "", "", "");
    }

    /** For the next of the household of this case: the same office and fence; nothing of what was agreed. */
    static OpenCase after(CaseFile file, CaseType type, String owner) {
        var of = of(type, owner);
        return new OpenCase(of.type, file.office().toString(), of.owner, of.urgency, of.channel, "", "", "", "", file.fenced() ? "yes" : "");
    }

    /** The same for the household of this case, whatever was sent: of its type, and kept to its team where that one is. */
    public OpenCase ofHousehold(CaseFile file) {
        return new OpenCase(file.type(), office, owner, urgency, channel, narrative, services, reporting, method, file.fenced() ? "yes" : fenced, byWhom, assent);
    }

    /** What needs another look. */
    public Errors errors(CaseType type) {
        boolean asked = Stream.of(services, reporting).anyMatch(decision -> decision.equals("given") || decision.equals("refused"));
        return new Errors()
                .unless(!narrative.isBlank() || !type.opening().narrative(), "narrative", "OpenCase.narrative")
                .unless(narrative.length() <= WriteNote.LONGEST, "narrative", "WriteNote.long", WriteNote.LONGEST)
                .unless(CHANNELS.contains(channel), "channel", "OpenCase.channelMissing")
                .unless(ListCases.URGENCIES.contains(urgency), "urgency", "OpenCase.urgencyMissing")
                .unless(CONSENTS.contains(services), "services", "OpenCase.services")
                .unless(!services.equals("refused"), "services", "OpenCase.services.refused")
                .unless(CONSENTS.contains(reporting), "reporting", "OpenCase.reporting")
                .unless(!asked || Decision.METHODS.contains(method), "method", "OpenCase.method")
                .unless(Decision.DECIDERS.contains(byWhom), "byWhom", "OpenCase.byWhom")
                .unless(assent.isEmpty() || Decision.ASSENTS.contains(assent), "assent", "RecordConsent.assent");
    }

    /** What was decided about anything, a yes before all else. */
    String decided() {
        return Stream.of(services, reporting).anyMatch("given"::equals) ? "given" : "";
    }

    /** What it takes to open it for this client; the one who opens it was told just now. */
    StartCase start(String code, UUID inOffice, UUID client, Map<UUID, String> others, UUID toOwner, Instant now, String language) {
        return new StartCase(
                code, inOffice, type, client, others, toOwner, Set.of(), fenced.equals("yes"), urgency, channel, now, narrative,
                List.of(decision("services", services, language), decision("reporting", reporting, language)));
    }

    private Decision decision(String purpose, String decision, String language) {
        return decision.equals("not_yet_asked")
                ? Decision.notYetAsked(purpose, language)
                : new Decision(purpose, decision, method, byWhom, assent, "", language);
    }
}
