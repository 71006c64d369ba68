package org.haki.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Networks;
import org.haki.access.Partner;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.audit.Opening;
import org.haki.cases.KnownCase;
import org.haki.cases.Oversight;
import org.haki.desk.OpeningsPage.Line;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.referrals.OutsideReferrals;
import org.haki.ui.Words;
import org.springframework.stereotype.Service;

/** Puts the trail of a case into plain words: who, what, when, and nothing of what is in it. */
@Service
class Openings {

    private static final int SIZE = 50;

    private final Work work;
    private final Audit audit;
    private final Oversight oversight;
    private final Staff staff;
    private final Networks networks;
    private final OutsideReferrals outside;
    private final Words words;

    Openings(Work work, Audit audit, Oversight oversight, Staff staff, Networks networks, OutsideReferrals outside, Words words) {
        this.work = work;
        this.audit = audit;
        this.oversight = oversight;
        this.staff = staff;
        this.networks = networks;
        this.outside = outside;
        this.words = words;
    }

    /** Refuses those whose role does not include the trail. */
    void checkMaySee(Actor actor) {
        work.as(actor, "audit.see", () -> {});
    }

    OpeningsPage of(Actor actor, String code, String before) {
        return work.as(actor, "audit.see", () -> {
            var known = oversight.ofTrail(actor, code);
            var path = "/cases/" + code + "/openings";
            boolean first = !before.matches("[1-9][0-9]{0,17}");
            var found = audit.openingsOf(known.id(), first ? Long.MAX_VALUE : Long.parseLong(before), SIZE + 1);
            var shown = found.subList(0, Math.min(SIZE, found.size()));
            return new OpeningsPage(code, mayRead(actor, known), lines(actor, shown), first ? null : path,
                    found.size() > SIZE ? path + "?before=" + shown.getLast().seq() : null);
        });
    }

    /** Lines of the trail; {@code last} is where older ones begin, or 0 where there are none. */
    record Some(List<Line> lines, long last) {}

    /** Some of the lines before this one, the newest first. */
    Some some(Actor actor, String code, long before, int most) {
        return work.as(actor, "audit.see", () -> {
            var found = audit.openingsOf(oversight.ofTrail(actor, code).id(), before, most + 1);
            var shown = found.subList(0, Math.min(most, found.size()));
            return new Some(lines(actor, shown), found.size() > most ? shown.getLast().seq() : 0);
        });
    }

    private static boolean mayRead(Actor actor, KnownCase known) {
        return actor.may("case.read", known.office()) && (!known.fenced() || known.onTeam());
    }

    private List<Line> lines(Actor actor, List<Opening> found) {
        var people = found.stream().filter(one -> !one.byGuest()).map(Opening::person).filter(Objects::nonNull).collect(Collectors.toSet());
        var names = staff.names(actor, people);
        var partners = found.stream().noneMatch(Opening::byGuest)
                ? Map.<UUID, String>of()
                : networks.known(actor).stream().collect(Collectors.toMap(Partner::id, Partner::name));
        var outsiders = outside.names(actor, found.stream().map(Opening::byPass).filter(Objects::nonNull).collect(Collectors.toSet()));
        return found.stream().map(one -> line(one, names, partners, outsiders)).toList();
    }

    private Line line(Opening one, Map<UUID, String> names, Map<UUID, String> partners, Map<UUID, String> outsiders) {
        var who = switch (one.actorKind()) {
            case "STAFF" -> names.getOrDefault(one.person(), "");
            case "GUEST" -> one.guestOf() == null ? Objects.requireNonNullElse(outsiders.get(one.byPass()), "") : partners.getOrDefault(one.guestOf(), "");
            default -> "";
        };
        var act = "Act." + one.act();
        return new Line(one.at(), who, who.isEmpty() ? "OpeningsPage.by." + one.actorKind() : null, one.byGuest(),
                words.has(act) ? act : "Act.other");
    }
}
