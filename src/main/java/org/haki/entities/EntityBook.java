package org.haki.entities;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.entities.EntityListRepository.Held;
import org.haki.kernel.Id;
import org.haki.vault.KeyKind;
import org.haki.vault.Sealed;
import org.haki.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes things and their versions down, inside {@code work.as}: what was said over what stands there, property by property. */
@Component
class EntityBook {

    /** A change on its way into the book: who says what, based on which of our versions, within which run. */
    record Change(EntityWords said, Integer base, UUID branch, Integer branchBase, boolean forced, UUID sheet, UUID by) {}

    private static final String WORDS = "entity.words";
    private static final String VERSION = "entity.version";
    private static final String HELD = "entity.held";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Vault vault;
    private final EntityRepository entities;
    private final EntityListRepository lists;
    private final Clock clock;

    EntityBook(Vault vault, EntityRepository entities, EntityListRepository lists, Clock clock) {
        this.vault = vault;
        this.entities = entities;
        this.lists = lists;
        this.clock = clock;
    }

    EntityWords words(Entity entity) {
        return JSON.readValue(vault.open(entity.key(), entity.id(), WORDS, entity.sealed()), EntityWords.class);
    }

    /** Opens many with one query for their keys. */
    Map<UUID, EntityWords> words(List<Entity> some) {
        vault.fetch(some.stream().map(Entity::key).filter(Objects::nonNull).toList());
        return some.stream().filter(entity -> !entity.destroyed()).collect(Collectors.toMap(Entity::id, this::words));
    }

    EntityVersion.Words words(Entity entity, EntityVersion version) {
        return JSON.readValue(vault.open(entity.key(), version.id(), VERSION, version.sealed()), EntityVersion.Words.class);
    }

    EntityWords words(Held held) {
        return JSON.readValue(vault.open(held.key(), held.id(), HELD, held.sealed()), EntityWords.class);
    }

    /** Of what is said that of which nothing stands there. */
    EntityWords missing(Entity entity, EntityWords said) {
        var now = words(entity);
        return new EntityWords(now.label().isBlank() ? said.label() : "", said.values().entrySet().stream()
                .filter(value -> now.value(value.getKey()).isEmpty()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Makes it; {@code null} where there is one of this id, also one that the actor does not see. */
    Entity make(UUID list, UUID id, UUID office, Change change) {
        var key = vault.newKey(KeyKind.CASE);
        var words = new EntityWords("", Map.of()).with(change.said());
        var entity = new Entity(id, list, office, key, seal(key, id, WORDS, words), 1, "", clock.instant(), null);
        if (entities.insert(entity) == 0) {
            vault.destroy(key);
            return null;
        }
        note(entity, EntityVersion.MADE, "", words, change);
        return entity;
    }

    /** Changes it. Where others changed it since the version that this set out from, it stands as said now, and waits to be settled. */
    Entity change(Entity entity, Change change) {
        var now = words(entity);
        var after = now.with(change.said());
        var conflict = conflict(entity, now, change);
        var changed = kept(entity, after, Entity.harder(entity.conflict(), conflict));
        note(changed, EntityVersion.CHANGED, conflict, after, change);
        return changed;
    }

    /** What somebody decided stands, and nothing is to be settled. */
    Entity settle(Entity entity, EntityWords said, UUID by) {
        var after = words(entity).with(said);
        var settled = kept(entity, after, "");
        note(settled, EntityVersion.SETTLED, "", after, new Change(said, entity.version(), null, null, false, null, by));
        return settled;
    }

    /** Keeps a change until what it follows is there. */
    void hold(UUID list, UUID entity, UUID office, EntitySaid said, UUID sheet, UUID by) {
        var id = Id.next();
        var key = vault.newKey(KeyKind.CASE);
        lists.hold(new Held(id, list, entity, office, key, seal(key, id, HELD, said.words()), said.baseVersion(), said.trunkVersion(), said.branchId(), sheet, by,
                clock.instant()));
    }

    void release(Held held) {
        lists.release(held.id());
        vault.destroy(held.key());
    }

    /** On which of our versions a change within a run is based: the one that it follows; {@code null} while that is not there. */
    Integer predecessor(Entity entity, UUID branch, int base, Integer trunk) {
        if (entity == null) {
            return null;
        }
        var versions = entities.versions(entity.id());
        if (trunk == null ? base == 1 : base == trunk) {
            return versions.stream().anyMatch(version -> version.number() == base) ? base : null;
        }
        return versions.stream().filter(version -> branch.equals(version.branch()) && Objects.equals(version.branchBase(), base - 1))
                .map(EntityVersion::number).findFirst().orElse(null);
    }

    /** Whether others changed what this changes ({@code hard}), or something else ({@code soft}), since the version that it set out from. */
    private String conflict(Entity entity, EntityWords now, Change change) {
        if (change.base() == entity.version()) {
            return change.forced() ? Entity.SOFT : "";
        }
        var base = entities.versions(entity.id()).stream().filter(version -> version.number() == change.base()).findFirst()
                .map(version -> words(entity, version).after()).orElse(now);
        boolean same = change.said().properties().stream().anyMatch(property -> !base.value(property).equals(now.value(property))
                && !now.value(property).equals(change.said().value(property)));
        return same ? Entity.HARD : Entity.SOFT;
    }

    private Entity kept(Entity entity, EntityWords after, String conflict) {
        var kept = new Entity(entity.id(), entity.list(), entity.office(), entity.key(), seal(entity.key(), entity.id(), WORDS, after), entity.version() + 1, conflict,
                clock.instant(), entity.retiredAt());
        if (entities.keep(kept) == 0) {
            throw new IllegalStateException("Two changed one thing at once");
        }
        return kept;
    }

    private void note(Entity entity, String how, String conflict, EntityWords after, Change change) {
        var id = Id.next();
        entities.insert(new EntityVersion(id, entity.id(), entity.office(), entity.version(), how, change.base(), change.branch(), change.branchBase(), conflict,
                change.forced(), seal(entity.key(), id, VERSION, new EntityVersion.Words(after, change.said())), change.sheet(), change.by(), clock.instant()));
    }

    private Sealed seal(UUID key, UUID record, String purpose, Object words) {
        return vault.seal(key, record, purpose, JSON.writeValueAsString(words));
    }
}
