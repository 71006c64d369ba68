package org.haki.advocacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Parties;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.lists.ListEntry;
import org.haki.vault.NamesInText;
import org.haki.vault.Sealed;
import org.haki.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What institutions are seen to do: the verbs. Each answers where to go and look. */
@Service
public class Observations {

    static final String WRITE = "observation.write";
    static final String SEE = "observation.see";
    static final String CHECK = "observation.check";
    static final String PURPOSE = "observation";

    /** Why one is not used; words under {@code ObservationReason.}. */
    static final List<String> REASONS = List.of("names_somebody", "wrong_institution", "not_bad", "said_twice", "too_little", "other");

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final Parties parties;
    private final Vault vault;
    private final Institutions institutions;
    private final ObservationRepository observations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Observations(Work work, Audit audit, CaseFiles cases, Parties parties, Vault vault, Institutions institutions, ObservationRepository observations,
            ApplicationEventPublisher events, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.parties = parties;
        this.vault = vault;
        this.institutions = institutions;
        this.observations = observations;
        this.events = events;
        this.clock = clock;
    }

    /** What needs another look in what was seen, before the case is looked at. */
    public Errors errors(Actor actor, RecordObservation said) {
        return said.errors(today(actor));
    }

    /** Drafts what was seen, within the work on a case. */
    public String draft(Actor actor, String code, RecordObservation said, Op op) {
        return work.once(actor, WRITE, op, () -> {
            var file = toWrite(actor, code);
            var at = right(actor, file, said);
            var id = Id.next();
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var read = said.read(at.id(), today(actor), flagged(actor, file, said));
            var one = new PracticeObservation(id, file.office(), file.id(), null, List.of(), null, null, null, false, PracticeObservation.State.DRAFT, "",
                    actor.person(), now, null, null, 1).said(read, sealed(file, id, read.text()));
            observations.insert(one);
            audit.note("observation.drafted", id, "");
            audit.shows(file.id());
            made(actor, file, one, at);
            return file.path() + "#observations";
        });
    }

    /** Puts a draft right. */
    String edit(Actor actor, String code, UUID id, RecordObservation said, Op op) {
        return work.once(actor, WRITE, op, () -> {
            var file = cases.openFor(actor, code, WRITE);
            var before = inCase(file, id);
            refuseUnless(before.mayBeEdited(actor));
            var at = right(actor, file, said);
            var read = said.read(at.id(), today(actor), flagged(actor, file, said));
            var after = before.said(read, sealed(file, id, read.text()));
            save(after, op);
            audit.note("observation.edited", id, "");
            audit.shows(file.id());
            events.publishEvent(new ObservationTakenBack(cases.figures(actor, file), id));
            made(actor, file, after, at);
            return before.path();
        });
    }

    /** Takes back, within a day and by whoever wrote it, a draft that nobody decided about. */
    String undo(Actor actor, String code, UUID id, Op op) {
        return work.once(actor, WRITE, op, () -> {
            var file = cases.openFor(actor, code, WRITE);
            if (!inCase(file, id).mayBeUndone(actor, clock.instant())) {
                throw Problem.notNow();
            }
            fresh(observations.delete(id, op.base()));
            audit.note("observation.undone", id, "");
            audit.shows(file.id());
            events.publishEvent(new ObservationTakenBack(cases.figures(actor, file), id));
            return file.path();
        });
    }

    /** Keeps one: no names, the right institution. */
    String check(Actor actor, UUID id, Op op) {
        return decide(actor, id, PracticeObservation.State.DRAFT, PracticeObservation.State.CHECKED, "", op);
    }

    /** It is not used, for this reason, and counts no longer. */
    String reject(Actor actor, UUID id, String reason, Op op) {
        return decide(actor, id, PracticeObservation.State.DRAFT, PracticeObservation.State.REJECTED, reason, op);
    }

    /** Gives one that was kept back to be put right. */
    String giveBack(Actor actor, UUID id, String reason, Op op) {
        return decide(actor, id, PracticeObservation.State.CHECKED, PracticeObservation.State.DRAFT, reason, op);
    }

    private String decide(Actor actor, UUID id, PracticeObservation.State from, PracticeObservation.State to, String reason, Op op) {
        return work.once(actor, CHECK, op, () -> {
            var before = observations.find(id).orElseThrow(Problem::notFound);
            refuseUnless(actor.may(CHECK, before.office()));
            if (actor.is(before.by())) {
                throw new Problem(Problem.Kind.OWN_PROPOSAL);
            }
            if (before.state() != from) {
                throw Problem.notNow();
            }
            if (to != PracticeObservation.State.CHECKED && !REASONS.contains(reason)) {
                throw new LooksWrong(new Errors().add("reason", "ObservationPage.reason.needed"));
            }
            save(before.decided(to, reason, actor.person(), clock.instant().truncatedTo(ChronoUnit.MICROS)), op);
            audit.note("observation." + (to == PracticeObservation.State.DRAFT ? "given_back" : to.key()), id, reason);
            if (to == PracticeObservation.State.REJECTED && before.caseId() != null) {
                var file = cases.byId(actor, before.caseId());
                events.publishEvent(new ObservationTakenBack(cases.figures(actor, file), id));
            }
            return before.path();
        });
    }

    /** A case in which something may be written down: one that is open, or closing. */
    CaseFile toWrite(Actor actor, String code) {
        var file = cases.openToWrite(actor, code);
        refuseUnless(actor.may(WRITE, file.office()));
        return file;
    }

    private ListEntry right(Actor actor, CaseFile file, RecordObservation said) {
        var errors = said.errors(today(actor));
        var at = Institutions.meant(institutions.all(actor), said, errors);
        if (errors.of("text") == null && !said.isKept() && flagged(actor, file, said)) {
            errors.add("text", "RecordObservation.names");
        }
        if (!errors.isEmpty()) {
            throw new LooksWrong(errors);
        }
        return at;
    }

    /** Whether the words have in them what anybody in the case is called (P24). */
    private boolean flagged(Actor actor, CaseFile file, RecordObservation said) {
        return !said.text().isEmpty() && NamesInText.any(said.text(), parties.of(actor, file).stream()
                .flatMap(party -> Stream.concat(Stream.of(party.identity().name()), party.identity().otherNames().stream()))
                .toList());
    }

    private Sealed sealed(CaseFile file, UUID id, String text) {
        return text.isEmpty() ? null : vault.seal(file.key(), id, PURPOSE, text);
    }

    private PracticeObservation inCase(CaseFile file, UUID id) {
        return observations.find(id).filter(one -> file.id().equals(one.caseId())).orElseThrow(Problem::notFound);
    }

    private void save(PracticeObservation one, Op op) {
        if (one.version() != op.base()) {
            throw Problem.stale();
        }
        fresh(observations.update(one));
    }

    private void made(Actor actor, CaseFile file, PracticeObservation one, ListEntry at) {
        events.publishEvent(new ObservationMade(cases.figures(actor, file), one.id(), one.by(), one.practices(), at.kind(), one.seenOn()));
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notYours();
        }
    }

    private static void fresh(int changed) {
        if (changed == 0) {
            throw Problem.stale();
        }
    }
}
