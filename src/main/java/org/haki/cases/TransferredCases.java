package org.haki.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
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

    /** Something written, as it stands now. */
    public record Note(String kind, Instant happenedAt, String text) {}

    /** Somebody else in the case. */
    public record Other(String role, Identity identity) {}

    /** What goes: opened, in memory, between two transactions, and nowhere else. */
    public record Parcel(
            UUID from, String type, String urgency, boolean fenced, Instant receivedAt, Identity client, List<Note> story,
            List<Other> people, List<Decision> decisions) {

        @Override
        public String toString() {
            return "Parcel";
        }
    }

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Persons persons;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final AdoptedTypes adopted;
    private final CaseStory story;
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
                    guest.org(), file.type(), file.urgency(), file.fenced(), file.receivedAt(), identities.get(file.client()),
                    story.atWindow(guest, file).stream()
                            .map(note -> new Note(note.narrative() ? CaseNotes.NARRATIVE : CaseNotes.NOTE, note.at(), note.text())).toList(),
                    others.stream().filter(row -> known.containsKey(row.person()))
                            .map(row -> new Other(row.role(), known.get(row.person()))).toList(),
                    List.copyOf(latest(file)));
        });
    }

    /** Writes it as a case of the actor's own organisation, under its own keys; refused where the owner may not work there. */
    public CaseFile write(Actor actor, Parcel parcel, UUID office, UUID owner) {
        return work.as(actor, "case.open", () -> {
            var type = adopted.now().stream().filter(one -> one.key().equals(parcel.type())).findFirst().orElseGet(() -> adopted.choose(null));
            var client = persons.register(actor, parcel.client(), office, parcel.fenced());
            var others = new HashMap<UUID, String>();
            parcel.people().stream().filter(other -> type.parties().containsKey(other.role()))
                    .forEach(other -> others.put(persons.register(actor, other.identity(), office, parcel.fenced()), other.role()));
            var file = cases.start(actor, new StartCase(
                    Code.next(), office, type.key(), client, Map.copyOf(others), owner, Set.of(), parcel.fenced(), parcel.urgency(),
                    CHANNEL, parcel.receivedAt(), "", parcel.decisions()));
            parcel.story().forEach(note -> insert(file, parcel.from(), note));
            history.add(actor, file.id(), "came", parcel.from(), "");
            return file;
        });
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

    private void insert(CaseFile file, UUID from, Note note) {
        var id = Id.next();
        var sealed = vault.seal(file.key(), id, CaseNotes.PURPOSE, note.text());
        notes.insert(new NoteRepository.Row(id, file.id(), note.kind(), sealed, note.happenedAt(), null, null, null, false, from));
    }
}
