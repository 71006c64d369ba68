package org.haki.cases;

import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Staff;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whose case it is, and who works on it. */
@Controller
class TeamController {

    private final Work work;
    private final Staff staff;
    private final CaseParts parts;
    private final Teams teams;

    TeamController(Work work, Staff staff, CaseParts parts, Teams teams) {
        this.work = work;
        this.staff = staff;
        this.parts = parts;
        this.teams = teams;
    }

    @GetMapping("/cases/{code}/assignment")
    Html team(Actor actor, @PathVariable String code) {
        return new Html(page(actor, code, null));
    }

    @PostMapping("/cases/{code}/assignment")
    ResponseEntity<Html> assign(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String owner, Op op) {
        UUID to = owner.isEmpty() || owner.equals("queue") ? null : Id.of(owner);
        return Html.seeOther(teams.assign(actor, code, to, op), "assigned");
    }

    @PostMapping("/cases/{code}/team")
    ResponseEntity<Html> add(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String role,
            Op op) {
        return person.isEmpty()
                ? Html.unprocessable(page(actor, code, new Errors().add("person", "Case.chooseOne")))
                : Html.seeOther(teams.add(actor, code, Id.of(person), role, op), "joined");
    }

    @PostMapping("/cases/{code}/team/{person}/end")
    ResponseEntity<Html> remove(Actor actor, @PathVariable String code, @PathVariable String person, Op op) {
        return Html.seeOther(teams.remove(actor, code, Id.of(person), op), "left");
    }

    private AssignmentPage page(Actor actor, String code, Errors errors) {
        return work.as(actor, "case.team", () -> {
            var head = parts.head(actor, code, "case.team");
            var file = head.file();
            var team = teams.of(actor, file);
            var there = team.stream().filter(member -> member.until() == null).map(Teams.Member::person).collect(Collectors.toSet());
            return new AssignmentPage(
                    head,
                    team,
                    staff.able(actor, file.office(), "case.write"),
                    staff.able(actor, file.office(), "case.read").stream().filter(one -> !there.contains(one.id())).toList(),
                    head.mayAssign(),
                    teams.mayChange(actor, file),
                    errors);
        });
    }
}
