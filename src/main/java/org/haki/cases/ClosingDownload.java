package org.haki.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Download;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.access.Taking;
import org.haki.audit.Audit;
import org.haki.kernel.Text;
import org.springframework.stereotype.Component;

/** Every closing that was proposed, and what its check said, to take along: codes, days and keys in words; no remark, no note. */
@Component
class ClosingDownload implements Download {

    private static final List<String> NO_CHECK = List.of("not_drawn", "transferred");

    private final Audit audit;
    private final Staff staff;
    private final Organisations organisations;
    private final CaseTypes types;
    private final CaseFiles cases;
    private final ClosureRepository closures;

    ClosingDownload(Audit audit, Staff staff, Organisations organisations, CaseTypes types, CaseFiles cases, ClosureRepository closures) {
        this.audit = audit;
        this.staff = staff;
        this.organisations = organisations;
        this.types = types;
        this.cases = cases;
        this.closures = closures;
    }

    @Override
    public String key() {
        return "closings";
    }

    @Override
    public String verb() {
        return "case.export";
    }

    @Override
    public String place() {
        return "cases";
    }

    @Override
    public String back(Taking taking) {
        return "/cases?status=closed&owner=everyone";
    }

    @Override
    public List<String> head() {
        return List.of("CaseDownload.code", "CaseDownload.type", "CaseDownload.office", "CaseEndings.proposed", "ClosingDownload.by", "CaseEndings.outcome",
                "CaseEndings.reason", "CaseEndings.level", "CaseEndings.told", "ClosingDownload.checked", "ClosingDownload.result", "ClosingDownload.checker",
                "CaseEndings.attempts.head", "ClosingDownload.ended", "ClosingDownload.endedHow");
    }

    @Override
    public Part first(Taking taking) {
        return part(taking, ClosureRepository.Mark.NEWEST);
    }

    private Part part(Taking taking, ClosureRepository.Mark after) {
        var actor = taking.actor();
        var found = closures.newest(after, AT_ONCE + 1);
        var shown = found.subList(0, Math.min(AT_ONCE, found.size()));
        var files = cases.byIds(actor, shown.stream().map(one -> one.closure().caseId()).distinct().toList());
        var mine = shown.stream().filter(one -> {
            var file = files.get(one.closure().caseId());
            return file != null && !file.fenced() && actor.may(verb(), file.office());
        }).toList();
        var offices = organisations.offices(actor).stream().collect(Collectors.toMap(Office::id, Office::name));
        var names = staff.names(actor, mine.stream().flatMap(one -> Stream.of(one.closure().proposedBy(), one.by())).filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        audit.shows(mine.stream().map(one -> one.closure().caseId()).toList());
        return new Part(mine.stream().map(one -> row(taking, one, files.get(one.closure().caseId()), offices, names)).toList(), shown.size() - mine.size(),
                found.size() > AT_ONCE ? () -> part(taking, new ClosureRepository.Mark(shown.getLast().closure().proposedAt(), shown.getLast().closure().id())) : null);
    }

    private List<Object> row(Taking taking, ClosureRepository.Closing one, CaseFile file, Map<UUID, String> offices, Map<UUID, String> names) {
        var type = types.of(file);
        var closure = one.closure();
        boolean gone = closure.outcome().equals(TransferredCases.TRANSFERRED);
        boolean checked = one.result() != null && !NO_CHECK.contains(one.result());
        return Arrays.asList(
                file.code(),
                type.label().in(taking.language()),
                offices.getOrDefault(file.office(), ""),
                taking.day(closure.proposedAt()),
                names.getOrDefault(closure.proposedBy(), ""),
                gone ? taking.say("OpenCase.channel.transfer") : label(taking, type.outcomes().containsKey(closure.outcome()) ? type.outcomes().get(closure.outcome()).label() : null, closure.outcome()),
                gone ? "" : label(taking, type.closingReasons().get(closure.reason()), closure.reason()),
                gone ? "" : label(taking, type.services().get(closure.serviceLevel()), closure.serviceLevel()),
                taking.say(closure.toldReturn() ? "CaseEndings.yes" : "CaseEndings.no"),
                checked ? taking.day(one.at()) : null,
                checked ? taking.say("VerificationResult." + one.result()) : "",
                checked ? names.getOrDefault(one.by(), "") : "",
                one.attempts(),
                taking.day(closure.endedAt()),
                Text.blank(closure.endedHow()) ? "" : taking.say("ClosingDownload.ended." + closure.endedHow()));
    }

    private static String label(Taking taking, Labels label, String key) {
        return label == null ? key : label.in(taking.language());
    }
}
