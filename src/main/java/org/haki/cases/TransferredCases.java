package org.haki.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Likeness;
import org.haki.people.Persons;
import org.haki.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * A case that goes over to another organisation: read there by a guest, in the parts that the client agreed to; written
 * there as a case of its own; closed here.
 */
@Service
public class TransferredCases {

    /** How it came, at the receiver; how it ended, at the one who handed it over. */
    public static final String CHANNEL = "transfer";
    static final String TRANSFERRED = "transferred";
    /** As what somebody comes whose role the kind of case there does not have. */
    private static final String OTHER = "other";

    /** Something written, as it stands now. */
    public record Note(String kind, Instant happenedAt, String text) {}

    /** Somebody else in the case. */
    public record Other(String role, Identity identity) {}

    /** What goes: opened, in memory, between two transactions, and nowhere else. */
    public record Parcel(
            UUID from, String type, Labels kind, String urgency, boolean fenced, Instant receivedAt, Identity client, List<Note> story,
            List<Other> people, List<Decision> decisions) {

        @Override
        public String toString() {
            return "Parcel";
        }
    }

    /**
     * Where it goes, as whoever takes it chose.
     *
     * @param owner  who answers for it, or {@code null}: the office's queue
     * @param type   as what it comes where its own type is not adopted; else not looked at
     * @param client the one in the register who is meant, or {@code null}
     * @param fresh  whether it was said that the client is nobody of those alike
     */
    public record Into(UUID office, UUID owner, String type, UUID client, boolean fresh) {}

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Persons persons;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final AdoptedTypes adopted;
    private final CaseStory story;
    private final CarriedIdentity carried;
    private final CaseFileRepository files;
    private final PartyRepository parties;
    private final ConsentRepository consents;
    private final NoteRepository notes;
    private final ClosureRepository closures;
    private final EventRepository history;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    TransferredCases(
            Work work,
            Audit audit,
            Vault vault,
            Persons persons,
            CaseFiles cases,
            CaseTypes types,
            AdoptedTypes adopted,
            CaseStory story,
            CarriedIdentity carried,
            CaseFileRepository files,
            PartyRepository parties,
            ConsentRepository consents,
            NoteRepository notes,
            ClosureRepository closures,
            EventRepository history,
            ApplicationEventPublisher news,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.persons = persons;
        this.cases = cases;
        this.types = types;
        this.adopted = adopted;
        this.story = story;
        this.carried = carried;
        this.files = files;
        this.parties = parties;
        this.consents = consents;
        this.notes = notes;
        this.closures = closures;
        this.history = history;
        this.news = news;
        this.clock = clock;
    }

    /** All that a guest sees of this case at her window, to be written elsewhere; a part that is not shown is empty. */
    public Parcel read(Actor guest, CaseFile file) {
        return work.as(guest, "shared.answer", () -> {
            var identities = persons.openAll(guest, List.of(file.client()));
            if (!identities.containsKey(file.client())) {
                throw Problem.notNow();
            }
            var others = parties.of(file.id()).stream().filter(row -> !row.person().equals(file.client())).toList();
            var known = persons.openAll(guest, others.stream().map(PartyRepository.Row::person).toList());
            return new Parcel(
                    guest.org(), file.type(), types.of(file).label(), file.urgency(), file.fenced(), file.receivedAt(), identities.get(file.client()).elsewhere(),
                    story.atWindow(guest, file, "").stream()
                            .map(note -> new Note(note.narrative() ? CaseNotes.NARRATIVE : CaseNotes.NOTE, note.at(), note.text())).toList(),
                    others.stream().filter(row -> known.containsKey(row.person()))
                            .map(row -> new Other(row.role(), known.get(row.person()).elsewhere())).toList(),
                    List.copyOf(latest(file)));
        });
    }

    /** People in the actor's register who may be the client, the likeliest first. */
    public List<Likeness> alike(Actor actor, Parcel parcel) {
        return work.as(actor, "case.open", () -> actor.may("person.see") ? persons.alike(actor, parcel.client()) : List.of());
    }

    /** As what it can come: its own type, where the actor's organisation opens cases of it; else any that it opens cases of. */
    public List<CaseType> types(Actor actor, Parcel parcel) {
        return work.as(actor, "case.open", () -> {
            var now = adopted.now();
            var own = now.stream().filter(type -> type.key().equals(parcel.type())).toList();
            return own.isEmpty() ? now : own;
        });
    }

