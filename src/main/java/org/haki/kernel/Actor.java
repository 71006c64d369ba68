package org.haki.kernel;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is acting, for which organisation, with which rights in which of its offices. Read anew at each request, so that
 * a change of rights holds at the next one.
 *
 * @param kind    a member of staff, somebody at a public page, or Haki itself at work for one organisation
 * @param org     the organisation
 * @param person  the member of staff; for the others {@code null}
 * @param name    the name shown to colleagues
 * @param rights  the verbs allowed, by office
 * @param zone    the time zone in which due dates are meant
 * @param session the session, for the audit trail; {@code null} outside one
 * @param request the request id that also stands in the log
 * @param address the network address of staff; always {@code null} for the public
 */
public record Actor(
        Kind kind,
        UUID org,
        UUID person,
        String name,
        Map<UUID, Set<String>> rights,
        ZoneId zone,
        UUID session,
        String request,
        String address) {

    public enum Kind { STAFF, PUBLIC, SYSTEM }

    /** Somebody at a public page of this organisation: may hand in, sees nothing. */
    public static Actor atPublicPage(UUID org, ZoneId zone, String request) {
        return new Actor(Kind.PUBLIC, org, null, "", Map.of(), zone, null, request, null);
    }

    /** Haki itself, doing this organisation's routine work in all of these offices. */
    public static Actor system(UUID org, Set<UUID> offices, ZoneId zone) {
        var none = offices.stream().collect(Collectors.toMap(office -> office, _ -> Set.<String>of()));
        return new Actor(Kind.SYSTEM, org, null, "Haki", none, zone, null, null, null);
    }

    /** Whether the verb is allowed in any office. */
    public boolean may(String verb) {
        return switch (kind) {
            case STAFF -> rights.values().stream().anyMatch(verbs -> verbs.contains(verb));
            case PUBLIC -> verb.startsWith("public.");
            case SYSTEM -> true;
        };
    }

    /** Whether the verb is allowed in this office. */
    public boolean may(String verb, UUID office) {
        return kind == Kind.SYSTEM || rights.getOrDefault(office, Set.of()).contains(verb);
    }

    /** The offices in which the verb is allowed. */
    public Set<UUID> officesFor(String verb) {
        var offices = new LinkedHashSet<UUID>();
        rights.forEach((office, verbs) -> {
            if (kind == Kind.SYSTEM || verbs.contains(verb)) {
                offices.add(office);
            }
        });
        return offices;
    }

    public boolean is(UUID somebody) {
        return person != null && person.equals(somebody);
    }
}
