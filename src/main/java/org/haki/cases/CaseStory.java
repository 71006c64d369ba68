package org.haki.cases;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.access.Partner;
import org.haki.access.Staff;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/** What is written and what happened in a case, ready to be read; modules above mix in what they know, by time. */
@Service
public class CaseStory {

    private final Work work;
    private final Vault vault;
    private final Staff staff;
    private final Networks networks;
    private final Organisations organisations;
    private final CaseTypes types;
    private final NoteRepository notes;
    private final EventRepository events;

    CaseStory(
            Work work,
            Vault vault,
            Staff staff,
            Networks networks,
            Organisations organisations,
            CaseTypes types,
            NoteRepository notes,
            EventRepository events) {
        this.work = work;
        this.vault = vault;
        this.staff = staff;
        this.networks = networks;
        this.organisations = organisations;
        this.types = types;
        this.notes = notes;
        this.events = events;
    }

    /** The story, the newest first: notes as they stand now, each with what it said before, and what happened to the case. */
    public List<StoryEntry> of(Actor actor, CaseFile file) {
        return work.as(actor, "case.read", () -> {
            if (!actor.may("case.read", file.office())) {
                throw Problem.notYours();
            }
            var written = notes.of(file.id());
            var happened = events.of(file.id());
            var names = names(actor, written, happened);
            var words = types.withOlderWords(file);
            vault.fetch(Set.of(file.key()));
            var story = new ArrayList<StoryEntry>(noteEntries(actor, file, written, names));
            happened.forEach(event -> story.add(line(event, words, names)));
            story.sort(Comparator.comparing(StoryEntry::at).thenComparing(StoryEntry::id).reversed());
            return story;
        });
    }

    /** The notes as they stand, the newest first, for another organisation at its window: all as the owner's, no names of staff. */
    public List<NoteEntry> atWindow(Actor guest, CaseFile file, String owner) {
        return work.as(guest, "shared.see", () -> {
            vault.fetch(Set.of(file.key()));
            var written = notes.of(file.id());
            var names = written.stream().flatMap(note -> Stream.of(note.author(), note.byOrg())).distinct()
                    .collect(Collectors.toMap(id -> id, _ -> owner));
            return noteEntries(guest, file, written, names).stream()
                    .sorted(Comparator.comparing(NoteEntry::at).thenComparing(NoteEntry::id).reversed())
                    .toList();
        });
    }

    private Map<UUID, String> names(Actor actor, List<NoteRepository.Row> written, List<CaseEvent> happened) {
        var people = Stream.of(
                        written.stream().map(NoteRepository.Row::author),
                        happened.stream().map(CaseEvent::person),
                        happened.stream().map(CaseStory::colleague))
                .flatMap(ids -> ids)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var names = new HashMap<>(staff.names(actor, people));
        if (happened.stream().anyMatch(event -> event.byOrg() != null)) {
            names.putAll(networks.known(actor).stream().collect(Collectors.toMap(Partner::id, Partner::name)));
        }
        Stream.concat(
                        written.stream().map(NoteRepository.Row::byOrg).filter(org -> !org.equals(actor.org())),
                        happened.stream().filter(CaseStory::betweenOrganisations).map(event -> UUID.fromString(event.subject())))
                .distinct()
                .forEach(org -> names.put(org, organisations.of(org).name()));
        return names;
    }

    private List<NoteEntry> noteEntries(
            Actor actor, CaseFile file, Collection<NoteRepository.Row> written, Map<UUID, String> names) {
        var byId = new HashMap<UUID, NoteRepository.Row>();
        var amended = new HashSet<UUID>();
        written.forEach(note -> {
            byId.put(note.id(), note);
            amended.add(note.amends());
        });
        return written.stream()
                .filter(note -> !amended.contains(note.id()))
                .map(note -> entry(actor, file, note, byId, names))
                .toList();
    }

    private NoteEntry entry(
            Actor actor, CaseFile file, NoteRepository.Row note, Map<UUID, NoteRepository.Row> byId, Map<UUID, String> names) {
        var older = new ArrayList<NoteEntry.Older>();
        for (var before = byId.get(note.amends()); before != null; before = byId.get(before.amends())) {
            older.add(new NoteEntry.Older(before.recordedAt(), by(actor, file, before, names), words(file, before)));
        }
        var wholeDay = note.happenedAt().atZone(actor.zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
        return new NoteEntry(
                note.id(),
                note.kind().equals(CaseNotes.NARRATIVE),
                note.happenedAt(),
                wholeDay,
                by(actor, file, note, names),
                words(file, note),
                note.amends() == null ? null : note.recordedAt(),
                List.copyOf(older),
                CaseNotes.mayAmend(actor, file, note.author()) ? file.path() + "/notes/" + note.id() : null);
    }

    /** Whoever wrote it; empty for the words of a reporter, which nobody of us has written: they came by the web as they stand. */
    private static String by(Actor actor, CaseFile file, NoteRepository.Row note, Map<UUID, String> names) {
        if (note.kind().equals(CaseNotes.NARRATIVE) && note.amends() == null && file.channel().equals("web")) {
            return "";
        }
        return names.getOrDefault(note.byOrg().equals(actor.org()) ? note.author() : note.byOrg(), "");
    }

    private String words(CaseFile file, NoteRepository.Row note) {
        return vault.read(file.key(), note.id(), CaseNotes.PURPOSE, note.sealed());
    }

    private static EventLine line(CaseEvent event, CaseType type, Map<UUID, String> names) {
        var colleague = betweenOrganisations(event) ? UUID.fromString(event.subject()) : colleague(event);
        var label = switch (event.act()) {
            case "stage" -> type.stage(event.subject()).label();
            case "party_added", "party_ended" -> type.parties().get(event.subject());
            case "proposed" -> type.outcomes().get(event.subject()).label();
            default -> null;
        };
        var word = switch (event.act()) {
            case "verified", "disputed" -> "VerificationResult." + event.subject();
            case "drawn" -> "ClosingDraw." + event.subject();
            case "consent" -> "ConsentPurpose." + event.subject();
            case "assigned" -> colleague == null ? "EventLine.queue" : null;
            default -> null;
        };
        var reason = event.reason().isEmpty() ? null : switch (event.act()) {
            case "accepted" -> "OpenCase.channel." + event.reason();
            case "consent", "sharing_consent" -> "ConsentDecision." + event.reason();
            case "fenced" -> "FenceReason." + event.reason();
            case "unfenced" -> "UnfenceReason." + event.reason();
            case "reopened" -> "ReopenReason." + event.reason();
            case "glass" -> "GlassReason." + event.reason();
            case "purge_proposed" -> "PurgeGround." + event.reason();
            case "hold_set" -> "HoldReason." + event.reason();
            case "hold_lifted" -> "LiftReason." + event.reason();
            default -> null;
        };
        return new EventLine(
                event.id(), event.at(), names.getOrDefault(event.byOrg() == null ? event.person() : event.byOrg(), ""), event.act(), label,
                event.act().equals("upgraded") ? event.subject() : colleague == null ? "" : names.getOrDefault(colleague, ""), word, reason);
    }

    /** Whether it came from another organisation, or went to one. */
    private static boolean betweenOrganisations(CaseEvent event) {
        return List.of("came", "transferred").contains(event.act());
    }

    /** The colleague this event was about, or {@code null}. */
    private static UUID colleague(CaseEvent event) {
        return switch (event.act()) {
            case "accepted", "assigned", "joined", "left" -> event.subject().isEmpty() ? null : UUID.fromString(event.subject());
            default -> null;
        };
    }
}
