package org.haki.advocacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Staff;
import org.haki.activities.Plans;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.lists.ListEntry;
import org.haki.sheets.Application;
import org.haki.sheets.Applications;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/** What was seen at institutions, for whoever writes it, reads it and decides about it. */
@Service
public class ObservationRegister {

    private static final int SHOWN = 30;

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final Plans plans;
    private final Applications applications;
    private final Vault vault;
    private final Staff staff;
    private final Institutions institutions;
    private final Observations verbs;
    private final ObservationRepository observations;
    private final Clock clock;

    ObservationRegister(Work work, Audit audit, CaseFiles cases, Plans plans, Applications applications, Vault vault, Staff staff,
            Institutions institutions, Observations verbs, ObservationRepository observations, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.plans = plans;
        this.applications = applications;
        this.vault = vault;
        this.staff = staff;
        this.institutions = institutions;
        this.verbs = verbs;
        this.observations = observations;
        this.clock = clock;
    }

    /** Those of a case that were not rejected, the newest first. */
    public List<ObservationLine> ofCase(Actor actor, CaseFile file) {
        return work.as(actor, Observations.SEE, () -> actor.may(Observations.SEE, file.office()) ? lines(actor, observations.ofCase(file.id())) : List.of());
    }

    /** What this person drafted of this institution within the last day, and may take back, the newest first. */
    public List<ObservationLine> own(Actor actor, ListEntry institution) {
        return work.as(actor, Observations.SEE, () -> observations.ownOf(institution.id(), actor.person(), clock.instant().minus(PracticeObservation.TAKEN_BACK_WITHIN)).stream()
                .map(row -> new ObservationLine(row, institution, actor.name(), true))
                .toList());
    }

    /** How many drafts wait for this person to decide about them. */
    public long waiting(Actor actor) {
        return work.as(actor, Observations.CHECK, () -> observations.waiting(offices(actor), actor.person()));
    }

    /** An empty sheet: about this institution, or the one of this step, or the one that the case has most lately to do with. */
    ObservationFormPage empty(Actor actor, String code, UUID institution, UUID step) {
        return work.as(actor, Observations.WRITE, () -> {
            var file = verbs.toWrite(actor, code);
            audit.shows(file.id());
            var all = institutions.all(actor);
            var at = institution != null ? Institutions.of(all, institution) : met(actor, file, all, step);
            return form(file, all, null, RecordObservation.empty(at == null ? null : at.id(), today(actor)), null);
        });
    }

    /** The sheet again, as it was typed. */
    ObservationFormPage again(Actor actor, String code, RecordObservation said, Errors errors) {
        return work.as(actor, Observations.WRITE, () -> form(verbs.toWrite(actor, code), institutions.all(actor), null, said, errors));
    }

    /** A draft, to be put right; {@code said} is {@code null} for as it stands. */
    ObservationFormPage edit(Actor actor, String code, UUID id, RecordObservation said, Errors errors) {
        return work.as(actor, Observations.WRITE, () -> {
            var file = cases.openFor(actor, code, Observations.WRITE);
            var one = observations.find(id).filter(found -> file.id().equals(found.caseId())).orElseThrow(Problem::notFound);
            if (!one.mayBeEdited(actor)) {
                throw one.isDraft() ? Problem.notYours() : Problem.notNow();
            }
            audit.note("observation.opened", id, "");
            audit.shows(file.id());
            var typed = said == null ? RecordObservation.of(one, text(file, one)) : said;
            return form(file, institutions.all(actor), one, typed, errors);
        });
    }

