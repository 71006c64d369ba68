package org.haki.reports;

import java.util.Locale;

/** The deeds that are counted. */
enum FactKind {
    INTAKE_RECEIVED,
    INTAKE_DECIDED,
    INTAKE_RESTORED,
    CASE_ACCEPTED,
    /** Taken over from another organisation, where it was counted as accepted. */
    CASE_CAME,
    /** Taken over by another organisation, where its end will be counted. */
    CASE_TRANSFERRED,
    CASE_GIVEN,
    CASE_MOVED,
    /** Brought to a newer version of its type: from then on its stage is one of that. */
    CASE_UPGRADED,
    CONSENT_RECORDED,
    CLOSING_PROPOSED,
    CLOSING_WITHDRAWN,
    CLOSING_DISPUTED,
    CASE_CLOSED,
    CASE_REOPENED,
    CASE_ARCHIVED,
    ACTIVITY_DONE,
    DEADLINE_MET,
    DEADLINE_MISSED,
    /** A referral's steps, counted by whoever keeps the case. */
    REFERRAL_SENT,
    REFERRAL_ACCEPTED,
    REFERRAL_REFUSED,
    REFERRAL_COMPLETED,
    REFERRAL_ENDED,
    /** A case of another organisation that we took on, and a service that we gave in one. */
    REFERRAL_TAKEN,
    SERVICE_GIVEN,
    /** What an institution was seen to do: one for each practice, under one item; of which kind the institution is, is the reason. */
    OBSERVATION,
    /** An incident that counts, and what was answered in a section of the sheet: choices of questions marked reportable. */
    INCIDENT,
    ANSWERED,
    /** A contact of which nothing else is kept, since she refused; it refers to nothing and names no colleague. */
    CONTACT_COUNTED,
    /** Takes the place of a fact whose deed was taken back. */
    WITHDRAWN;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FactKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
