package org.haki.intake;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Download;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.access.Taking;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.intake.QueueRepository.Row;
import org.springframework.stereotype.Component;

/**
 * A view of the queue, to take along: what came when and how, and what became of it; never a name, a number, a place or a word
 * that was told. What became a case that is kept to its team is left out.
 */
@Component
class QueueDownload implements Download {

    private final Audit audit;
    private final Staff staff;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final QueueRepository queue;

    QueueDownload(Audit audit, Staff staff, Organisations organisations, CaseFiles cases, QueueRepository queue) {
        this.audit = audit;
        this.staff = staff;
        this.organisations = organisations;
        this.cases = cases;
        this.queue = queue;
    }

    @Override
    public String key() {
        return "intake";
    }

    @Override
    public String verb() {
        return "intake.export";
    }

    @Override
    public String place() {
        return "intake";
    }

    @Override
    public String back(Taking taking) {
        return "/intake" + asked(taking).query();
    }

    @Override
    public List<String> head() {
        return List.of("CaseDownload.code", "CaseDownload.received", "CaseDownload.urgency", "CaseDownload.channel", "QueueDownload.language", "CaseDownload.office",
                "CaseReferralsPage.state", "QueueDownload.calls", "QueueDownload.next", "QueueDownload.alike", "QueueDownload.fakes", "QueueDownload.decided",
                "QueueDownload.by", "CaseEndings.reason");
    }

    @Override
    public Part first(Taking taking) {
        return part(taking, asked(taking));
    }

    private Part part(Taking taking, Filter from) {
        var actor = taking.actor();
        var found = from.decided() ? queue.decided(from, AT_ONCE + 1) : queue.waiting(from, AT_ONCE + 1);
        var shown = found.subList(0, Math.min(AT_ONCE, found.size()));
        var files = cases.byIds(actor, shown.stream().map(row -> row.intake().caseId()).filter(Objects::nonNull).distinct().toList());
        var mine = shown.stream().filter(row -> actor.may(verb(), row.intake().office()) && isOpen(row.intake(), files)).toList();
        var offices = organisations.offices(actor).stream().collect(Collectors.toMap(Office::id, Office::name));
        var names = staff.names(actor, mine.stream().map(row -> row.intake().decidedBy()).filter(Objects::nonNull).collect(Collectors.toSet()));
        audit.shows(mine.stream().map(row -> row.intake().caseId()).filter(Objects::nonNull).toList());
        return new Part(mine.stream().map(row -> row(taking, row, offices, names)).toList(), shown.size() - mine.size(),
                found.size() > AT_ONCE ? () -> part(taking, from.after(from.cursor(shown.getLast().intake()))) : null);
    }

    private static boolean isOpen(Intake intake, Map<UUID, CaseFile> files) {
        return intake.caseId() == null || files.containsKey(intake.caseId()) && !files.get(intake.caseId()).fenced();
    }

    private static List<Object> row(Taking taking, Row row, Map<UUID, String> offices, Map<UUID, String> names) {
        var intake = row.intake();
        return Arrays.asList(
                intake.code(),
                taking.minute(intake.receivedAt()),
                taking.say("Urgency." + intake.urgency()),
                taking.say("Channel." + intake.channel()),
                ULocale.getDisplayName(intake.language(), taking.language()),
                offices.getOrDefault(intake.office(), ""),
                taking.say("IntakeState." + intake.state()),
                row.calls(),
                taking.minute(row.nextCall()),
                row.alike(),
                row.fakes(),
                taking.minute(intake.decidedAt()),
                names.getOrDefault(intake.decidedBy(), ""),
                intake.reason() == null || intake.reason().isEmpty() ? "" : taking.say(reason(intake.state()) + intake.reason()));
    }

    private static String reason(String state) {
        return switch (state) {
            case "declined" -> "Decline.";
            case "consulted" -> "Topic.";
            default -> "Dismiss.";
        };
    }

    private static Filter asked(Taking taking) {
        return new Filter(taking.of("view"), taking.of("urgency"), taking.of("channel"), "");
    }
}
