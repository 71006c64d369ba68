package org.haki.parcels;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Colleague;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.surveys.PaperForm;
import org.haki.surveys.PaperOnCase;
import org.haki.surveys.PaperTyping;
import org.haki.surveys.SheetCorrected;
import org.haki.surveys.Survey;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Bundles of paper: registered when they came, looked at, answered with a receipt. Which the actor sees, the row policies say. */
@Service
class Parcels {

    static final String SEE = "paper.see";
    static final String REGISTER = "paper.register";
    static final String SIGN = "paper.sign";
    private static final Duration LAG_OVER = Duration.ofDays(90);
    private static final String WRITES = "form.fill";
    private static final Set<String> NEPAL = Set.of("Asia/Kathmandu", "Asia/Katmandu");
    private static final int SIGNED_SHOWN = 30;
    private static final int OPEN_SHOWN = 200;

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final Staff staff;
    private final PaperTyping papers;
    private final PaperOnCase onCase;
    private final ParcelRepository parcels;
    private final ParcelSheetRepository sheets;
    private final Clock clock;

    Parcels(Work work, Audit audit, Organisations organisations, Staff staff, PaperTyping papers, PaperOnCase onCase, ParcelRepository parcels,
            ParcelSheetRepository sheets, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.staff = staff;
        this.papers = papers;
        this.onCase = onCase;
        this.parcels = parcels;
        this.sheets = sheets;
        this.clock = clock;
    }

    ParcelsPage all(Actor actor) {
        return work.as(actor, SEE, () -> {
            var open = parcels.page(true, OPEN_SHOWN);
            var signed = parcels.page(false, SIGNED_SHOWN);
            var lags = actor.may(SIGN) ? parcels.lags(clock.instant().minus(LAG_OVER)) : List.<WorkersLag>of();
            var people = Stream.concat(lags.stream().map(WorkersLag::worker), Stream.concat(open.stream(), signed.stream()).map(line -> line.parcel().senderId()))
                    .filter(Objects::nonNull).collect(Collectors.toSet());
            return new ParcelsPage(open, signed, lags, staff.names(actor, people), offices(actor));
        });
    }

    NewParcelPage blank(Actor actor) {
        return again(actor, RegisterParcel.empty(today(actor), NEPAL.contains(actor.zone().getId())), new Errors());
    }

    NewParcelPage again(Actor actor, RegisterParcel said, Errors errors) {
        return work.as(actor, REGISTER, () -> new NewParcelPage(said, offices(actor), writers(actor, actor.officesFor(REGISTER)), papers.offered(actor), errors));
    }

    /** Registers a parcel with every sheet that is said to be in it; answers where it is. */
    String register(Actor actor, RegisterParcel said, Op op) {
        return work.once(actor, REGISTER, op, () -> {
            var offices = offices(actor);
            var office = offices.stream().map(Office::id).filter(id -> id.toString().equals(said.office())).findFirst()
                    .orElseGet(() -> offices.stream().findFirst().orElseThrow(Problem::notYours).id());
            var senders = writers(actor, Set.of(office)).stream().map(Colleague::id).toList();
            var errors = said.errors(today(actor), senders, papers.offered(actor).stream().map(Survey::id).toList());
            for (int line = 0; line < said.lines().size() && errors.isEmpty(); line++) {
                check(actor, said.numbers(line, new Errors()).codes(), "sheets" + (line + 1), errors);
            }
            if (!errors.isEmpty()) {
                throw new WrongParcel(errors);
            }
            var sender = senders.stream().filter(one -> one.toString().equals(said.sender())).findFirst().orElse(null);
            var parcel = new Parcel(Id.next(), office, parcels.nextNumber(office), sender, sender == null ? said.place() : "", said.sent(), said.came(),
                    said.isBikram(), clock.instant(), actor.person(), null, null, 1);
            parcels.insert(parcel);
            expect(parcel, said);
            audit.note("parcel.registered", parcel.id(), "");
            return parcel.path();
        });
    }

    /** A printed code belongs to one sheet: not to one that was typed in, nor to one that is expected in another parcel. */
    private void check(Actor actor, List<String> codes, String field, Errors errors) {
        if (codes.stream().anyMatch(code -> papers.isTaken(actor, code)) || !sheets.expected(codes).isEmpty()) {
            errors.add(field, "SheetNumbers.taken");
        }
    }

    private void expect(Parcel parcel, RegisterParcel said) {
        int place = 1;
        for (int line = 0; line < said.lines().size(); line++) {
            if (!said.lines().get(line).isEmpty()) {
                var survey = said.lines().get(line).survey();
                var numbers = said.numbers(line, new Errors());
                for (var number : numbers.numbers()) {
                    sheets.insert(ParcelSheet.expected(parcel, Id.next(), survey, place++, number, null));
                }
                for (var code : numbers.codes()) {
                    sheets.insert(ParcelSheet.expected(parcel, Id.next(), survey, place++, null, code));
                }
                for (int more = 0; more < numbers.more(); more++) {
                    sheets.insert(ParcelSheet.expected(parcel, Id.next(), survey, place++, null, null));
                }
            }
        }
    }

