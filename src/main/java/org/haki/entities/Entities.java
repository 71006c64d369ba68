package org.haki.entities;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.entities.EntityBook.Change;
import org.haki.entities.EntityListRepository.Held;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/**
 * The things of which forms keep book: what is filled in makes and changes them. A change that set out from an older version is taken
 * nevertheless, property by property, and waits for somebody to settle it; one that comes before the one that it follows waits for that.
 */
@Service
public class Entities {

    private static final String FILL = "form.fill";
    private static final String SEE = "form.see";
    /** For how long a change waits for the one that it follows. */
    static final Duration HELD = Duration.ofDays(7);
    private static final int MOST_HELD = 500;
    private static final int MOST_OFFERED = 5000;

    /** One of a list's things as a phone or a page offers it. */
    public record Offered(UUID id, int version, EntityWords words) {}

    private final Work work;
    private final Audit audit;
    private final EntityBook book;
    private final EntityRepository entities;
    private final EntityListRepository lists;
    private final Clock clock;

    Entities(Work work, Audit audit, EntityBook book, EntityRepository entities, EntityListRepository lists, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.book = book;
        this.entities = entities;
        this.lists = lists;
        this.clock = clock;
    }

    /** A published form keeps book of such things, and saves these properties of them. */
    public void declare(Actor actor, String name, Collection<String> properties) {
        work.as(actor, SEE, () -> {
            var list = lists.make(Id.next(), name, clock.instant());
            var all = new LinkedHashSet<>(list.properties());
            if (all.addAll(properties)) {
                lists.keepProperties(list.id(), List.copyOf(all));
            }
        });
    }

    /** The list of this name. */
    public Optional<EntityList> named(Actor actor, String name) {
        return work.as(actor, SEE, () -> lists.named(name));
    }

    /** The names of all lists. */
    public Set<String> names(Actor actor) {
        return work.as(actor, SEE, () -> lists.all().stream().map(counted -> counted.list().name()).collect(Collectors.toSet()));
    }

    /** What stands in a list now, of the offices that the actor sees, by what it is called. */
    public List<Offered> offered(Actor actor, EntityList list) {
        return work.as(actor, SEE, () -> {
            var some = entities.offered(list.id(), MOST_OFFERED);
            var words = book.words(some);
            return some.stream().map(entity -> new Offered(entity.id(), entity.version(), words.get(entity.id())))
                    .sorted((one, other) -> one.words().label().compareToIgnoreCase(other.words().label())).toList();
        });
    }

    /** Takes what the filled-in form of this id says of a thing. A form that did something before does nothing again. */
    public EntityOutcome take(Actor actor, EntitySaid said, UUID office, UUID sheet) {
        return work.as(actor, FILL, () -> {
            if (!said.creates() && !said.updates()) {
                return EntityOutcome.NOTHING;
            }
            var id = said.uuid();
            if (id == null) {
                return EntityOutcome.NO_ID;
            }
            lists.lock(id.toString());
            var list = lists.make(Id.next(), said.list(), clock.instant());
            var outcome = take(actor, list, id, said, office, sheet);
            if (!outcome.wrong()) {
                audit.note("entity." + outcome.key(), id, list.name());
                follow(id);
            }
            return outcome;
        });
    }

    /** Whether a filled-in form made or changed a thing, or waits to. */
    public boolean didSomething(Actor actor, UUID sheet) {
        return work.as(actor, FILL, () -> entities.didSomething(sheet));
    }

    /** A filled-in form is destroyed: what of it waits goes with it. What it made and changed before stays, and is destroyed by itself. */
    public void forget(Actor actor, UUID sheet) {
        work.as(actor, SEE, () -> lists.heldBy(sheet).forEach(book::release));
    }

    /** Does what has been waiting for too long without what it follows, and says so in its history. */
    public void settleDue(Actor system) {
        work.as(system, FILL, () -> {
            var due = lists.heldBefore(clock.instant().minus(HELD));
            due.forEach(held -> force(held));
            if (due.isEmpty()) {
                audit.showsNothing();
            }
        });
    }

