package org.haki.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.cases.CaseInFigures;

/**
 * One countable deed in coded fields.
 *
 * @param day       in the organisation's zone
 * @param person    the member of staff whose deed it was, or {@code null}
 * @param partner   the other organisation, where the deed is about one; else {@code null}
 * @param answers   choices of questions marked reportable, by their paths; never text
 * @param countable false where the client did not agree to reporting, or was not yet asked
 */
record Fact(FactKind kind, LocalDate day, UUID office, UUID person, About about, Came came, Took took, UUID partner,
        boolean countable, Map<String, List<String>> answers) {

    Fact(FactKind kind, LocalDate day, UUID office, UUID person, About about, Came came, Took took, UUID partner, boolean countable) {
        this(kind, day, office, person, about, came, took, partner, countable, Map.of());
    }

    /** What the case or intake is. */
    record About(String caseType, String channel, String urgency, String stage, String ageGroup, String sex) {

        static About of(CaseInFigures figures) {
            return new About(
                    figures.type(), figures.channel(), figures.urgency(), figures.stage(), figures.ageGroup(), figures.sex());
        }
    }

    /** What came of the deed; keys, or empty. */
    record Came(String outcome, String reason, String service, String result) {
        static final Came NOTHING = new Came("", "", "", "");
    }

    /** How long it took since the case or intake was received, and whether that was in time; or {@code null}. */
    record Took(Integer days, Long minutes, Boolean inTime) {
        static final Took UNKNOWN = new Took(null, null, null);
    }

    /** Taken back: no answers stay with it. */
    Fact withdrawn() {
        return new Fact(FactKind.WITHDRAWN, day, office, person, about, came, took, partner, countable);
    }

    Fact counted(boolean from) {
        return new Fact(kind, day, office, person, about, came, took, partner, from, answers);
    }
}
