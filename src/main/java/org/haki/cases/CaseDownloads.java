package org.haki.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.ui.TableFile;
import org.haki.ui.Words;
import org.springframework.stereotype.Service;

/**
 * The list of cases, to take along: codes, days and keys in words, never a name, a number or what was told. What is kept to its
 * team is left out (P36). Whoever takes it stands in it, and in the trail of each case.
 */
@Service
class CaseDownloads {

    static final int MOST = 50_000;
    private static final int AT_ONCE = 1_000;
    private static final List<String> HEAD = List.of("code", "type", "office", "status", "stage", "urgency", "channel", "owner", "received", "accepted", "closed");

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final Organisations organisations;
    private final CaseTypes types;
    private final CaseList lists;
    private final CaseListRepository list;
    private final Words words;
    private final Clock clock;

    CaseDownloads(Work work, Audit audit, Staff staff, Organisations organisations, CaseTypes types, CaseList lists, CaseListRepository list,
            Words words, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.organisations = organisations;
        this.types = types;
        this.lists = lists;
        this.list = list;
        this.words = words;
        this.clock = clock;
    }

    /** The cases that this list would show on all its pages, at most {@link #MOST}, in this language. */
    TableFile take(Actor actor, ListCases asked, String language) {
        return work.as(actor, "case.export", () -> {
            var found = all(asked, lists.owners(actor, asked));
            var offices = organisations.offices(actor).stream().collect(Collectors.toMap(Office::id, Office::name));
            var mine = found.stream().filter(file -> !file.fenced() && actor.may("case.export", file.office())).toList();
            var names = new HashMap<>(staff.names(actor, mine.stream().map(CaseFile::owner).filter(Objects::nonNull).collect(Collectors.toSet())));
            audit.note("case.exported", actor.org(), "rows " + mine.size());
            audit.shows(mine.stream().map(CaseFile::id).toList());
            var rows = mine.stream().map(file -> row(file, offices, names, language, actor.zone())).toList();
            return new TableFile(words.say(language, "CasesPage.title"), head(language), rows,
                    words.say(language, "CaseDownload.remark", actor.name(), LocalDate.now(clock.withZone(actor.zone())), rows.size(), found.size() - rows.size())
                            + (found.size() < MOST ? "" : " " + words.say(language, "CaseDownload.most", MOST)));
        });
    }

    private List<CaseFile> all(ListCases asked, CaseListRepository.Owners owners) {
        var found = new ArrayList<CaseFile>();
        var seen = new HashSet<UUID>();
        for (var from = asked.from(null); from != null && found.size() < MOST; ) {
            var part = list.list(from, owners, AT_ONCE).files();
            part.stream().limit(AT_ONCE).filter(file -> seen.add(file.id())).forEach(found::add);
            from = part.size() > AT_ONCE ? asked.from(ListCases.Mark.of(part.get(AT_ONCE - 1))) : null;
        }
        return found;
    }

    private List<String> head(String language) {
        return HEAD.stream().map(column -> words.say(language, "CaseDownload." + column)).toList();
    }

    private List<Object> row(CaseFile file, Map<UUID, String> offices, Map<UUID, String> names, String language, ZoneId zone) {
        var type = types.of(file);
        return Arrays.asList(
                file.code(),
                type.label().in(language),
                offices.getOrDefault(file.office(), ""),
                words.say(language, "CaseFile.status." + file.status().key()),
                file.isOpen() ? type.stage(file.stage()).label().in(language) : "",
                words.say(language, "Urgency." + file.urgency()),
                words.say(language, "OpenCase.channel." + file.channel()),
                file.owner() == null ? "" : names.getOrDefault(file.owner(), ""),
                day(file.receivedAt(), zone),
                day(file.acceptedAt(), zone),
                day(file.closedAt(), zone));
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return moment == null ? null : LocalDate.ofInstant(moment, zone);
    }
}