    /** What has to be said before it is written. */
    public Errors hindrances(Actor actor, Parcel parcel, Into into) {
        return work.as(actor, "case.open", () -> new Errors()
                .unless(type(actor, parcel, into).isPresent(), "type", "TakeOverPage.type.needed")
                .unless(into.client() != null || into.fresh() || alike(actor, parcel).isEmpty(), "person", "RegisterPerson.alike")
                .unless(into.client() == null || holds(actor, parcel.decisions(), into.client()), "person", "TakeOverPage.person.age"));
    }

    /**
     * Writes it as a case of the actor's own organisation, under its own keys; refused where the owner may not work there.
     * Whoever is in the register stays as she is there: what came about her stands in the case, for its team.
     */
    public CaseFile write(Actor actor, Parcel parcel, Into into) {
        return work.as(actor, "case.open", () -> {
            var type = type(actor, parcel, into).orElseThrow(Problem::notNow);
            var known = into.client() == null ? null : persons.open(actor, into.client());
            var client = known == null ? persons.register(actor, parcel.client(), into.office(), parcel.fenced()) : into.client();
            var others = new HashMap<UUID, String>();
            var apart = new ArrayList<Identity>();
            for (var other : parcel.people()) {
                var role = type.parties().containsKey(other.role()) ? other.role() : OTHER;
                if (type.parties().containsKey(role)) {
                    others.put(persons.register(actor, other.identity(), into.office(), parcel.fenced()), role);
                } else {
                    apart.add(other.identity());
                }
            }
            if (known != null && !known.equals(parcel.client())) {
                apart.add(parcel.client());
            }
            var file = cases.start(actor, new StartCase(
                    Code.next(), into.office(), type.key(), client, Map.copyOf(others), into.owner(), Set.of(), parcel.fenced(), parcel.urgency(),
                    CHANNEL, parcel.receivedAt(), "", parcel.decisions()));
            parcel.story().forEach(note -> insert(file, parcel.from(), note, false));
            apart.forEach(one -> insert(file, parcel.from(), new Note(CaseNotes.NOTE, clock.instant(), carried.text(actor, one)), true));
            history.add(actor, file.id(), "came", parcel.from(), "");
            return file;
        });
    }

    private Optional<CaseType> type(Actor actor, Parcel parcel, Into into) {
        var possible = types(actor, parcel);
        return possible.stream().filter(type -> type.key().equals(parcel.type())).findFirst()
                .or(() -> possible.stream().filter(type -> type.key().equals(into.type())).findFirst());
    }

    /** Whether what the client decided holds for somebody as old as the one in the register. */
    private boolean holds(Actor actor, List<Decision> decisions, UUID known) {
        var age = persons.open(actor, known).ageGroup();
        return decisions.stream().allMatch(said ->
                Majority.errors(age, actor.may("consent.best_interest"), said.decision(), said.byWhom(), said.assent()).isEmpty());
    }

    /** Closes what another organisation took over; inside the deed that says so. */
    public void close(Actor system, UUID caseId, UUID toOrg, UUID offeredBy) {
        work.as(system, "case.transfer", () -> {
            var file = cases.byId(system, caseId);
            var figures = cases.figures(system, file);
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            files.update(file.handedOver(now, types.of(file), system.zone()), file.version());
            var closure = Id.next();
            closures.insert(new ClosureRepository.Row(
                    closure, caseId, TRANSFERRED, TRANSFERRED, "", null, false, null, null, offeredBy, null, null, null, null, null));
            closures.insert(new ClosureRepository.Check(Id.next(), caseId, closure, TRANSFERRED, "", null, null, null, null));
            history.add(system, caseId, TRANSFERRED, toOrg, "");
            audit.note("case.transferred", caseId, toOrg.toString());
            news.publishEvent(new CaseTransferred(figures, null));
            files.handOver(caseId);
        });
    }

    /** Her latest word for each purpose. */
    private List<Decision> latest(CaseFile file) {
        var latest = new HashMap<String, Decision>();
        consents.of(file.id()).forEach(row -> latest.put(row.decision().purpose(), row.decision()));
        return new ArrayList<>(latest.values());
    }

    private void insert(CaseFile file, UUID from, Note note, boolean kept) {
        var id = Id.next();
        var sealed = vault.seal(file.key(), id, CaseNotes.PURPOSE, note.text());
        notes.insert(new NoteRepository.Row(id, file.id(), note.kind(), sealed, note.happenedAt(), null, null, null, kept, from));
    }
}
