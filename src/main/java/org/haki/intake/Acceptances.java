package org.haki.intake;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseNotes;
import org.haki.cases.CaseType;
import org.haki.cases.Majority;
import org.haki.cases.StartCase;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.haki.people.Identity;
import org.haki.people.Likeness;
import org.haki.people.Persons;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/** A report becomes a case, or joins one: its words go over under the case's key, and its own key is destroyed. */
@Service
public class Acceptances {

    static final String DECIDE = "intake.decide";

    /** What the form needs to know. */
    record Ready(Intake intake, Account account, String sex, List<Likeness> alike, List<Colleague> owners, List<Reading.Known> known,
            List<CaseType> types) {

        /** The type where there is one; among several somebody chooses. */
        String onlyType() {
            return types.size() == 1 ? types.getFirst().key() : "";
        }

        /** Whoever opens a case and may work it answers for it, unless it is said otherwise. */
        String owner(Actor actor) {
            return owners.stream().map(Colleague::id).filter(actor::is).map(UUID::toString).findFirst().orElse("");
        }
    }

    private final Work work;
    private final Vault vault;
    private final Audit audit;
    private final Staff staff;
    private final Persons persons;
    private final CaseFiles cases;
    private final CaseNotes notes;
    private final AdoptedTypes types;
    private final Outbox outbox;
    private final AccountSeal accounts;
    private final Alike alike;
    private final Decisions decisions;
    private final IntakeRepository intakes;
    private final AttemptRepository attempts;
    private final ConsultRepository consults;
    private final Clock clock;

    Acceptances(
            Work work,
            Vault vault,
            Audit audit,
            Staff staff,
            Persons persons,
            CaseFiles cases,
            CaseNotes notes,
            AdoptedTypes types,
            Outbox outbox,
            AccountSeal accounts,
            Alike alike,
            Decisions decisions,
            IntakeRepository intakes,
            AttemptRepository attempts,
            ConsultRepository consults,
            Clock clock) {
        this.work = work;
        this.vault = vault;
        this.audit = audit;
        this.staff = staff;
        this.persons = persons;
        this.cases = cases;
        this.notes = notes;
        this.types = types;
        this.outbox = outbox;
        this.accounts = accounts;
        this.alike = alike;
        this.decisions = decisions;
        this.intakes = intakes;
        this.attempts = attempts;
        this.consults = consults;
        this.clock = clock;
    }

    /** A report that waits, with what the forms about accepting and attaching show; it stays claimed meanwhile. */
    Ready prepare(Actor actor, String verb, String code) {
        return work.as(actor, verb, () -> {
            var intake = undecided(actor, verb, code);
            var now = clock.instant();
            intakes.claim(intake.id(), actor.person(), now, now.plus(Readings.CLAIM), false);
            audit.note("intake.opened", intake.id(), intake.code());
            var account = accounts.open(intake);
            var sex = consults.of(intake.id()).map(ConsultRepository.Given::sex).orElse("");
            return new Ready(intake, account, sex, alike.people(actor, account), owners(actor, intake),
                    alike.to(actor, intake, account), types.now());
        });
    }

    /** Opens the case; a form that needs another look comes back as {@link Unready}. */
    public String accept(Actor actor, String code, Accept said, Op op) {
        return accept(actor, DECIDE, code, said, op);
    }

    /** The same for those who decide by this verb: about the queue, or about their own lines of the register of walk-ins. */
    String accept(Actor actor, String verb, String code, Accept said, Op op) {
        return work.once(actor, verb, op, () -> {
            var intake = undecided(actor, verb, code);
            check(actor, intake, said);
            var type = types.choose(said.type());
            boolean fenced = said.isFenced(type);
            var account = accounts.open(intake);
            int base = op.base();
            if (verb.equals(WalkIns.VERB)) {
                account = advised(intake, account);
            }
            if (!intake.waits()) {
                intake = decisions.again(actor, intake, base++);
            }
            var client = said.isNew()
                    ? persons.register(actor, Heard.client(intake, account, said), intake.office(), fenced)
                    : known(actor, UUID.fromString(said.client()));
            var file = cases.start(actor, new StartCase(intake.code(), intake.office(), said.type(), client,
                    reporter(actor, intake, account, fenced), said.owner().equals(Accept.QUEUE) ? null : UUID.fromString(said.owner()),
                    Set.of(), fenced, said.urgency(), intake.channel(), intake.receivedAt(), Heard.narrative(account),
                    said.consents(intake.language())));
            decide(actor, intake, base, file, "accepted", said.sex());
            hand(intake, account, file);
            return actor.is(file.owner()) ? file.path() + type.firstPage() : file.path();
        });
    }

    /** Joins it to a case that is open already. */
    public String attach(Actor actor, String code, String caseCode, Op op) {
        return work.once(actor, DECIDE, op, () -> {
            var intake = waiting(code);
            var account = accounts.open(intake);
            var file = join(actor, caseCode, Heard.narrative(account), intake);
            decide(actor, intake, op.base(), file, "attached", "");
            hand(intake, account, file);
            if (file.owner() != null && !actor.is(file.owner())) {
                outbox.tell(actor.org(), Set.of(file.owner()), "intake_joined", file.code(), file.path());
            }
            return intake.path();
        });
    }

