package org.haki.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/** Narrative and notes: written once, amended by a newer one, never silently edited. */
@Service
public class CaseNotes {

    static final String PURPOSE = "note";
    static final String NARRATIVE = "narrative";
    static final String NOTE = "note";

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final CaseFiles cases;
    private final CaseFileRepository files;
    private final NoteRepository notes;
    private final Clock clock;

    CaseNotes(
            Work work, Audit audit, Vault vault, CaseFiles cases, CaseFileRepository files, NoteRepository notes, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.cases = cases;
        this.files = files;
        this.notes = notes;
        this.clock = clock;
    }

    /** Writes a note; answers the address of its place in the story. */
    public String write(Actor actor, String code, WriteNote said, Op op) {
        return work.once(actor, "case.write", op, () -> {
            var file = cases.openToWrite(actor, code);
            var id = insert(actor, file, NOTE, said.text(), happened(actor, said.day()), null, said.isKept());
            audit.note("case.note", id, file.code());
            return file.path() + "#entry-" + id;
        });
    }

    /** Adds a further report about the same thing to the story of an open case, in her words, at the hour it came. */
    public CaseFile join(Actor actor, String code, String narrative, Instant receivedAt) {
        return work.as(actor, "case.open", () -> {
            var file = cases.openFor(actor, code, "case.open");
            if (!file.isOpen()) {
                throw Problem.notNow();
            }
            audit.note("case.joined", insert(actor, file, NARRATIVE, narrative, receivedAt, null, false), file.code());
            return file;
        });
    }

    /** Writes a note that stands in place of an older one, which stays to be read. Its author may, and a supervisor. */
    public String amend(Actor actor, String code, UUID note, WriteNote said, Op op) {
        return work.once(actor, "case.write", op, () -> {
            var file = cases.openToWrite(actor, code);
            var old = find(actor, file, note);
            var id = insert(actor, file, old.kind(), said.text(), old.happenedAt(), note, old.kept() || said.isKept());
            audit.note("case.note_amended", id, file.code());
            return file.path() + "#entry-" + id;
        });
    }

    /** The words of a note that this actor may amend. */
    String wordsToAmend(Actor actor, String code, UUID note) {
        return work.as(actor, "case.write", () -> {
            var file = cases.openToWrite(actor, code);
            return vault.open(file.key(), note, PURPOSE, find(actor, file, note).sealed());
        });
    }

    /** Whether this actor may amend what this author wrote. */
    static boolean mayAmend(Actor actor, CaseFile file, UUID author) {
        return file.isOpen() && actor.may("case.write", file.office())
                && (actor.is(author) || actor.may("note.amend", file.office()));
    }

    LocalDate today(Actor actor) {
        return LocalDate.now(clock.withZone(actor.zone()));
    }

    private NoteRepository.Row find(Actor actor, CaseFile file, UUID note) {
        var found = notes.find(file.id(), note).orElseThrow(Problem::notFound);
        if (!mayAmend(actor, file, found.author())) {
            throw Problem.notYours();
        }
        return found;
    }

    private UUID insert(Actor actor, CaseFile file, String kind, String text, Instant happened, UUID amends, boolean kept) {
        var id = Id.next();
        var sealed = vault.seal(file.key(), id, PURPOSE, text);
        if (notes.insert(new NoteRepository.Row(id, file.id(), kind, sealed, happened, null, actor.person(), amends, kept, null)) == 0) {
            throw Problem.stale();
        }
        files.touch(file.id());
        return id;
    }

    /** Just now; of another day only the day is known, which is kept as its first moment. */
    private Instant happened(Actor actor, LocalDate day) {
        return day == null || day.equals(today(actor)) ? clock.instant() : day.atTime(LocalTime.MIDNIGHT).atZone(actor.zone()).toInstant();
    }
}
