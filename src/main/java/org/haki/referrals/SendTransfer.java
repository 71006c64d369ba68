package org.haki.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.haki.cases.ConsentToShare;
import org.haki.cases.Decision;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * A case to hand over, as typed; she is asked for it now, and for nothing else with it (R7).
 *
 * @param to   the partner's id
 * @param show of {@link #PARTS}, what goes beside who she is; nothing is chosen beforehand
 */
public record SendTransfer(
        String to, List<String> show, String instructions, String method, String byWhom, String assent, String witness) {

    /** What can go, beside her name and safe contact, without which there is no case. */
    public static final List<String> PARTS = List.of("story", "plan", "people", "services");
    /** So long her yes to it lasts (P12); then it has to be asked again. */
    private static final int DAYS = 90;
    private static final int LONGEST = 20_000;
    private static final int LONGEST_NAME = 200;

    /** A form nobody has typed in. */
    public static final SendTransfer EMPTY = new SendTransfer("", List.of(), "", "", "", "", "");

    public SendTransfer {
        to = Objects.requireNonNullElse(to, "");
        show = show == null ? List.of() : show.stream().filter(PARTS::contains).distinct().toList();
        instructions = Objects.requireNonNullElse(instructions, "");
        method = Objects.requireNonNullElse(method, "");
        byWhom = Objects.requireNonNullElse(byWhom, "");
        assent = Objects.requireNonNullElse(assent, "");
        witness = Text.clean(Objects.requireNonNullElse(witness, "")).strip();
    }

    /** What needs another look. */
    Errors errors() {
        return new Errors()
                .unless(toOrg() != null, "to", "SendTransfer.to")
                .unless(instructions.length() <= LONGEST, "instructions", "SendReferral.long", LONGEST)
                .unless(Decision.METHODS.contains(method), "method", "RecordConsent.method")
                .unless(Decision.DECIDERS.contains(byWhom), "byWhom", "RecordConsent.byWhom")
                .unless(!method.equals("verbal_witnessed") || !witness.isBlank(), "witness", "SendReferral.witness")
                .unless(witness.length() <= LONGEST_NAME, "witness", "SendReferral.long", LONGEST_NAME);
    }

    /** The partner, or {@code null}. */
    UUID toOrg() {
        try {
            return UUID.fromString(to);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    List<String> sections() {
        var sections = new ArrayList<>(List.of("identity"));
        sections.addAll(show);
        return List.copyOf(sections);
    }

    ConsentToShare decision(LocalDate today, String language) {
        return new ConsentToShare(
                "transfer", toOrg(), "", "given", sections(), today.plusDays(DAYS), method, byWhom, assent,
                witness, language);
    }
}