    ObservationPage one(Actor actor, UUID id, Errors errors) {
        return work.as(actor, Observations.SEE, () -> {
            var one = observations.find(id).filter(found -> actor.may(Observations.SEE, found.office())).orElseThrow(Problem::notFound);
            var file = one.caseId() == null ? null : cases.byId(actor, one.caseId());
            audit.note("observation.opened", id, "");
            var names = staff.names(actor, Stream.of(one.by(), one.decidedBy()).filter(Objects::nonNull).collect(Collectors.toSet()));
            var at = Institutions.of(institutions.all(actor), one.institution());
            var line = new ObservationLine(one, at, names.getOrDefault(one.by(), ""), one.mayBeUndone(actor, clock.instant()));
            return new ObservationPage(line, file == null ? null : file.path(), file == null ? "" : file.code(), file == null ? "" : text(file, one),
                    one.decidedBy() == null ? "" : names.getOrDefault(one.decidedBy(), ""), one.mayBeEdited(actor), one.mayBeDecided(actor), errors);
        });
    }

    /** One page of them, and what else there is in the same state, counted. */
    ObservationsPage page(Actor actor, ListObservations asked) {
        return work.as(actor, Observations.CHECK, () -> {
            var offices = offices(actor);
            var rows = observations.page(asked, offices, SHOWN + 1);
            var shown = rows.subList(0, Math.min(SHOWN, rows.size()));
            audit.note("observations.listed", null, String.valueOf(shown.size()));
            audit.shows(shown.stream().map(PracticeObservation::caseId).filter(Objects::nonNull).toList());
            return new ObservationsPage(asked, lines(actor, shown), tally(actor, observations.counts(asked.state(), offices)),
                    rows.size() > SHOWN ? shown.getLast() : null);
        });
    }

    private List<ObservationLine> lines(Actor actor, Collection<PracticeObservation> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var all = institutions.all(actor).stream().collect(Collectors.toMap(ListEntry::id, Function.identity()));
        var names = staff.names(actor, rows.stream().map(PracticeObservation::by).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new ObservationLine(row, all.get(row.institution()), names.getOrDefault(row.by(), ""), row.mayBeUndone(actor, clock.instant())))
                .toList();
    }

    private ObservationsPage.Tally tally(Actor actor, List<ObservationRepository.Counted> counts) {
        var names = counts.isEmpty() ? Map.<UUID, String>of()
                : institutions.all(actor).stream().collect(Collectors.toMap(ListEntry::id, ListEntry::label));
        return new ObservationsPage.Tally(
                counts.stream().map(ObservationRepository.Counted::institution).distinct()
                        .map(id -> new ObservationsPage.Place(id.toString(), names.getOrDefault(id, "")))
                        .sorted(Comparator.comparing(ObservationsPage.Place::name)).toList(),
                counts.stream().map(ObservationRepository.Counted::practice).distinct().sorted(Comparator.comparing(Practice.keys()::indexOf)).toList(),
                counts.stream().map(ObservationRepository.Counted::month).distinct().sorted(Comparator.reverseOrder()).toList());
    }

    private ObservationFormPage form(CaseFile file, List<ListEntry> all, PracticeObservation one, RecordObservation said, Errors errors) {
        return new ObservationFormPage(file, one, said, Institutions.offered(all, said), Institutions.isLong(all), all.isEmpty(), errors);
    }

    /** Where the step was, or where the case was taken last. */
    private ListEntry met(Actor actor, CaseFile file, List<ListEntry> all, UUID step) {
        var taken = step == null ? null : plans.one(actor, file, step);
        var place = taken == null ? "" : taken.words().place();
        var row = taken == null ? "" : taken.row().mark().row();
        var named = place == null || place.isBlank() ? null : all.stream()
                .filter(one -> place.strip().equalsIgnoreCase(one.label()) || place.strip().equalsIgnoreCase(one.name()))
                .findFirst().orElse(null);
        return named != null ? named : applications.of(actor, List.of(file)).stream()
                .filter(one -> row.isEmpty() || one.row().equals(row))
                .max(Comparator.comparing(Application::on, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(Application::institution)
                .map(id -> Institutions.of(all, id))
                .orElse(null);
    }

    private String text(CaseFile file, PracticeObservation one) {
        return one.sealed() == null ? "" : vault.read(file.key(), one.id(), Observations.PURPOSE, one.sealed());
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }

    private static UUID[] offices(Actor actor) {
        return actor.officesFor(Observations.CHECK).toArray(UUID[]::new);
    }
}
