package org.haki.audit;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** One line of "who opened this case": an entry of the trail that showed or touched it. */
public record Opening(
        long seq,
        Instant at,
        String actorKind,
        UUID person,
        String act,
        UUID object,
        String details,
        String outcome) {

    private static final Pattern ORGANISATION = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) .*");

    private static final Pattern PASS = Pattern.compile("pass ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) .*");

    /** Whether somebody of another organisation did it, at a window. */
    public boolean byGuest() {
        return actorKind.equals("GUEST");
    }

    /** The organisation whose guest did it; {@code null} for our own people and for someone without an account. */
    public UUID guestOf() {
        var named = ORGANISATION.matcher(details);
        return byGuest() && named.matches() ? UUID.fromString(named.group(1)) : null;
    }

    /** The referral by which somebody without an account did it; else {@code null}. */
    public UUID byPass() {
        var named = PASS.matcher(details);
        return byGuest() && named.matches() ? UUID.fromString(named.group(1)) : null;
    }
}
