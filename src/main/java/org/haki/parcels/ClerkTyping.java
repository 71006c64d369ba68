package org.haki.parcels;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.BikramSambat;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.surveys.PaperNotTaken;
import org.haki.surveys.PaperSheet;
import org.haki.surveys.PaperTyping;
import org.haki.surveys.TakePaper;
import org.haki.surveys.TypedPaper;
import org.springframework.stereotype.Service;

/** Typing in the sheets of a parcel, one after the other: who wrote it and when, what it answers, and what cannot be read. */
@Service
class ClerkTyping {

    private static final String TYPE = PaperTyping.TYPE;

    /** What stands in the head of a page, read. */
    private record Head(String code, UUID writer, LocalDate on, Errors errors) {}

    private final Work work;
    private final Audit audit;
    private final Parcels bundles;
    private final PaperTyping papers;
    private final ParcelRepository parcels;
    private final ParcelSheetRepository sheets;
    private final ScanRepository scans;
    private final Clock clock;

    ClerkTyping(Work work, Audit audit, Parcels bundles, PaperTyping papers, ParcelRepository parcels, ParcelSheetRepository sheets, ScanRepository scans,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.bundles = bundles;
        this.papers = papers;
        this.parcels = parcels;
        this.sheets = sheets;
        this.scans = scans;
        this.clock = clock;
    }

    /** The page of a sheet, blank or as it was typed in. */
    ClerkPage page(Actor actor, UUID id, UUID sheetId, String speak) {
        return work.as(actor, TYPE, () -> {
            var parcel = open(parcels.find(id).orElseThrow(Problem::notFound));
            var sheet = sheets.find(id, sheetId).orElseThrow(Problem::notFound);
            var asked = sheets.openOf(sheetId).stream().map(PaperQuery::place).collect(Collectors.toSet());
            var paper = papers.page(actor, sheet.survey(), sheetId, parcel.bikram(), asked);
            var writer = sheet.isEntered() ? sheet.writtenBy() : parcel.senderId();
            return page(actor, parcel, sheet, paper, ClerkSaid.head(sheet.code() == null ? "" : Code.shown(sheet.code()),
                    writer == null ? "" : writer.toString(), written(parcel, sheet.writtenOn()), speak), new Errors());
        });
    }

    /** The same after what was typed; nothing is kept. */
    ClerkPage reckon(Actor actor, UUID id, UUID sheetId, ClerkSaid said) {
        return work.as(actor, TYPE, () -> {
            var parcel = open(parcels.find(id).orElseThrow(Problem::notFound));
            var sheet = sheets.find(id, sheetId).orElseThrow(Problem::notFound);
            return page(actor, parcel, sheet, papers.reckon(actor, sheet.survey(), sheetId, said.typed(), parcel.bikram()), said, new Errors());
        });
    }

    /** Takes a sheet as it was typed; answers where the next one is. Throws {@link NotTyped} with what keeps it from being taken. */
    String save(Actor actor, UUID id, UUID sheetId, ClerkSaid said, Op op) {
        return work.once(actor, TYPE, op, () -> {
            var parcel = open(parcels.toChange(id).orElseThrow(Problem::notFound));
            var sheet = sheets.find(id, sheetId).orElseThrow(Problem::notFound);
            if (sheet.isEntered() && papers.page(actor, sheet.survey(), sheetId, false, Set.of()).sheet() == null) {
                throw Problem.notFound();
            }
            var head = read(actor, parcel, sheet, said);
            if (!head.errors().isEmpty()) {
                throw new NotTyped(page(actor, parcel, sheet, papers.reckon(actor, sheet.survey(), sheetId, said.typed(), parcel.bikram()), said, head.errors()));
            }
            var code = head.code() == null ? Code.next() : head.code();
            TypedPaper taken;
            try {
                taken = papers.take(actor, new TakePaper(sheet.survey(), new PaperSheet(sheetId, head.writer()), parcel.office(), code,
                        happened(actor, parcel, head.on()), parcel.bikram(), said.typed()), op);
            } catch (PaperNotTaken refused) {
                throw new NotTyped(page(actor, parcel, sheet, refused.paper(), said, head.errors()));
            }
            var now = clock.instant();
            boolean again = sheet.isEntered();
            sheets.keep(sheet.entered(code, again ? sheet.enteredAt() : now, again ? sheet.enteredBy() : actor.person(), head.writer(), head.on()));
            ask(sheet, code, taken.unreadable(), now);
            audit.note("parcel.typed", sheetId, "");
            return after(parcel, sheet, said.speak());
        });
    }

