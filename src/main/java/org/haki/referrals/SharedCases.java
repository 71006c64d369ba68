package org.haki.referrals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.haki.access.Organisations;
import org.haki.activities.OpenedActivity;
import org.haki.activities.Plans;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseStory;
import org.haki.cases.NoteEntry;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * What other organisations shared with this one. Whoever works at a window becomes a guest in the owner's context, and
 * PostgreSQL shows her that one case, in the sections that the client agreed to, until the window ends; then only what
 * she recorded herself.
 */
@Service
public class SharedCases {

    /** Why a receiver says no, and why a service was not given. */
    public static final List<String> REASONS =
            List.of("no_capacity", "not_our_service", "outside_area", "conflict", "not_reached", "client_declined", "other");
    private static final Set<String> VERBS = Set.of("shared.see", "shared.answer", "shared.write", "shared.refer", "shared.lead");
    /** What whoever leads may do in the case, beside. */
    private static final Set<String> LEADS = Set.of("activity.write", "case.write", "case.propose");

    /**
     * What stands at a window.
     *
     * @param file     the case, or {@code null} where it may not be seen (yet, or any more)
     * @param referral the referral with its words, or {@code null} once it has ended
     * @param client   the client, or {@code null} where her identity is not shared
     * @param story    the notes, newest first; empty where the story is not shared
     * @param plan     what is planned; empty where the plan is not shared
     * @param entries  what this organisation recorded, newest first
     */
    public record View(
            CaseWindow window, CaseFile file, Referral referral, Identity client, List<NoteEntry> story,
            List<OpenedActivity> plan, List<WindowEntry> entries) {}

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final CaseStory story;
    private final Persons persons;
    private final Plans plans;
    private final ReferralRepository referrals;
    private final CaseWindowRepository windows;
    private final WindowEntryRepository entries;
    private final ReferralSeal seal;
    private final ReferralMail mail;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    SharedCases(
            Work work,
            Audit audit,
            Organisations organisations,
            CaseFiles cases,
            CaseStory story,
            Persons persons,
            Plans plans,
            ReferralRepository referrals,
            CaseWindowRepository windows,
            WindowEntryRepository entries,
            ReferralSeal seal,
            ReferralMail mail,
            ApplicationEventPublisher news,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.cases = cases;
        this.story = story;
        this.persons = persons;
        this.plans = plans;
        this.referrals = referrals;
        this.windows = windows;
        this.entries = entries;
        this.seal = seal;
        this.mail = mail;
        this.news = news;
        this.clock = clock;
    }

    /** One page of the cards in these states, the most urgent answer first. */
    List<CaseWindow> list(Actor actor, Collection<String> states, CaseWindowRepository.Mark after, int size) {
        return work.as(actor, "shared.see", () -> windows.to(states, after, size));
    }

    /** What waits for an answer, the most urgent first. */
    public List<CaseWindow> waiting(Actor actor, int limit) {
        return list(actor, List.of("sent"), CaseWindowRepository.Mark.FIRST, limit);
    }

    /** The card, where the actor's organisation is its receiver and her role in its office includes seeing it. */
    public CaseWindow card(Actor actor, UUID id) {
        return work.as(actor, "shared.see", () -> {
            var window = windows.to(id).filter(card -> mayIn(actor, "shared.see", card)).orElseThrow(Problem::notFound);
            audit.note("window.entered", id, window.code());
            return window;
        });
    }

    /** What the actor sees through the window now. */
    public View view(Actor actor, UUID id) {
        var window = card(actor, id);
        var guest = guest(actor, window);
        var owner = organisations.of(window.ownerOrg()).name();
        return work.as(guest, "shared.see", () -> {
            audit.shows(window.caseId());
            var own = entries.at(id).stream().map(row -> seal.openEntry(window, row, "")).toList();
            var row = referrals.find(id).orElse(null);
            if (row == null) {
                return new View(window, null, null, null, List.of(), List.of(), own);
            }
            var file = cases.byIds(guest, List.of(window.caseId())).get(window.caseId());
            var referral = seal.open(window.key(), row, window);
            return new View(
                    window,
                    file,
                    referral,
                    file == null || !window.shows("identity") ? null : persons.openAll(guest, List.of(window.client())).get(window.client()),
                    file == null || !window.shows("story") ? List.of() : story.atWindow(guest, file, owner),
                    file == null || !window.shows("plan") ? List.of() : plans.ofCase(guest, file),
                    own);
        });
    }

    /** Takes the referral on; from now on its worker sees the consented sections. */
    public String accept(Actor actor, UUID id, Op op) {
        return step(actor, id, "accepted", "", op, () -> {});
    }

