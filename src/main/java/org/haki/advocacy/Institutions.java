package org.haki.advocacy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.lists.ListEntry;
import org.haki.lists.Lists;
import org.haki.lists.OwnList;
import org.springframework.stereotype.Component;

/** The institutions of the organisation, as a sheet offers and finds them. */
@Component
class Institutions {

    /** No more than these are drawn; of more, a part of the name is typed. */
    static final int MOST = 50;

    private final Lists lists;

    Institutions(Lists lists) {
        this.lists = lists;
    }

    List<ListEntry> all(Actor actor) {
        return lists.all(actor, OwnList.INSTITUTIONS);
    }

    /** What may be chosen: all that are offered, or those that have what was typed in their name, and the one that is chosen. */
    static List<ListEntry> offered(List<ListEntry> all, RecordObservation said) {
        var open = all.stream().filter(one -> !one.retired() || one.id().toString().equals(said.institution())).toList();
        return open.size() <= MOST ? open : open.stream()
                .filter(one -> one.id().toString().equals(said.institution()) || !said.named().isEmpty() && has(one, said.named()))
                .limit(MOST)
                .toList();
    }

    static boolean isLong(List<ListEntry> all) {
        return all.stream().filter(one -> !one.retired()).count() > MOST;
    }

    /** The one that is meant; {@code null}, with its sentence, where that is none or could be another. */
    static ListEntry meant(List<ListEntry> all, RecordObservation said, Errors errors) {
        var found = said.named().isEmpty()
                ? all.stream().filter(one -> one.id().toString().equals(said.institution())).toList()
                : called(all, said);
        if (found.size() == 1) {
            return found.getFirst();
        }
        errors.add(said.named().isEmpty() ? "institution" : "named", said.named().isEmpty() ? "RecordObservation.institution"
                : found.isEmpty() ? "RecordObservation.unknown" : "RecordObservation.several");
        return null;
    }

    static ListEntry of(List<ListEntry> all, UUID id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
    }

    private static List<ListEntry> called(List<ListEntry> all, RecordObservation said) {
        var open = all.stream().filter(one -> !one.retired()).toList();
        var exact = open.stream().filter(one -> said.named().equalsIgnoreCase(one.name()) || said.named().equalsIgnoreCase(one.label())).toList();
        var found = exact.isEmpty() ? open.stream().filter(one -> has(one, said.named())).toList() : exact;
        var chosen = found.stream().filter(one -> one.id().toString().equals(said.institution())).toList();
        return chosen.isEmpty() ? found : chosen;
    }

    private static boolean has(ListEntry one, String part) {
        return one.label().toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
