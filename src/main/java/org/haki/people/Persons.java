package org.haki.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.lists.Lists;
import org.haki.lists.OwnList;
import org.haki.people.PersonRepository.Row;
import org.haki.vault.Findable;
import org.haki.vault.KeyKind;
import org.haki.vault.Match;
import org.haki.vault.Sealed;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The register of people: the verbs. Only people whom the actor may see exist for these methods. */
@Service
public class Persons implements Findable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PURPOSE = "identity";
    private static final String KIND = "person";
    private static final int ALIKE_LOOKED_AT = 40;
    private static final int ALIKE_SHOWN = 5;

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final PersonRepository people;
    private final Lists lists;
    private final Clock clock;

    Persons(Work work, Audit audit, Vault vault, PersonRepository people, Lists lists, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.people = people;
        this.lists = lists;
        this.clock = clock;
    }

    /** Enters someone into the register of this office. */
    public UUID register(Actor actor, Identity identity, UUID office, boolean fenced) {
        return work.as(actor, "person.write", () -> {
            refuseUnless(actor.may("person.write", office));
            var id = Id.next();
            var key = vault.newKey(KeyKind.PERSON);
            people.insert(row(id, office, fenced, key, identity), actor.person());
            index(id, identity);
            audit.note("person.registered", id, "");
            return id;
        });
    }

    /** As {@link #register}, for what was typed; throws {@link LooksAlike} until it was said that this is somebody else. */
    public UUID registerTyped(Actor actor, RegisterPerson said, UUID office, boolean fenced) {
        if (!said.isNew() && !alike(actor, said).isEmpty()) {
            throw new LooksAlike();
        }
        return register(actor, said.identity(today(actor)), office, fenced);
    }

    /** As {@link #registerTyped}, for a form of its own; answers the address of the new person's page. */
    String enter(Actor actor, RegisterPerson said, UUID office, Op op) {
        return work.once(actor, "person.write", op, () -> "/people/" + registerTyped(actor, said, office, false));
    }

    /** The communities that the organisation has a list of; where it keeps none, nobody is asked. */
    public List<String> communities(Actor actor) {
        return lists.offered(actor, OwnList.COMMUNITIES);
    }

    /** Opens one identity; the opening is noted in the audit trail. */
    public Identity open(Actor actor, UUID person) {
        return find(actor, person).identity();
    }

    /** Opens somebody in the register, with what stands around the identity; the opening is noted in the audit trail. */
    public Person find(Actor actor, UUID person) {
        return work.as(actor, "person.see", () -> {
            var row = people.find(person).filter(found -> actor.may("person.see", found.office())).orElseThrow(Problem::notFound);
            audit.note("person.opened", person, "name, birth, phones, address, community, safe_contact, note");
            return opened(row);
        });
    }

    /** The key that opens what is known of this person; what else belongs to her is sealed under it, too. */
    public UUID key(Actor actor, UUID person) {
        return work.as(actor, "case.see", () -> people.byIds(List.of(person)).stream().findFirst().orElseThrow(Problem::notFound).key());
    }

    /** Opens many identities at once, each once a transaction; those that the actor may not see are absent. */
    public Map<UUID, Identity> openAll(Actor actor, Collection<UUID> ids) {
        return work.as(actor, "case.see", () -> {
            Map<UUID, Identity> known = Work.scope().remember(Persons.class, HashMap::new);
            var wanted = new HashSet<>(ids);
            wanted.removeAll(known.keySet());
            if (!wanted.isEmpty()) {
                openRows(actor, people.byIds(wanted)).forEach(person -> known.put(person.id(), person.identity()));
            }
            var opened = new HashMap<>(known);
            opened.keySet().retainAll(ids);
            return opened;
        });
    }

    /** People in the register who may be the same as this one, the likeliest first. */
    public List<Likeness> alike(Actor actor, Identity identity) {
        return work.as(actor, "person.see", () -> {
            var matches = vault.similar(KIND, names(identity), identity.phones(), ALIKE_LOOKED_AT).stream()
                    .collect(Collectors.toMap(Match::subject, Match::likeness));
            return openRows(actor, people.byIds(matches.keySet())).stream()
                    .map(person -> Likeness.of(person, identity, matches.get(person.id())))
                    .filter(Likeness::worthShowing)
                    .sorted(Comparator.comparingInt(Likeness::score).reversed())
                    .limit(ALIKE_SHOWN)
                    .toList();
        });
    }

    /** As {@link #alike(Actor, Identity)}, for what was typed. */
    public List<Likeness> alike(Actor actor, RegisterPerson said) {
        return alike(actor, said.identity(today(actor)));
    }

    /** People whose name or phone matches what was typed, the best first. */
    public List<Person> search(Actor actor, String typed, int limit) {
        return work.as(actor, "person.see", () -> {
            var found = Text.blank(typed) ? List.<UUID>of() : vault.search(KIND, typed, limit);
            var seen = openRows(actor, people.byIds(found)).stream().collect(Collectors.toMap(Person::id, person -> person));
            return found.stream().filter(seen::containsKey).map(seen::get).toList();
        });
    }

    /** Writes a newer identity over the one that was seen at {@code op.base()}; answers the address of the person's page. */
    public String amend(Actor actor, UUID person, Identity identity, Op op) {
        return work.once(actor, "person.write", op, () -> {
            var row = people.find(person).orElseThrow(Problem::notFound);
            refuseUnless(actor.may("person.write", row.office()));
            if (people.update(row(person, row.office(), row.fenced(), row.key(), identity), op.base()) == 0) {
                throw Problem.stale();
            }
            index(person, identity);
            audit.note("person.amended", person, changed(identityOf(row), identity));
            return "/people/" + person;
        });
    }

    /** The key under which this person's identity is sealed; for lending it with her consent. */
    public UUID keyOf(Actor actor, UUID person) {
        return work.as(actor, "case.see", () -> people.find(person).orElseThrow(Problem::notFound).key());
    }

    /** Keeps someone to the teams of her cases, or no longer. */
    public void fence(Actor actor, UUID person, boolean fenced) {
        work.as(actor, "person.write", () -> people.fence(person, fenced));
    }

    /** What stands in clear of these people, for figures: sex and age group. */
    public Map<UUID, PersonInFigures> inFigures(Actor actor, Collection<UUID> ids) {
        return work.as(actor, "case.see", () -> people.byIds(ids).stream()
                .collect(Collectors.toMap(Row::id, row -> new PersonInFigures(row.ageGroup(), row.sex()))));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void indexAgain(Collection<UUID> subjects) {
        var rows = people.byIds(subjects);
        vault.fetch(rows.stream().map(Row::key).toList());
        rows.forEach(row -> index(row.id(), shownOf(row)));
    }

    /** One page of the register, the newest first. */
    Register list(Actor actor, PersonRepository.Mark after, int size) {
        return work.as(actor, "person.see", () -> {
            var found = people.newest(after, size);
            var rows = found.rows();
            return new Register(openRows(actor, rows.subList(0, Math.min(size, rows.size()))), rows.size() > size, found);
        });
    }

    /** Some of the register, the newest first, without those who may not be taken along. */
    Taken take(Actor actor, PersonRepository.Mark after, int size, Predicate<Row> may) {
        return work.as(actor, "person.see", () -> {
            var found = people.newest(after, size).rows();
            var rows = found.subList(0, Math.min(size, found.size()));
            var mine = rows.stream().filter(may).toList();
            return new Taken(openRows(actor, mine), rows.size() - mine.size(),
                    found.size() > size ? new PersonRepository.Mark(rows.getLast().since(), rows.getLast().id()) : null);
        });
    }

    /** Some of the register; {@code next} is where it goes on, or {@code null}. */
    record Taken(List<Person> people, int left, PersonRepository.Mark next) {}

    /** A page of the register; {@code found} says where it stands. */
    record Register(List<Person> people, boolean more, PersonRepository.Found found) {}

    LocalDate today(Actor actor) {
        return LocalDate.now(clock.withZone(actor.zone()));
    }

    /** Who may know of cases, such as a director, need not be one who may know people: for her nobody is here. */
    private List<Person> openRows(Actor actor, List<Row> found) {
        var rows = found.stream().filter(row -> actor.may("person.see", row.office())).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        vault.fetch(rows.stream().map(Row::key).toList());
        audit.note("person.opened", null, rows.size() + " listed");
        audit.shows(rows.stream().map(Row::id).toList());
        return rows.stream().map(this::opened).toList();
    }

    private Person opened(Row row) {
        return new Person(row.id(), row.office(), row.fenced(), row.since(), row.version(), shownOf(row));
    }

    /** Only to be shown: what is damaged has its place, and nobody is contacted by it. */
    private Identity shownOf(Row row) {
        return vault.read(row.key(), row.id(), PURPOSE, row.sealed(), text -> JSON.readValue(text, Identity.class),
                Identity.of(Text.DAMAGED, row.ageGroup()));
    }

    private Identity identityOf(Row row) {
        return JSON.readValue(vault.open(row.key(), row.id(), PURPOSE, row.sealed()), Identity.class);
    }

    private Row row(UUID id, UUID office, boolean fenced, UUID key, Identity identity) {
        Sealed sealed = vault.seal(key, id, PURPOSE, JSON.writeValueAsString(identity));
        return new Row(id, office, fenced, key, sealed, identity.sex(), identity.ageGroup(), clock.instant().truncatedTo(ChronoUnit.MICROS), 1);
    }

    private void index(UUID person, Identity identity) {
        vault.index(person, KIND, names(identity), identity.phones());
    }

    private static List<String> names(Identity identity) {
        return Stream.concat(Stream.of(identity.name()), identity.otherNames().stream()).filter(name -> !name.isBlank()).toList();
    }

    /** The names of the fields that differ, for the trail. */
    private static String changed(Identity before, Identity after) {
        var fields = new LinkedHashMap<String, Boolean>();
        fields.put("name", before.name().equals(after.name()) && before.otherNames().equals(after.otherNames()));
        fields.put("phones", before.phones().equals(after.phones()));
        fields.put("birth", Objects.equals(before.birth(), after.birth()) && before.ageGroup().equals(after.ageGroup()));
        fields.put("sex", before.sex().equals(after.sex()));
        fields.put("address", before.address().equals(after.address()));
        fields.put("community", before.community().equals(after.community()));
        fields.put("safe_contact", before.safe().equals(after.safe()));
        fields.put("note", before.note().equals(after.note()));
        return fields.entrySet().stream().filter(same -> !same.getValue()).map(Map.Entry::getKey).collect(Collectors.joining(", "));
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notYours();
        }
    }
}