    /** Notes whether a sheet is in the bundle after all; answers where the next one is. */
    String absent(Actor actor, UUID id, UUID sheetId, boolean absent, Op op) {
        return work.once(actor, TYPE, op, () -> {
            var parcel = open(parcels.toChange(id).orElseThrow(Problem::notFound));
            var sheet = sheets.find(id, sheetId).orElseThrow(Problem::notFound);
            if (sheet.isEntered()) {
                throw Problem.notNow();
            }
            sheets.keep(sheet.now(absent ? ParcelSheet.State.MISSING : ParcelSheet.State.WAITING));
            audit.note("parcel.missing", sheetId, absent ? "missing" : "waiting");
            return absent ? after(parcel, sheet, "") : sheet.path();
        });
    }

    /** What cannot be read now is asked back, what can be read by now is answered. */
    private void ask(ParcelSheet sheet, String code, Set<String> unreadable, Instant now) {
        var before = sheets.openOf(sheet.id());
        before.stream().filter(query -> !unreadable.contains(query.place())).forEach(query -> sheets.answered(query.id(), now));
        var asked = before.stream().map(PaperQuery::place).collect(Collectors.toSet());
        unreadable.stream().filter(place -> !asked.contains(place)).forEach(place ->
                sheets.insert(new PaperQuery(Id.next(), sheet.parcel(), sheet.id(), sheet.office(), sheet.survey(), sheet.number(), code, place, now, null)));
    }

    /** The next sheet that waits, after this one and then from the front; the parcel where none does. */
    private String after(Parcel parcel, ParcelSheet sheet, String speak) {
        var waiting = sheets.of(parcel.id()).stream().filter(ParcelSheet::isWaiting).toList();
        var next = waiting.stream().filter(one -> one.place() > sheet.place()).findFirst().or(() -> waiting.stream().findFirst()).orElse(null);
        return next == null ? parcel.path() : next.path() + (speak.matches("[\\w-]{1,20}") ? "?speak=" + speak : "");
    }

    private Head read(Actor actor, Parcel parcel, ParcelSheet sheet, ClerkSaid said) {
        var errors = new Errors();
        var code = sheet.code();
        if (!sheet.isEntered() && code == null && !said.paper().isEmpty()) {
            code = Code.read(said.paper().replaceFirst(".*/", ""));
            errors.unless(code != null, "paper", "FillPage.paper.wrong");
        }
        errors.unless(sheet.isEntered() || code == null || !papers.isTaken(actor, code), "paper", "FillPage.paper.taken");
        var writer = bundles.writers(actor, Set.of(parcel.office())).stream().map(Colleague::id).filter(one -> one.toString().equals(said.writer())).findFirst()
                .orElse(Objects.toString(sheet.writtenBy(), "").equals(said.writer()) ? sheet.writtenBy() : null);
        var on = day(parcel, said.on(), errors);
        errors.unless(on == null || !on.isAfter(parcel.cameOn()), "on", "ClerkPage.on.after");
        return new Head(code, writer, on, errors);
    }

    private static LocalDate day(Parcel parcel, String typed, Errors errors) {
        if (typed.matches("[?\\uFF1F\\u061F]?")) {
            return null;
        }
        boolean plain = typed.chars().noneMatch(Character::isLetter);
        var day = PartialDate.read(parcel.bikram() && plain ? typed + " BS" : typed, "on", errors);
        if (day != null && (day.day() == null || day.about())) {
            errors.add("on", "RegisterParcel.day");
            return null;
        }
        return day == null ? null : day.earliest();
    }

    private static String written(Parcel parcel, LocalDate on) {
        var inNepal = on == null || !parcel.bikram() ? "" : BikramSambat.of(on);
        return on == null ? "" : inNepal.isEmpty() ? on.toString() : inNepal + " BS";
    }

    /** Noon of the day on the paper, else of the day on which it was sent or came; never ahead. */
    private Instant happened(Actor actor, Parcel parcel, LocalDate on) {
        var day = on != null ? on : parcel.sentOn() != null ? parcel.sentOn() : parcel.cameOn();
        var noon = day.atTime(LocalTime.NOON).atZone(actor.zone()).toInstant();
        return noon.isAfter(clock.instant()) ? clock.instant() : noon;
    }

    private static Parcel open(Parcel parcel) {
        if (!parcel.isOpen()) {
            throw Problem.notNow();
        }
        return parcel;
    }

    /** What was typed in and stands on a case by now, or among reports, is out of sight here. */
    private ClerkPage page(Actor actor, Parcel parcel, ParcelSheet sheet, TypedPaper paper, ClerkSaid said, Errors head) {
        if (sheet.isEntered() && paper.sheet() == null) {
            throw Problem.notFound();
        }
        var all = sheets.of(parcel.id());
        return new ClerkPage(parcel, sheet, paper, said, head, bundles.writers(actor, Set.of(parcel.office())),
                all.stream().filter(ParcelSheet::isWaiting).count(), all.size(), scans.has(parcel.id(), sheet.id()));
    }
}
