package org.haki.reports;

import java.util.List;
import java.util.Optional;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.Labels;
import org.haki.reports.RowRepository.Deed;
import org.springframework.stereotype.Component;

/** What a line behind a figure says: the deed, and what came of it. */
@Component
class RowWords {

    private static final List<String> INTAKES = List.of("intake_received", "intake_decided", "intake_restored");

    private final CaseTypes types;

    RowWords(CaseTypes types) {
        this.types = types;
    }

    /** What all of them are. */
    Said name(Behind behind) {
        return Said.of("FactKind." + behind.kinds().getFirst());
    }

    /** What this one is. */
    Said what(Deed deed) {
        return switch (deed.kind()) {
            case "intake_received" -> Said.of("Channel." + deed.channel());
            case "intake_decided" -> switch (deed.outcome()) {
                case "declined" -> Said.of("Decline." + deed.reason());
                case "not_a_case" -> Said.of("Dismiss." + deed.reason());
                default -> Said.of("DashboardPage.decided." + deed.outcome());
            };
            case "case_closed", "closing_disputed", "closing_proposed" -> outcome(deed).map(Said::of).orElseGet(() -> type(deed));
            case "case_moved" -> stage(deed).map(Said::of).orElseGet(() -> type(deed));
            case "activity_done" -> deed.service().isEmpty() ? Said.of("ActivityKind." + deed.outcome()) : service(deed);
            case "service_given" -> service(deed);
            default -> INTAKES.contains(deed.kind()) ? Said.of("FactKind." + deed.kind()) : type(deed);
        };
    }

    private Said service(Deed deed) {
        return Said.service(deed.service(), typeOf(deed).map(List::of).orElseGet(List::of));
    }

    private Said type(Deed deed) {
        return typeOf(deed).map(type -> Said.of(type.label())).orElseGet(() -> Said.of("FactKind." + deed.kind()));
    }

    private Optional<Labels> outcome(Deed deed) {
        return typeOf(deed).map(type -> type.outcomes().get(deed.outcome())).map(found -> found.label());
    }

    private Optional<Labels> stage(Deed deed) {
        return typeOf(deed).flatMap(type -> type.stages().stream().filter(stage -> stage.key().equals(deed.outcome())).findFirst())
                .map(stage -> stage.label());
    }

    private Optional<CaseType> typeOf(Deed deed) {
        return types.find(deed.type());
    }
}