    private String age(Actor actor, Accept said) {
        if (said.isNew()) {
            return said.ageGroup();
        }
        var client = UUID.fromString(said.client());
        var known = persons.inFigures(actor, List.of(client)).get(client);
        return known == null ? "unknown" : known.ageGroup();
    }

    private void check(Actor actor, Intake intake, Accept said) {
        var owners = owners(actor, intake).stream().map(owner -> owner.id().toString()).collect(Collectors.toSet());
        var errors = said.errors(types.now(), owners, Identity.SEXES);
        var unseen = unseen(actor, said);
        if (!unseen.isEmpty()) {
            errors.add("client", "Accept.client.alike", unseen.size());
        }
        if (errors.isEmpty()) {
            errors.addAll(Majority.errors(age(actor, said), actor.may("consent.best_interest", intake.office()),
                    said.agreed() ? "given" : "", said.byWhom(), said.assent()));
        }
        if (!errors.isEmpty()) {
            throw new Unready(errors, unseen);
        }
    }

    /** Those in the register who are probably this new person and were not shown yet. */
    private List<Likeness> unseen(Actor actor, Accept said) {
        return !said.isNew() || Text.blank(said.name()) || !Told.AGE_GROUPS.contains(said.ageGroup())
                ? List.of()
                : persons.alike(actor, Identity.of(said.name(), said.ageGroup())).stream()
                        .filter(like -> like.likely() || like.because().contains("name"))
                        .filter(like -> !said.seen().contains(like.person().id().toString()))
                        .toList();
    }

    private CaseFile join(Actor actor, String caseCode, String narrative, Intake intake) {
        try {
            return notes.join(actor, Code.of(caseCode), narrative, intake.receivedAt());
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND || problem.kind() == Problem.Kind.NOT_NOW) {
                throw new Unready(new Errors().add("caseCode", "AttachPage.code.unknown"), List.of());
            }
            throw problem;
        }
    }

    private List<Colleague> owners(Actor actor, Intake intake) {
        return staff.able(actor, intake.office(), "case.write");
    }

    private void decide(Actor actor, Intake intake, int base, CaseFile file, String state, String sex) {
        decisions.decide(actor, intake, base, Id.next(), new Decisions.Made(state, "", "", "", sex, file.id(), null));
    }

    /** Everything sealed goes over under the case's key; the intake's own key opens nothing any more. */
    private void hand(Intake intake, Account account, CaseFile file) {
        var answer = intake.answer() == null ? null : accounts.sealAnswer(file.key(), intake.id(), accounts.answer(intake));
        intakes.rekey(intake.id(), file.key(), accounts.seal(file.key(), intake.id(), account), answer);
        for (var call : attempts.of(List.of(intake.id()))) {
            if (call.note() != null) {
                attempts.reseal(call.id(), accounts.sealNote(file.key(), call.id(), accounts.note(intake.key(), call)));
            }
        }
        vault.destroy(intake.key());
        vault.forget(intake.id());
    }

    private UUID known(Actor actor, UUID person) {
        persons.open(actor, person);
        return person;
    }

    private Map<UUID, String> reporter(Actor actor, Intake intake, Account account, boolean fenced) {
        var others = new LinkedHashMap<UUID, String>();
        if (!intake.about().equals("me") && !(Text.blank(account.reporter()) && Text.blank(account.number()))) {
            others.put(persons.register(actor, Heard.reporter(intake, account), intake.office(), fenced), "reporter");
        }
        return others;
    }

    /** One that waits; or, from the register of walk-ins, one that was a consult so far. */
    private Intake undecided(Actor actor, String verb, String code) {
        if (!verb.equals(WalkIns.VERB)) {
            return waiting(code);
        }
        var intake = intakes.byCode(code).orElseThrow(Problem::notFound);
        if (!decisions.mayDecide(actor, intake)) {
            throw Problem.notFound();
        }
        if (!intake.waits() && !(intake.state().equals("consulted") && intake.hasWords())) {
            throw Problem.stale();
        }
        return intake;
    }

    /** What was told and what was advised, where these are two; the consult keeps no words of its own. */
    private Account advised(Intake intake, Account account) {
        var advice = consults.of(intake.id()).filter(given -> given.advice() != null)
                .map(given -> accounts.advice(intake.key(), given.id(), given.advice()))
                .filter(words -> !words.equals(account.words()));
        consults.erase(List.of(intake.id()));
        return advice.map(words -> account.with(account.words() + "\n\n" + words)).orElse(account);
    }

    private Intake waiting(String code) {
        var intake = intakes.byCode(code).orElseThrow(Problem::notFound);
        if (!intake.waits()) {
            throw Problem.stale();
        }
        return intake;
    }
}
