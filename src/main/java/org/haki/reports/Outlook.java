package org.haki.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.kernel.Actor;

/**
 * The offices that a reader of figures looks at: all in which the verb is hers, or one of them.
 *
 * @param office the one, or {@code null}
 */
record Outlook(Actor reader, String verb, UUID office) {

    /** As an address says; what is none of her offices counts for nothing. */
    static Outlook of(Actor reader, String verb, String office) {
        var all = new Outlook(reader, verb, null);
        return !all.alone() ? all : new Outlook(reader, verb,
                reader.officesFor(verb).stream().filter(one -> one.toString().equals(office)).findFirst().orElse(null));
    }

    /** Whether she may look at one office alone: who sees figures only would find there what is hidden beside the others. */
    boolean alone() {
        return reader.officesFor("case.see").containsAll(reader.officesFor(verb));
    }

    /** The days and the offices of a page at this address: for readers of figures only, a month whose figures stand. */
    Choice choice(String path, AskFigures asked, LocalDate today, Organisations organisations) {
        return alone()
                ? new Choice(path, Period.of(asked.from(), asked.to(), today), Period.usual(today), office, choices(organisations), true)
                : new Choice(path, Period.settled(asked.from(), today), Period.settled(today), office, choices(organisations), false);
    }

    /** The same person with an eye on these offices only. */
    Actor actor() {
        return new Actor(reader.kind(), reader.org(), reader.person(), reader.name(), rights(),
                reader.zone(), reader.session(), reader.request(), reader.address());
    }

    /** Those she may choose from. */
    private List<Office> choices(Organisations organisations) {
        var may = reader.officesFor(verb);
        return organisations.offices(reader).stream().filter(one -> may.contains(one.id())).toList();
    }

    private Map<UUID, Set<String>> rights() {
        var seen = office == null ? reader.officesFor(verb) : Set.of(office);
        return reader.rights().entrySet().stream()
                .filter(entry -> seen.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
