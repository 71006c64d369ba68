package org.haki.cases;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Download;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.access.Taking;
import org.haki.audit.Audit;
import org.springframework.stereotype.Component;

/**
 * The list of cases, to take along: codes, days and keys in words, never a name, a number or what was told. What is kept to its
 * team is left out (P36). Whoever takes it stands in the trail of each case.
 */
@Component
class CaseDownload implements Download {

    private final Audit audit;
    private final Staff staff;
    private final Organisations organisations;
    private final CaseTypes types;
    private final CaseList lists;
    private final CaseListRepository list;

    CaseDownload(Audit audit, Staff staff, Organisations organisations, CaseTypes types, CaseList lists, CaseListRepository list) {
        this.audit = audit;
        this.staff = staff;
        this.organisations = organisations;
        this.types = types;
        this.lists = lists;
        this.list = list;
    }

    @Override
    public String key() {
        return "cases";
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
        return asked(taking).address();
    }

    @Override
    public List<String> head() {
        return List.of("CaseDownload.code", "CaseDownload.type", "CaseDownload.office", "CaseDownload.status", "CaseDownload.stage", "CaseDownload.urgency",
                "CaseDownload.channel", "CaseDownload.owner", "CaseDownload.received", "CaseDownload.accepted", "CaseDownload.closed");
    }

    /** A case that somebody touches meanwhile comes first in the list: none is written twice. */
    @Override
    public Part first(Taking taking) {
        return part(taking, asked(taking), new HashSet<>());
    }

    private Part part(Taking taking, ListCases from, Set<UUID> seen) {
        var actor = taking.actor();
        var found = list.list(from, lists.owners(actor, from), AT_ONCE).files();
        var fresh = found.stream().limit(AT_ONCE).filter(file -> seen.add(file.id())).toList();
        var mine = fresh.stream().filter(file -> !file.fenced() && actor.may(verb(), file.office())).toList();
        var offices = organisations.offices(actor).stream().collect(Collectors.toMap(Office::id, Office::name));
        var names = staff.names(actor, mine.stream().map(CaseFile::owner).filter(Objects::nonNull).collect(Collectors.toSet()));
        audit.shows(mine.stream().map(CaseFile::id).toList());
        return new Part(mine.stream().map(file -> row(taking, file, offices, names)).toList(), fresh.size() - mine.size(),
                found.size() > AT_ONCE ? () -> part(taking, from.from(ListCases.Mark.of(found.get(AT_ONCE - 1))), seen) : null);
    }

    private List<Object> row(Taking taking, CaseFile file, Map<UUID, String> offices, Map<UUID, String> names) {
        var type = types.of(file);
        return Arrays.asList(
                file.code(),
                type.label().in(taking.language()),
                offices.getOrDefault(file.office(), ""),
                taking.say("CaseFile.status." + file.status().key()),
                file.isOpen() ? type.stage(file.stage()).label().in(taking.language()) : "",
                taking.say("Urgency." + file.urgency()),
                taking.say("OpenCase.channel." + file.channel()),
                file.owner() == null ? "" : names.getOrDefault(file.owner(), ""),
                taking.day(file.receivedAt()),
                taking.day(file.acceptedAt()),
                taking.day(file.closedAt()));
    }

    private static ListCases asked(Taking taking) {
        return new ListCases(taking.of("status"), taking.of("type"), taking.of("stage"), taking.of("owner"), taking.of("urgency"),
                taking.of("office"), taking.of("fenced"), "");
    }
}
