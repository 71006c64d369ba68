package org.haki.entities;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.ui.TableFile;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/** The lists that forms keep, as people read them, settle what two changed, take things out of them and destroy them. */
@Service
class EntityLists {

    static final String SEE = "entity.see";
    static final String SETTLE = "entity.settle";
    static final String RETIRE = "entity.retire";
    static final String DESTROY = "entity.destroy";
    static final String EXPORT = "entity.export";
    private static final int AT_ONCE = 500;

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Staff staff;
    private final EntityBook book;
    private final EntityRepository entities;
    private final EntityListRepository lists;
    private final Clock clock;

    EntityLists(Work work, Audit audit, Vault vault, Staff staff, EntityBook book, EntityRepository entities, EntityListRepository lists, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.staff = staff;
        this.book = book;
        this.entities = entities;
        this.lists = lists;
        this.clock = clock;
    }

    EntityListsPage all(Actor actor) {
        return work.as(actor, SEE, () -> new EntityListsPage(lists.all().stream()
                .map(counted -> new EntityListsPage.Line(counted.list(), counted.entities(), counted.conflicts(), counted.held())).toList()));
    }

    EntityListPage list(Actor actor, UUID id, int from) {
        return work.as(actor, SEE, () -> {
            var list = lists.one(id).orElseThrow(Problem::notFound);
            var some = entities.in(id, Math.max(from, 0), EntityListPage.SIZE + 1);
            var shown = some.subList(0, Math.min(EntityListPage.SIZE, some.size()));
            var words = book.words(shown);
            audit.note("entity.list", id, String.valueOf(shown.size()));
            return new EntityListPage(list, shown.stream().map(entity -> new EntityListPage.Line(entity, words.get(entity.id()).label())).toList(), Math.max(from, 0),
                    some.size() > shown.size(), lists.heldIn(id).size());
        });
    }

    EntityPage one(Actor actor, UUID listId, UUID id) {
        return work.as(actor, SEE, () -> {
            var list = lists.one(listId).orElseThrow(Problem::notFound);
            var entity = find(listId, id);
            var words = book.words(entity);
            var versions = entities.versions(id);
            var opened = versions.stream().map(version -> book.words(entity, version).after()).toList();
            var properties = new LinkedHashSet<>(list.properties());
            properties.addAll(words.values().keySet());
            audit.note("entity.read", id, list.name());
            return new EntityPage(list, entity, words, List.copyOf(properties), history(versions, opened), open(entity, versions, opened),
                    staff.names(actor, versions.stream().map(EntityVersion::by).filter(Objects::nonNull).collect(Collectors.toSet())),
                    actor.may(SETTLE, entity.office()), actor.may(RETIRE, entity.office()), actor.may(DESTROY, entity.office()));
        });
    }

    /** Says of each property of which two said something else which version's value stands. */
    void settle(Actor actor, UUID listId, UUID id, Map<String, String> chosen, Op op) {
        work.once(actor, SETTLE, op, () -> {
            var entity = fresh(actor, SETTLE, listId, id, op);
            if (!entity.conflicting()) {
                throw Problem.notNow();
            }
            var versions = entities.versions(id);
            var opened = versions.stream().map(version -> book.words(entity, version).after()).toList();
            var values = new HashMap<String, String>();
            open(entity, versions, opened).forEach(question -> question.values().stream()
                    .filter(value -> !value.now() && String.valueOf(value.number()).equals(chosen.get(question.property())))
                    .forEach(value -> values.put(question.property(), value.text())));
            var label = values.remove(EntityWords.LABEL);
            book.settle(entity, new EntityWords(label == null ? "" : label, values), actor.person());
            audit.note("entity.settled", id, "");
            return "";
        });
    }

    /** Takes a thing out of the lists on phones, or puts it back. */
    void retire(Actor actor, UUID listId, UUID id, boolean gone, Op op) {
        work.once(actor, RETIRE, op, () -> {
            fresh(actor, RETIRE, listId, id, op);
            if (entities.retire(id, op.base(), gone ? clock.instant() : null) == 0) {
                throw Problem.stale();
            }
            audit.note(gone ? "entity.retired" : "entity.restored", id, "");
            return "";
        });
    }

