package org.haki.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A report as any channel hands it in.
 *
 * @param id          the intake that will be made; the same one is made once
 * @param office      the office that reads it
 * @param channel     one of {@link #CHANNELS}
 * @param language    the language in which it was told
 * @param about       whether it is about the one who tells: one of {@link #ABOUT}
 * @param ageGroup    of the person who was hurt: one of {@link #AGE_GROUPS}
 * @param urgency     one of {@link #URGENCIES}
 * @param reach       whether we may call: one of {@link #REACH}, or {@link #NOT_ASKED}
 * @param receivedAt  when it reached us, which for a letter may be days before it is typed in
 * @param quarantined whether it came over the cap without proof of work
 * @param account     the rest, to be sealed
 */
public record Told(
        UUID id,
        UUID office,
        String channel,
        String language,
        String about,
        String ageGroup,
        String urgency,
        String reach,
        Instant receivedAt,
        boolean quarantined,
        Account account) {

    public static final List<String> CHANNELS = List.of("web", "phone", "walk_in", "sms", "email", "voice", "letter");
    public static final List<String> ABOUT = List.of("me", "other", "unknown");
    public static final List<String> AGE_GROUPS = List.of("child", "adult", "unknown");
    public static final List<String> URGENCIES = List.of("emergency", "urgent", "normal");
    public static final List<String> REACH = List.of("call", "none");
    /** Of a line in the register of walk-ins, where it is not asked. */
    static final String NOT_ASKED = "not_asked";
    public static final List<String> WHOSE = List.of("mine", "looked", "shared");
    public static final List<String> HOURS = List.of("7", "10", "12", "15", "18", "21");
}
