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
 * @param window  for a guest the window through which one case of {@code org} is seen; else {@code null}
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
        String address,
        Window window) {

    public enum Kind { STAFF, PUBLIC, SYSTEM, GUEST }

    /**
     * An opening onto one case of another organisation.
     *
     * @param id   the window, which is also its referral's id
     * @param org  the organisation that looks through it; {@code null} for someone without an account
     * @param pass for whoever has no account, what proves to PostgreSQL that she opened her page; else ""
     */
    public record Window(UUID id, UUID org, String pass) {}

    public Actor(
            Kind kind,
            UUID org,
            UUID person,
            String name,
            Map<UUID, Set<String>> rights,
            ZoneId zone,
            UUID session,
            String request,
            String address) {
        this(kind, org, person, name, rights, zone, session, request, address, null);
    }

    /** Somebody at a public page of this organisation: may hand in, sees nothing. */
    public static Actor atPublicPage(UUID org, ZoneId zone, String request) {
        return new Actor(Kind.PUBLIC, org, null, "", Map.of(), zone, null, request, null);
    }

    /** This member of staff at a window onto a case of {@code owner}, with these verbs in the office that keeps the case. */
    public Actor atWindow(UUID id, UUID owner, UUID office, Set<String> verbs) {
        return new Actor(
                Kind.GUEST, owner, person, name, Map.of(office, verbs), zone, session, request, address, new Window(id, org, ""));
    }

    /** Someone without an account at the page that was made for her: the window on one case of {@code owner}. */
    public static Actor byPass(UUID id, UUID owner, UUID office, Set<String> verbs, ZoneId zone, String request, String pass) {
        return new Actor(
                Kind.GUEST, owner, null, "", Map.of(office, verbs), zone, null, request, null, new Window(id, null, pass));
    }

    /** Haki itself, doing this organisation's routine work in all of these offices. */
    public static Actor system(UUID org, Set<UUID> offices, ZoneId zone) {
        var none = offices.stream().collect(Collectors.toMap(office -> office, _ -> Set.<String>of()));
        return new Actor(Kind.SYSTEM, org, null, "Haki", none, zone, null, null, null);
    }

    /** Whether the verb is allowed in any office. */
    public boolean may(String verb) {
        return switch (kind) {
            case STAFF, GUEST -> rights.values().stream().anyMatch(verbs -> verbs.contains(verb));
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
