package org.haki.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * One report, open.
 *
 * @param account   what was told; {@code null} once erased, or gone over to a case that this person may not read
 * @param typedBy   the name of the colleague who typed it, or "" when it was handed in by herself
 * @param openWith  the name of who else has it open, or {@code null}
 * @param openTill  until when this person has it open, or {@code null}
 * @param fakes     how often this number was not a case
 * @param known     reports and cases that look like it
 * @param caseCode  the case it became or joined, as far as this person may know of it; else {@code null}
 * @param advice    what was advised, or {@code null}
 * @param changes   what was changed since in the form that it was filled in with
 * @param mayRestore whether this person may take the decision back
 */
public record Reading(
        String code,
        int version,
        String urgency,
        String channel,
        String language,
        Instant receivedAt,
        Instant answerBy,
        String about,
        String ageGroup,
        String reach,
        boolean quarantined,
        String state,
        Account account,
        String typedBy,
        String openWith,
        Instant openTill,
        List<Call> calls,
        int fakes,
        List<Known> known,
        String answer,
        Decided decided,
        String caseCode,
        Advice advice,
        List<Changed> changes,
        boolean mayRestore) {

    /** A call back, planned or made. */
    public record Call(UUID id, Instant plannedFor, String who, Instant doneAt, String outcome, String note) {

        public boolean done() {
            return doneAt != null;
        }
    }

    /**
     * Something that may be about the same person.
     *
     * @param kind    "case" or "intake"
     * @param state   of the case or intake
     * @param owner   who answers for the case, or ""
     * @param because what is alike: "number", "words", "name", "place"
     */
    public record Known(String kind, String code, String state, String owner, Instant at, List<String> because, boolean likely) {

        public String path() {
            return kind.equals("case") ? "/cases/" + code : "/intake/" + code;
        }
    }

    /** What became of it. */
    public record Decided(Instant at, String by, String reason, String told, LocalDate eraseDue) {}

    /** An answer of the form that it was filled in with, as it was changed since. */
    public record Changed(String question, String answer, Instant at, String by) {}

    /** Advice given once. */
    public record Advice(String topic, String service, String text) {}

    public boolean waits() {
        return decided == null;
    }

    /** Whether whoever told it was asked how she may be reached. */
    public boolean askedHowToReach() {
        return !reach.equals(Told.NOT_ASKED);
    }

    public boolean mayCall() {
        return reach.equals("call") && account != null;
    }

    /** Whether a call is planned that nobody has logged yet: only then the number is shown. */
    public boolean callPlanned() {
        return calls.stream().anyMatch(call -> !call.done());
    }
}
