package org.haki.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;

/**
 * A case: what stands in clear. Its words are sealed under {@code key}, its people under their own. It guards its own
 * life: each step answers the case after it, or refuses.
 *
 * @param owner      the one member of staff answerable for it, or {@code null}: the office's queue
 * @param archiveDue the day on which a closed case leaves daily sight, or {@code null}
 * @param reopened   how often it came back
 * @param touchedAt  the last word in it
 */
public record CaseFile(
        UUID id,
        String code,
        UUID office,
        boolean fenced,
        UUID key,
        String type,
        int typeVersion,
        CaseStatus status,
        String stage,
        UUID client,
        UUID owner,
        String urgency,
        String channel,
        Instant receivedAt,
        Instant acceptedAt,
        Instant closingAt,
        Instant closedAt,
        Instant archivedAt,
        LocalDate archiveDue,
        int reopened,
        Instant touchedAt,
        int version) {

    /** A case that was just accepted; not fenced yet, since its team must be there first. */
    static CaseFile begin(UUID id, UUID key, StartCase said, CaseType type, Instant now) {
        var told = said.receivedAt().truncatedTo(ChronoUnit.MICROS);
        var received = told.isAfter(now) ? now : told;
        return new CaseFile(
                id, said.code(), said.office(), false, key, type.key(), type.version(), CaseStatus.OPEN, type.firstStage().key(),
                said.client(), said.owner(), said.urgency(), said.channel(), received, now, null, null, null, null, 0, now, 1);
    }

    /** The address of its page. */
    public String path() {
        return "/cases/" + code;
    }

    /** The address of its page for this reader: who is a guest sees it at her window. */
    public String pathFor(Actor reader) {
        return reader.window() == null ? path() : "/shared/" + reader.window().id();
    }

    public boolean isOpen() {
        return status == CaseStatus.OPEN;
    }

    /** Moves on, or back, along the moves of its type. */
    CaseFile movedTo(CaseType type, String next) {
        refuseUnless(isOpen() && type.moves().getOrDefault(stage, List.of()).contains(next));
        return with(fenced, status, next, owner);
    }

    /** At this version of its type, and in this stage of it. */
    CaseFile broughtTo(CaseType type, String next) {
        return new CaseFile(
                id, code, office, fenced, key, type.key(), type.version(), status, next, client, owner, urgency, channel,
                receivedAt, acceptedAt, closingAt, closedAt, archivedAt, archiveDue, reopened, touchedAt, version);
    }

    /** Given to an owner, or to the office's queue. */
    CaseFile givenTo(UUID next) {
        refuseUnless(isOpen());
        return with(fenced, status, stage, next);
    }

    /** Kept to its team, or no longer. */
    CaseFile keptToTeam(boolean kept) {
        refuseUnless(isOpen() && fenced != kept);
        return with(kept, status, stage, owner);
    }

    /** Work is finished; somebody else will check. */
    CaseFile proposed(Instant now) {
        refuseUnless(isOpen());
        return with(CaseStatus.CLOSING, later(acceptedAt, now), null, null, null, reopened);
    }

    /** The proposal was withdrawn or disputed: the work goes on. */
    CaseFile backToWork() {
        refuseUnless(status == CaseStatus.CLOSING);
        return with(CaseStatus.OPEN, null, null, null, null, reopened);
    }

    /** The closing stands. */
    CaseFile closed(Instant now, CaseType type, ZoneId zone) {
        refuseUnless(status == CaseStatus.CLOSING);
        var closed = later(closingAt, now);
        return with(CaseStatus.CLOSED, closingAt, closed, null, LocalDate.ofInstant(closed, zone).plusDays(type.archiveAfterDays()), reopened);
    }

    /** Another organisation took it over: it is closed here without a check. */
    CaseFile handedOver(Instant now, CaseType type, ZoneId zone) {
        return proposed(now).closed(now, type, zone);
    }

    /** Out of daily sight. */
    CaseFile archived(Instant now) {
        refuseUnless(status == CaseStatus.CLOSED);
        return with(CaseStatus.ARCHIVED, closingAt, closedAt, later(closedAt, now), null, reopened);
    }

    /** The same problem is back; when it was closed before stays in its history. */
    CaseFile reopenedAgain() {
        refuseUnless(status == CaseStatus.CLOSED || status == CaseStatus.ARCHIVED);
        return with(CaseStatus.OPEN, null, null, null, null, reopened + 1);
    }

    /** The same as it stands after it was written. */
    CaseFile atVersion(int written) {
        return new CaseFile(
                id, code, office, fenced, key, type, typeVersion, status, stage, client, owner, urgency, channel,
                receivedAt, acceptedAt, closingAt, closedAt, archivedAt, archiveDue, reopened, touchedAt, written);
    }

    private CaseFile with(boolean newFenced, CaseStatus newStatus, String newStage, UUID newOwner) {
        return new CaseFile(
                id, code, office, newFenced, key, type, typeVersion, newStatus, newStage, client, newOwner, urgency, channel,
                receivedAt, acceptedAt, closingAt, closedAt, archivedAt, archiveDue, reopened, touchedAt, version);
    }

    private CaseFile with(CaseStatus newStatus, Instant closing, Instant closed, Instant archived, LocalDate due, int times) {
        return new CaseFile(
                id, code, office, fenced, key, type, typeVersion, newStatus, stage, client, owner, urgency, channel,
                receivedAt, acceptedAt, closing, closed, archived, due, times, touchedAt, version);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notNow();
        }
    }
}
