package org.haki.surveys;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.kernel.Problem;

/**
 * A form of the organisation.
 *
 * @param formId what its workbook calls it; one in the organisation
 * @param title  as its newest version says it, or its draft before there is one
 * @param use    what becomes of what is filled in
 * @param opens  whether whoever fills in a report is offered to open the case at once
 */
public record Survey(UUID id, String formId, String title, State state, Use use, boolean opens, Instant changedAt, int version) {

    /** What a form is used for. */
    public enum Use {
        /** To ask; what is filled in stays by itself. */
        SURVEY,
        /** To follow up on a case: what is filled in names the case, and stands in its story. */
        FOLLOWUP,
        /** To ask how it was, after a case was closed. */
        CLOSING,
        /** To report something, on the public page. */
        PUBLIC,
        /** To take down what somebody reports: it waits among the reports. */
        REPORT,
        /** To write down advice that was given, without a case. */
        CONSULT;

        /** Those that can be chosen. */
        public static final List<Use> OFFERED = List.of(SURVEY, FOLLOWUP, REPORT, CONSULT, CLOSING, PUBLIC);

        /** The use that is called so; what is none does not exist. */
        static Use of(String key) {
            return OFFERED.stream().filter(use -> use.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
        }

        /** Whether what is filled in comes in as reports do. */
        boolean isIntake() {
            return this == REPORT || this == CONSULT;
        }

        /** As words and rows name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a form stands. */
    public enum State {
        /** Never published. */
        DRAFT,
        /** Offered, and taken. */
        OPEN,
        /** No longer offered; what was begun is still taken. */
        CLOSING,
        /** Nothing more is taken; what was filled in stays to be read. */
        CLOSED,
        /** It should not have been: as closed, and shown to nobody but who keeps forms. */
        WITHDRAWN;

        /** Whether something that was filled in is taken. */
        public boolean takes() {
            return this == OPEN || this == CLOSING;
        }

        /** Whether what was filled in may still be changed: as long as the form is there. */
        public boolean takesChanges() {
            return this == OPEN || this == CLOSING || this == CLOSED;
        }

        /** The state that is called so; what is none does not exist. */
        static State of(String key) {
            return Stream.of(values()).filter(state -> state.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
        }

        /** Where it can go from here. */
        public List<State> next() {
            return switch (this) {
                case DRAFT -> List.of();
                case OPEN -> List.of(CLOSING, CLOSED, WITHDRAWN);
                case CLOSING -> List.of(OPEN, CLOSED, WITHDRAWN);
                case CLOSED, WITHDRAWN -> List.of(OPEN);
            };
        }

        /** The icon beside its word. */
        public String sign() {
            return this == OPEN ? "done" : this == CLOSED || this == WITHDRAWN ? "blocked" : "soon";
        }

        /** As words and rows name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it is kept. */
    public String path() {
        return "/settings/forms/" + id;
    }

    /** Where it is filled in and read. */
    public String fillPath() {
        return "/forms/" + id;
    }
}