    /** Says no, with a reason of {@link #REASONS}. */
    public String reject(Actor actor, UUID id, String reason, Op op) {
        return step(actor, id, "rejected", reason, op, () -> {});
    }

    /** The service has begun. */
    public String start(Actor actor, UUID id, Op op) {
        return step(actor, id, "in_service", "", op, () -> {});
    }

    /** The service was given; the remark says what came of it. */
    public String complete(Actor actor, UUID id, String remark, Op op) {
        return end(actor, id, "completed", "", remark, op);
    }

    /** The client did not get the service. */
    public String fail(Actor actor, UUID id, String reason, String remark, Op op) {
        return end(actor, id, "not_received", reason, remark, op);
    }

    /** Records something at the window, under the name of the actor's organisation. */
    public String write(Actor actor, UUID id, WriteEntry said, Op op) {
        var window = card(actor, id);
        var guest = guest(actor, window);
        return work.once(guest, "shared.write", op, () -> {
            mustBeOpen(guest, window);
            insert(guest, window, said.kind(), said.service(), said.text(), happened(actor, said.day()));
            return window.path();
        });
    }

    LocalDate today(Actor actor) {
        return LocalDate.now(clock.withZone(actor.zone()));
    }

    /** The actor as a guest at this window, with those of her own rights that count there. */
    Actor guest(Actor actor, CaseWindow window) {
        var verbs = new HashSet<String>(Set.of("case.see"));
        VERBS.stream().filter(verb -> mayIn(actor, verb, window)).forEach(verbs::add);
        if (verbs.contains("shared.answer")) {
            verbs.add("consent.share");
        }
        if (!window.leads()) {
            verbs.remove("shared.lead");
        } else if (verbs.contains("shared.lead")) {
            verbs.addAll(LEADS);
        }
        if (window.shows("identity")) {
            verbs.add("person.see");
        }
        if (window.shows("plan")) {
            verbs.add("activity.see");
        }
        return actor.atWindow(window.id(), window.ownerOrg(), window.office(), Set.copyOf(verbs));
    }

    private String end(Actor actor, UUID id, String next, String reason, String remark, Op op) {
        var window = card(actor, id);
        return step(actor, id, next, reason, op, () -> {
            var guest = guest(actor, window);
            if (window.leads() && !cases.byId(guest, window.caseId()).isOpen()) {
                throw Problem.notNow();
            }
            if (!Text.blank(remark)) {
                insert(guest, window, "remark", "", remark, clock.instant());
            }
        });
    }

    private String step(Actor actor, UUID id, String next, String reason, Op op, Runnable before) {
        var window = card(actor, id);
        if (window.kind().equals("transfer") && List.of("in_service", "completed").contains(next)) {
            throw Problem.notNow();
        }
        var guest = guest(actor, window);
        var told = new AtomicReference<UUID>();
        var path = work.once(guest, "shared.answer", op, () -> {
            var row = referrals.find(id).orElseThrow(Problem::notNow);
            before.run();
            if (!windows.move(id, next, reason)) {
                throw Problem.notNow();
            }
            if (window.leads() && next.equals("accepted")) {
                plans.takeOn(guest, cases.byId(guest, window.caseId()));
            }
            audit.note("referral." + next, id, reason);
            audit.shows(window.caseId());
            told.set(row.madeBy());
            return window.path();
        });
        if (told.get() != null) {
            mail.answered(window, told.get());
        }
        return path;
    }

    void insert(Actor guest, CaseWindow window, String kind, String service, String text, Instant happened) {
        var entry = Id.next();
        entries.insert(new WindowEntryRepository.Row(
                entry, window.caseId(), window.id(), guest.window().org(), guest.person(), kind, service, null, "", "",
                seal.sealEntry(window, entry, text), happened, null));
        audit.note("window.entry", entry, window.code());
        if (kind.equals("service")) {
            news.publishEvent(new ServiceGiven(entry, service, LocalDate.ofInstant(happened, guest.zone())));
        }
        audit.shows(window.caseId());
    }

    void mustBeOpen(Actor guest, CaseWindow window) {
        if (cases.byIds(guest, List.of(window.caseId())).isEmpty()) {
            throw Problem.notNow();
        }
    }

    private Instant happened(Actor actor, LocalDate day) {
        return day == null || day.equals(today(actor)) ? clock.instant() : day.atTime(LocalTime.MIDNIGHT).atZone(actor.zone()).toInstant();
    }

    private static boolean mayIn(Actor actor, String verb, CaseWindow window) {
        return window.toOffice() == null ? actor.may(verb) : actor.may(verb, window.toOffice());
    }
}
