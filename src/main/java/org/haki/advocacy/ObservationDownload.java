package org.haki.advocacy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Download;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.access.Taking;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Text;
import org.haki.lists.ListEntry;
import org.springframework.stereotype.Component;

/** Observations of a state, to take along: where, what, when and how much; never what happened in words. Of cases kept to their team none. */
@Component
class ObservationDownload implements Download {

    private final Audit audit;
    private final Staff staff;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final Institutions institutions;
    private final ObservationRepository observations;

    ObservationDownload(Audit audit, Staff staff, Organisations organisations, CaseFiles cases, Institutions institutions, ObservationRepository observations) {
        this.audit = audit;
        this.staff = staff;
        this.organisations = organisations;
        this.cases = cases;
        this.institutions = institutions;
        this.observations = observations;
    }

    @Override
    public String key() {
        return "observations";
    }

    @Override
    public String verb() {
        return "observation.export";
    }

    @Override
    public String place() {
        return "cases";
    }

    @Override
    public String back(Taking taking) {
        return taking.address("/observations", "state", "institution", "practice", "month");
    }

    @Override
    public List<String> head() {
        return List.of("ObservationFormPage.institution", "ObservationDownload.kind", "ObservationsPage.practice", "ObservationDownload.seen", "ObservationDownload.amount",
                "ObservationDownload.currency", "CaseDownload.office", "CaseDownload.code", "CaseReferralsPage.state", "CaseEndings.reason", "ObservationDownload.by",
                "ObservationDownload.recorded", "ObservationDownload.decider", "ObservationDownload.decided");
    }

    @Override
    public Part first(Taking taking) {
        return part(taking, ListObservations.of(taking.of("state").isEmpty() ? ListObservations.STATES.getFirst() : taking.of("state"), taking.of("institution"),
                taking.of("practice"), taking.of("month"), ""));
    }

    private Part part(Taking taking, ListObservations asked) {
        var actor = taking.actor();
        var found = observations.page(asked, actor.officesFor(verb()).toArray(UUID[]::new), AT_ONCE + 1);
        var shown = found.subList(0, Math.min(AT_ONCE, found.size()));
        var files = cases.byIds(actor, shown.stream().map(PracticeObservation::caseId).filter(Objects::nonNull).distinct().toList());
        var mine = shown.stream().filter(row -> row.caseId() == null || files.containsKey(row.caseId()) && !files.get(row.caseId()).fenced()).toList();
        audit.shows(mine.stream().map(PracticeObservation::caseId).filter(Objects::nonNull).toList());
        var known = new Known(files, institutions.all(actor).stream().collect(Collectors.toMap(ListEntry::id, Function.identity())),
                organisations.offices(actor).stream().collect(Collectors.toMap(Office::id, Office::name)),
                staff.names(actor, mine.stream().flatMap(row -> Stream.of(row.by(), row.decidedBy()).filter(Objects::nonNull)).collect(Collectors.toSet())));
        return new Part(mine.stream().map(row -> row(taking, row, known)).toList(), shown.size() - mine.size(),
                found.size() > AT_ONCE ? () -> part(taking, asked.after(shown.getLast())) : null);
    }

    private record Known(Map<UUID, CaseFile> files, Map<UUID, ListEntry> institutions, Map<UUID, String> offices, Map<UUID, String> names) {}

    /** Of a destroyed case only the month is known, as the first of it. */
    private static List<Object> row(Taking taking, PracticeObservation row, Known known) {
        var at = known.institutions().get(row.institution());
        return Arrays.asList(
                at == null ? "" : at.label(),
                at == null || at.kind().isEmpty() ? "" : taking.say("InstitutionKind." + at.kind()),
                taking.each("Practice.", row.practices()),
                row.seenOn(),
                row.amount() == null ? null : row.amount().units(),
                row.amount() == null ? "" : row.amount().currency(),
                known.offices().getOrDefault(row.office(), ""),
                row.caseId() == null ? "" : known.files().get(row.caseId()).code(),
                taking.say("ObservationState." + row.state().key()),
                Text.blank(row.reason()) ? "" : taking.say("ObservationReason." + row.reason()),
                known.names().getOrDefault(row.by(), ""),
                taking.day(row.recordedAt()),
                known.names().getOrDefault(row.decidedBy(), ""),
                taking.day(row.decidedAt()));
    }
}
