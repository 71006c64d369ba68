package org.haki.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.messages.Outbox;
import org.haki.vault.KeyKind;
import org.haki.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is written when a case begins, in the order that its fence needs: the row, its team, its people, the fence. */
@Component
class Acceptance {

    /** So long after accepting, an operator can still answer the mother who calls. */
    private static final Duration OPERATOR_STAYS = Duration.ofDays(14);

    private final Organisations organisations;
    private final Staff staff;
    private final Vault vault;
    private final CaseTypes types;
    private final AdoptedTypes adopted;
    private final CaseFileRepository files;
    private final TeamRepository teams;
    private final PartyRepository parties;
    private final Fencing fencing;
    private final NoteRepository notes;
    private final Majority majority;
    private final ConsentRepository consents;
    private final EventRepository history;
    private final Outbox outbox;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Acceptance(
            Organisations organisations,
            Staff staff,
            Vault vault,
            CaseTypes types,
            AdoptedTypes adopted,
            CaseFileRepository files,
            TeamRepository teams,
            PartyRepository parties,
            Fencing fencing,
            NoteRepository notes,
            Majority majority,
            ConsentRepository consents,
            EventRepository history,
            Outbox outbox,
            ApplicationEventPublisher news,
            Clock clock) {
        this.organisations = organisations;
        this.staff = staff;
        this.vault = vault;
        this.types = types;
        this.adopted = adopted;
        this.files = files;
        this.teams = teams;
        this.parties = parties;
        this.fencing = fencing;
        this.notes = notes;
        this.majority = majority;
        this.consents = consents;
        this.history = history;
        this.outbox = outbox;
        this.news = news;
        this.clock = clock;
    }

    CaseFile accept(Actor actor, StartCase said) {
        if (!organisations.of(actor.org()).ready()) {
            throw Problem.notNow();
        }
        var type = adopted.choose(said.type());
        refuseUnless(said.owner() == null || isAble(actor, said.office(), said.owner()));
        refuseUnless(type.parties().keySet().containsAll(said.others().values()));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var file = CaseFile.begin(Id.next(), vault.newKey(KeyKind.CASE), said, type, now);
        types.use(type);
        files.insert(file, actor.person());
        gatherTeam(actor, file, said, now);
        parties.add(file.id(), file.client(), "client", actor.person());
        said.others().forEach((person, role) -> parties.add(file.id(), person, role, actor.person()));
        history.add(actor, file.id(), "accepted", file.owner(), said.channel());
        narrate(actor, file, said.narrative());
        for (var decision : said.consents()) {
            if (!majority.errors(actor, file, decision.decision(), decision.byWhom(), decision.assent()).isEmpty()) {
                throw Problem.notNow();
            }
            consents.add(Id.next(), file.id(), decision, null, actor.person());
            history.add(actor, file.id(), "consent", decision.purpose(), decision.decision());
        }
        if (said.fenced() || type.restricted()) {
            return fencing.raise(actor, file, file.version());
        }
        fencing.settle(actor, file.id());
        return file;
    }

    void announce(Actor actor, CaseFile file, StartCase said, CaseInFigures figures) {
        news.publishEvent(new CaseAccepted(figures, actor.person(), file.owner()));
        said.consents().forEach(decision -> news.publishEvent(
                new ConsentRecorded(figures, actor.person(), decision.purpose(), decision.decision())));
        if (file.owner() != null && !actor.is(file.owner())) {
            outbox.tell(actor.org(), Set.of(file.owner()), "case_assigned", file.code(), file.path());
        }
    }

    private void gatherTeam(Actor actor, CaseFile file, StartCase said, Instant now) {
        var there = new HashSet<UUID>();
        if (said.owner() != null && there.add(said.owner())) {
            teams.join(file.id(), said.owner(), "owner", null, actor.person());
        }
        for (var supervisor : said.supervisors()) {
            if (there.add(supervisor)) {
                teams.join(file.id(), supervisor, "supervisor", null, actor.person());
            }
        }
        if (actor.person() != null && there.add(actor.person())) {
            boolean stays = actor.may("case.unfence", file.office());
            teams.join(
                    file.id(), actor.person(), stays ? "supervisor" : "operator", stays ? null : now.plus(OPERATOR_STAYS), actor.person());
        }
    }

    /** How it came to us, in her words, at the hour it came. */
    private void narrate(Actor actor, CaseFile file, String words) {
        if (Text.blank(words)) {
            return;
        }
        var id = Id.next();
        var sealed = vault.seal(file.key(), id, CaseNotes.PURPOSE, words);
        notes.insert(new NoteRepository.Row(id, file.id(), CaseNotes.NARRATIVE, sealed, file.receivedAt(), null, actor.person(), null, false, null));
    }

    private boolean isAble(Actor actor, UUID office, UUID person) {
        return staff.able(actor, office, "case.write").stream().anyMatch(colleague -> colleague.id().equals(person));
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notFound();
        }
    }
}