    private EntityOutcome take(Actor actor, EntityList list, UUID id, EntitySaid said, UUID office, UUID sheet) {
        var there = entities.one(id).orElse(null);
        if (there != null && (there.destroyed() || !there.list().equals(list.id()))) {
            return said.updates() ? EntityOutcome.NO_SUCH : EntityOutcome.THERE;
        }
        if (said.creates() && (there == null || !said.updates())) {
            return there == null ? make(actor, list, id, said, office, sheet) : delayed(actor, there, said, sheet);
        }
        return update(actor, list, there, id, said, office, sheet);
    }

    private EntityOutcome make(Actor actor, EntityList list, UUID id, EntitySaid said, UUID office, UUID sheet) {
        if (said.words().label().isBlank()) {
            return EntityOutcome.NO_LABEL;
        }
        var made = book.make(list.id(), id, office, new Change(said.words(), null, said.branchId(), null, false, sheet, actor.person()));
        return made == null ? EntityOutcome.THERE : EntityOutcome.MADE;
    }

    /** What makes a thing comes after what changed it, which therefore made it: it adds what nobody said since. */
    private EntityOutcome delayed(Actor actor, Entity there, EntitySaid said, UUID sheet) {
        boolean forced = entities.versions(there.id()).getFirst().forced();
        if (!forced) {
            return EntityOutcome.THERE;
        }
        book.change(there, new Change(book.missing(there, said.words()), 1, said.branchId(), null, true, sheet, actor.person()));
        return EntityOutcome.CHANGED;
    }

    private EntityOutcome update(Actor actor, EntityList list, Entity there, UUID id, EntitySaid said, UUID office, UUID sheet) {
        var base = said.baseVersion();
        var branch = said.branchId();
        if (branch == null && !said.trunk().isBlank()) {
            return EntityOutcome.NO_BRANCH;
        }
        if (base == null || base < 1) {
            return EntityOutcome.NO_VERSION;
        }
        if (branch == null || Objects.equals(base, said.trunkVersion())) {
            if (there == null) {
                return EntityOutcome.NO_SUCH;
            }
            return base > there.version() ? EntityOutcome.NO_VERSION : change(actor, there, said, base, sheet);
        }
        var predecessor = book.predecessor(there, branch, base, said.trunkVersion());
        if (predecessor != null) {
            return change(actor, there, said, predecessor, sheet);
        }
        book.hold(list.id(), id, there == null ? office : there.office(), said, sheet, actor.person());
        var waiting = lists.heldIn(list.id());
        if (waiting.size() > MOST_HELD) {
            force(waiting.getFirst());
        }
        return EntityOutcome.HELD;
    }

    private EntityOutcome change(Actor actor, Entity there, EntitySaid said, int base, UUID sheet) {
        book.change(there, new Change(said.words(), base, said.branchId(), said.baseVersion(), false, sheet, actor.person()));
        return EntityOutcome.CHANGED;
    }

    /** What waited for this thing follows, one after the other, as far as what it follows is there. */
    private void follow(UUID id) {
        for (boolean more = true; more; ) {
            more = false;
            for (var held : lists.heldOf(id)) {
                var there = entities.one(id).filter(entity -> !entity.destroyed()).orElse(null);
                var base = book.predecessor(there, held.branch(), held.base(), held.trunk());
                if (base != null) {
                    book.change(there, new Change(book.words(held), base, held.branch(), held.base(), false, held.sheet(), held.by()));
                    audit.note("entity.followed", id, "");
                    book.release(held);
                    more = true;
                }
            }
        }
    }

    private void force(Held held) {
        lists.lock(held.entity().toString());
        if (lists.heldOf(held.entity()).stream().noneMatch(one -> one.id().equals(held.id()))) {
            return;   // it followed another meanwhile
        }
        var there = entities.one(held.entity()).orElse(null);
        var said = book.words(held);
        if (there == null && said.label().isBlank() || there != null && there.destroyed()) {
            audit.note("entity.dropped", held.entity(), "");
        } else if (there == null) {
            book.make(held.list(), held.entity(), held.office(), new Change(said, null, held.branch(), held.base(), true, held.sheet(), held.by()));
            audit.note("entity.forced", held.entity(), "");
        } else {
            int base = Math.min(held.trunk() == null ? 1 : held.trunk(), there.version());
            book.change(there, new Change(said, base, held.branch(), held.base(), true, held.sheet(), held.by()));
            audit.note("entity.forced", held.entity(), "");
        }
        book.release(held);
        follow(held.entity());
    }
}
