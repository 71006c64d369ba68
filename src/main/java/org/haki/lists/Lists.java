package org.haki.lists;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.Words;
import org.springframework.stereotype.Service;

/** What stands in the lists of an organisation: added one by one or pasted, renamed, retired; never taken away. */
@Service
public class Lists {

    private static final String SEE = "list.see";
    static final String WRITE = "list.write";
    private static final String PASTED = "lines";
    private static final int MOST_WRONG = 20;

    private record All(List<ListEntry> entries) {}

    private final Work work;
    private final Audit audit;
    private final Words words;
    private final ListRepository entries;
    private final Clock clock;

    Lists(Work work, Audit audit, Words words, ListRepository entries, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.words = words;
        this.entries = entries;
        this.clock = clock;
    }

    /** Every entry of this list by name, also those that are no longer offered; read once in a deed. */
    public List<ListEntry> all(Actor actor, OwnList list) {
        return work.as(actor, SEE, () -> Work.scope().remember(All.class, () -> new All(entries.all())).entries().stream()
                .filter(entry -> entry.list() == list)
                .toList());
    }

    /** The names of this list that are offered, by name. */
    public List<String> offered(Actor actor, OwnList list) {
        return work.as(actor, SEE, () -> entries.offered(list.file()));
    }

    /** One more than fit on a page, of those with this in their name, after this one. */
    List<ListEntry> page(Actor actor, OwnList list, String named, String afterName, UUID after, int limit) {
        return work.as(actor, WRITE, () -> entries.page(list.file(), named.strip(), afterName, after, limit));
    }

    ListEntry one(Actor actor, OwnList list, UUID id) {
        return work.as(actor, WRITE, () -> {
            var entry = new Names(entries.all()).of(id);
            if (entry == null || entry.list() != list) {
                throw Problem.notFound();
            }
            return entry;
        });
    }

    /** What needs another look in an entry; {@code id} is {@code null} for a new one. */
    Errors errors(Actor actor, OwnList list, UUID id, KeepEntry said) {
        var errors = said.errors(list);
        if (errors.isEmpty()) {
            work.as(actor, WRITE, () -> read(id == null ? Id.next() : id, list, said, 1, new Names(entries.all()), errors));
        }
        return errors;
    }

    void add(Actor actor, OwnList list, KeepEntry said, Op op) {
        work.once(actor, WRITE, op, () -> {
            var entry = right(Id.next(), list, said, 1);
            entries.insert(entry, actor.person(), clock.instant());
            audit.note("list.added", entry.id(), list.file());
            return "";
        });
    }

    void change(Actor actor, OwnList list, UUID id, KeepEntry said, Op op) {
        work.once(actor, WRITE, op, () -> {
            entries.lock();
            fresh(entries.change(right(one(actor, list, id).id(), list, said, op.base()), actor.person(), clock.instant()));
            audit.note("list.changed", id, list.file());
            return "";
        });
    }

    /** Offers an entry no longer, or again. */
    void retire(Actor actor, OwnList list, UUID id, boolean gone, Op op) {
        work.once(actor, WRITE, op, () -> {
            fresh(entries.retire(one(actor, list, id).id(), op.base(), gone ? clock.instant() : null));
            audit.note(gone ? "list.retired" : "list.restored", id, list.file());
            return "";
        });
    }

    /** What needs another look in pasted lines, each at its line. */
    Errors errors(Actor actor, OwnList list, String pasted) {
        var errors = new Errors();
        var lines = PastedLines.of(pasted);
        if (lines.isEmpty() || lines.size() > PastedLines.MOST) {
            return errors.add(PASTED, lines.isEmpty() ? "ListPage.paste.empty" : "ListPage.paste.many", PastedLines.MOST);
        }
        work.as(actor, WRITE, () -> read(list, lines, errors));
        return errors;
    }

    /** Adds every line that is not there yet. */
    void paste(Actor actor, OwnList list, String pasted, Op op) {
        work.once(actor, WRITE, op, () -> {
            var errors = new Errors();
            var read = read(list, PastedLines.of(pasted), errors);
            checked(errors);
            var now = clock.instant();
            read.forEach(entry -> entries.insert(entry, actor.person(), now));
            audit.note("list.pasted", actor.org(), list.file() + " " + read.size());
            return "";
        });
    }

    private List<ListEntry> read(OwnList list, List<PastedLines.Line> lines, Errors errors) {
        var names = new Names(entries.all());
        var kinds = kinds();
        return lines.stream().map(line -> line(list, line, kinds, names, errors)).filter(Objects::nonNull).toList();
    }

    private ListEntry line(OwnList list, PastedLines.Line line, Map<String, String> kinds, Names names, Errors errors) {
        if (errors.all().size() >= MOST_WRONG) {
            return null;
        }
        var said = switch (list) {
            case INSTITUTIONS -> new KeepEntry(line.part(0), kinds.getOrDefault(line.part(1).toLowerCase(Locale.ROOT), ""), "", line.part(2), line.part(3));
            case PLACES -> new KeepEntry(line.part(0), "", line.part(1), line.part(2), "");
            case COMMUNITIES -> new KeepEntry(line.part(0), "", "", "", "");
        };
        var wrong = said.errors(list);
        var entry = wrong.isEmpty() ? read(Id.next(), list, said, 1, names, wrong) : null;
        if (wrong.all().stream().anyMatch(one -> one.key().equals("KeepEntry.taken"))) {
            return null;
        }
        wrong.all().forEach(one -> errors.add(PASTED, "ListPage.paste.at." + one.key().replaceFirst("^KeepEntry\\.", ""), line.number()));
        if (wrong.isEmpty()) {
            names.add(entry);
        }
        return entry;
    }

    private ListEntry right(UUID id, OwnList list, KeepEntry said, int version) {
        var errors = said.errors(list);
        var entry = read(id, list, said, version, new Names(entries.all()), errors);
        checked(errors);
        return entry;
    }

    /** What was right when the form was looked at is so no more: somebody changed the list meanwhile. */
    private static void checked(Errors errors) {
        if (!errors.isEmpty()) {
            throw Problem.stale();
        }
    }

    /** An entry as typed; what it was part of and where it was before stay, by whatever name. */
    private ListEntry read(UUID id, OwnList list, KeepEntry said, int version, Names names, Errors errors) {
        var before = names.of(id);
        boolean institution = list == OwnList.INSTITUTIONS;
        var parent = before != null && before.parentName().equals(said.parent()) ? before.parent() : names.find(list, said.parent(), "parent", errors);
        var place = !institution ? null : before != null && before.placeName().equals(said.place()) ? before.place()
                : names.find(OwnList.PLACES, said.place(), "place", errors);
        var entry = new ListEntry(id, list, said.name(), institution ? said.kind() : "", institution ? "" : said.code(),
                parent, names.name(parent), place, names.name(place), false, version);
        errors.unless(!names.isTaken(entry), "name", "KeepEntry.taken").unless(!names.isCircle(id, parent), "parent", "KeepEntry.circle");
        return entry;
    }

    /** What a kind may be called in a pasted line: its key, or its words in any language. */
    private Map<String, String> kinds() {
        var kinds = KeepEntry.KINDS.stream().collect(Collectors.toMap(kind -> kind, kind -> kind));
        for (var language : words.spoken()) {
            KeepEntry.KINDS.forEach(kind -> kinds.put(words.say(language, "InstitutionKind." + kind).toLowerCase(Locale.ROOT), kind));
        }
        return kinds;
    }

    private static void fresh(int changed) {
        if (changed == 0) {
            throw Problem.stale();
        }
    }
}
