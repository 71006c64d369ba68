package org.haki.referrals;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.activities.ActivityScenes;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Gathers the pages of those with whom a case was shared. */
@Service
class SharedDesk {

    private static final int SIZE = 50;
    private static final Map<String, List<String>> VIEWS = Map.of(
            "waiting", List.of("sent"),
            "work", List.of("accepted", "in_service"),
            "ended", List.of("rejected", "completed", "not_received", "revoked", "expired"));

    private final Work work;
    private final SharedCases shared;
    private final ReferralDesk desk;
    private final ActivityScenes scenes;
    private final ServiceRecordRepository records;
    private final Transfers transfers;

    SharedDesk(
            Work work, SharedCases shared, ReferralDesk desk, ActivityScenes scenes, ServiceRecordRepository records, Transfers transfers) {
        this.work = work;
        this.shared = shared;
        this.transfers = transfers;
        this.desk = desk;
        this.scenes = scenes;
        this.records = records;
    }

    SharedCasesPage list(Actor actor, String view, String after) {
        var known = VIEWS.containsKey(view) ? view : "waiting";
        var found = shared.list(actor, VIEWS.get(known), mark(after), SIZE + 1);
        var rows = found.subList(0, Math.min(SIZE, found.size()));
        var older = found.size() > SIZE
                ? "/shared?view=" + known + "&after=" + rows.getLast().respondBy() + "_" + rows.getLast().id()
                : null;
        return new SharedCasesPage(known, rows, desk.names(actor), older);
    }

    WindowPage window(Actor actor, UUID id, WriteEntry said, String form, Errors errors) {
        var view = shared.view(actor, id);
        var guest = shared.guest(actor, view.window());
        boolean leads = view.file() != null && view.window().isOpen() && guest.may("shared.lead");
        return new WindowPage(
                view,
                desk.names(actor).getOrDefault(view.window().ownerOrg(), ""),
                leads ? scenes.of(guest, view.window().code()) : null,
                record(actor, id),
                guest.may("shared.answer"),
                guest.may("shared.write"),
                guest.may("shared.refer"),
                said,
                form,
                view.window().kind().equals("transfer") ? transfers.taken(actor, id).orElse(null) : null,
                errors);
    }

    private ServiceRecord record(Actor actor, UUID window) {
        return work.as(actor, "shared.see", () -> actor.may("person.see") ? records.at(window).orElse(null) : null);
    }

    /** Where the page before ended; whatever else is in the address begins at the beginning. */
    private static CaseWindowRepository.Mark mark(String after) {
        var parts = after.split("_", -1);
        try {
            return parts.length == 2 ? new CaseWindowRepository.Mark(Instant.parse(parts[0]), Id.of(parts[1])) : CaseWindowRepository.Mark.FIRST;
        } catch (DateTimeParseException other) {
            return CaseWindowRepository.Mark.FIRST;
        }
    }
}