    /** Destroys for good what stands in a thing and ever did. */
    void destroy(Actor actor, UUID listId, UUID id, Op op) {
        work.once(actor, DESTROY, op, () -> {
            var entity = fresh(actor, DESTROY, listId, id, op);
            lists.heldOf(id).forEach(book::release);
            entities.destroy(id, clock.instant());
            vault.destroy(entity.key());
            audit.note("entity.destroyed", id, "");
            return "";
        });
    }

    /** Writes the list down as a table; the trail says so before its first line. */
    void table(Actor actor, UUID id, TableFile table) {
        work.as(actor, EXPORT, () -> {
            var list = lists.one(id).orElseThrow(Problem::notFound);
            audit.note("entity.exported", id, list.name());
            try {
                for (int from = 0; ; from += AT_ONCE) {
                    var some = entities.in(id, from, AT_ONCE);
                    var words = book.words(some);
                    for (var entity : some) {
                        if (actor.may(EXPORT, entity.office())) {
                            table.add(row(list, entity, words.get(entity.id())));
                        }
                    }
                    table.flush();
                    if (some.size() < AT_ONCE) {
                        return;
                    }
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** The head of that table: what phones read, and whether something is to be settled. */
    List<String> head(Actor actor, UUID id) {
        return work.as(actor, EXPORT, () -> {
            var head = new ArrayList<>(List.of("name", "label", "__version", "conflict", "retired"));
            head.addAll(lists.one(id).orElseThrow(Problem::notFound).properties());
            return head;
        });
    }

    private static List<Object> row(EntityList list, Entity entity, EntityWords words) {
        var row = new ArrayList<Object>(List.of(entity.id().toString(), words.label(), entity.version(), entity.conflict(), entity.retired() ? "1" : ""));
        list.properties().forEach(property -> row.add(words.value(property)));
        return row;
    }

    private Entity find(UUID list, UUID id) {
        return entities.one(id).filter(entity -> entity.list().equals(list) && !entity.destroyed()).orElseThrow(Problem::notFound);
    }

    private Entity fresh(Actor actor, String verb, UUID list, UUID id, Op op) {
        lists.lock(id.toString());
        var entity = find(list, id);
        if (!actor.may(verb, entity.office())) {
            throw Problem.notFound();
        }
        if (entity.version() != op.base()) {
            throw Problem.stale();
        }
        return entity;
    }

    private static List<EntityPage.Told> history(List<EntityVersion> versions, List<EntityWords> opened) {
        var told = new ArrayList<EntityPage.Told>();
        for (int i = 0; i < versions.size(); i++) {
            var before = i == 0 ? new EntityWords("", Map.of()) : opened.get(i - 1);
            var after = opened.get(i);
            told.add(new EntityPage.Told(versions.get(i), properties(List.of(before, after)).stream()
                    .filter(property -> !before.value(property).equals(after.value(property)))
                    .map(property -> new EntityPage.Change(property, before.value(property), after.value(property))).toList()));
        }
        return told.reversed();
    }

    /** What was said of each property since the version from which the first who was not settled set out. */
    private static List<EntityPage.Question> open(Entity entity, List<EntityVersion> versions, List<EntityWords> opened) {
        if (!entity.conflicting()) {
            return List.of();
        }
        int settled = versions.stream().filter(version -> version.how().equals(EntityVersion.SETTLED)).mapToInt(EntityVersion::number).max().orElse(0);
        int first = versions.stream().filter(version -> version.number() > settled && !version.conflict().isEmpty())
                .mapToInt(version -> version.base() == null ? 1 : version.base()).min().orElse(entity.version());
        var since = opened.subList(Math.max(first - 1, 0), opened.size());
        var now = opened.getLast();
        var questions = new ArrayList<EntityPage.Question>();
        for (var property : properties(since)) {
            var values = new LinkedHashMap<String, Integer>();
            for (int i = 0; i < since.size(); i++) {
                values.putIfAbsent(since.get(i).value(property), Math.max(first, 1) + i);
            }
            if (values.size() > 1) {
                questions.add(new EntityPage.Question(property, values.entrySet().stream()
                        .map(value -> new EntityPage.Value(value.getValue(), value.getKey(), value.getKey().equals(now.value(property)))).toList()));
            }
        }
        return questions;
    }

    private static Collection<String> properties(List<EntityWords> some) {
        var all = new LinkedHashSet<String>(List.of(EntityWords.LABEL));
        some.forEach(words -> words.values().keySet().stream().sorted().forEach(all::add));
        return all;
    }
}