    /** One more sheet that was found in the bundle; answers where it is typed in. */
    String more(Actor actor, UUID id, UUID survey, Op op) {
        return work.once(actor, PaperTyping.TYPE, op, () -> {
            var parcel = parcels.toChange(id).orElseThrow(Problem::notFound);
            papers.offered(actor).stream().filter(one -> one.id().equals(survey)).findFirst().orElseThrow(Problem::notFound);
            var before = sheets.of(id);
            if (!parcel.isOpen() || before.size() >= SheetNumbers.MOST) {
                throw Problem.notNow();
            }
            var sheet = ParcelSheet.expected(parcel, Id.next(), survey, before.isEmpty() ? 1 : before.getLast().place() + 1, null, null);
            sheets.insert(sheet);
            audit.note("parcel.more", id, "");
            return sheet.path();
        });
    }

    ParcelPage one(Actor actor, UUID id) {
        return work.as(actor, SEE, () -> {
            var parcel = parcels.find(id).orElseThrow(Problem::notFound);
            var all = sheets.of(id);
            var people = Stream.concat(all.stream().flatMap(sheet -> Stream.of(Objects.requireNonNullElse(sheet.writtenBy(), id), Objects.requireNonNullElse(sheet.enteredBy(), id))),
                    Stream.of(parcel.senderId(), parcel.registeredBy(), parcel.signedBy()).filter(Objects::nonNull)).collect(Collectors.toSet());
            audit.note("parcel.seen", id, "");
            var offices = offices(actor);
            var office = offices.size() < 2 ? "" : offices.stream().filter(one -> one.id().equals(parcel.office())).map(Office::name).findFirst().orElse("");
            return new ParcelPage(parcel, all, sheets.ofParcel(id), forms(actor, all), staff.names(actor, people), office);
        });
    }

    private List<Survey> forms(Actor actor, List<ParcelSheet> all) {
        var forms = new LinkedHashMap<UUID, Survey>();
        papers.offered(actor).forEach(one -> forms.put(one.id(), one));
        all.stream().map(ParcelSheet::survey).distinct().filter(one -> !forms.containsKey(one)).forEach(one -> forms.put(one, papers.form(actor, one).form()));
        return List.copyOf(forms.values());
    }

    /** Signs a parcel off: follow-ups in it come to stand on their cases, and whoever typed it in sees it no longer. */
    void sign(Actor actor, UUID id, Op op) {
        work.once(actor, SIGN, op, () -> {
            var parcel = parcels.toChange(id).filter(one -> actor.may(SIGN, one.office())).orElseThrow(Problem::notFound);
            var all = sheets.of(id);
            if (!parcel.isOpen() || all.stream().anyMatch(ParcelSheet::isWaiting)) {
                throw Problem.notNow();
            }
            if (parcel.version() != op.base()) {
                throw Problem.stale();
            }
            long loose = all.stream().filter(ParcelSheet::isEntered).filter(sheet -> !onCase.put(actor, sheet.id())).count();
            parcels.sign(id, op.base(), actor.person(), clock.instant());
            audit.note("parcel.signed", id, String.valueOf(loose));
            return "";
        });
    }

    /** Somebody corrected a sheet elsewhere: what was asked back about it is answered. */
    @EventListener
    void on(SheetCorrected news) {
        sheets.openOf(news.sheet()).stream().filter(query -> news.answered().contains(query.place())).forEach(query -> sheets.answered(query.id(), clock.instant()));
    }

    /** What is handed to whoever sent it. */
    ReceiptPage receipt(Actor actor, UUID id) {
        return work.as(actor, SEE, () -> {
            var page = one(actor, id);
            var earlier = sheets.openBefore(page.parcel());
            Map<UUID, PaperForm> asked = Stream.concat(page.queries().stream(), earlier.stream()).map(PaperQuery::survey).distinct()
                    .collect(Collectors.toMap(survey -> survey, survey -> papers.form(actor, survey)));
            return new ReceiptPage(page, earlier, asked, clock.instant());
        });
    }

    /** Who fills in forms in these offices: they write sheets and send them. */
    List<Colleague> writers(Actor actor, Set<UUID> offices) {
        return staff.able(actor, offices, WRITES);
    }

    private List<Office> offices(Actor actor) {
        var allowed = actor.officesFor(REGISTER);
        return organisations.offices(actor).stream().filter(office -> allowed.contains(office.id())).toList();
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
