package org.haki.access;

import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Text;
import org.haki.ui.Html;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The network, as an administrator sees it; what its keeper decides. */
@Controller
@ResponseBody
class NetworkController {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_REASON = 2_000;

    private final Networks networks;
    private final Joining joining;
    private final Organisations organisations;
    private final String publicUrl;

    NetworkController(
            Networks networks, Joining joining, Organisations organisations, @Value("${haki.public-url}") String publicUrl) {
        this.networks = networks;
        this.joining = joining;
        this.organisations = organisations;
        this.publicUrl = publicUrl;
    }

    @GetMapping("/settings/network")
    Html network(Actor actor) {
        return new Html(page(actor, "", new Errors()));
    }

    @PostMapping("/settings/network")
    ResponseEntity<Html> start(Actor actor, @RequestParam(defaultValue = "") String name, Op op) {
        if (Text.blank(name) || name.length() > LONGEST_NAME) {
            return Html.unprocessable(page(actor, name, new Errors().add("name", "NetworkPage.name.needed")));
        }
        networks.start(actor, name, op);
        return Html.seeOther("/settings/network", "saved");
    }

    @PostMapping("/settings/network/name")
    ResponseEntity<Html> rename(Actor actor, @RequestParam(defaultValue = "") String name, Op op) {
        networks.members(actor);
        if (Text.blank(name) || name.length() > LONGEST_NAME) {
            return Html.unprocessable(page(actor, name, new Errors().add("name", "NetworkPage.name.needed")));
        }
        networks.rename(actor, name, op);
        return Html.seeOther("/settings/network", "saved");
    }

    @GetMapping("/settings/network/leaving")
    Html leaving(Actor actor) {
        return new Html(networks.leaving(actor));
    }

    @PostMapping("/settings/network/leaving")
    ResponseEntity<Html> leave(Actor actor, Op op) {
        networks.leave(actor, op);
        return Html.seeOther("/settings/network", "saved");
    }

    @GetMapping("/settings/network/requests/{request}")
    Html request(Actor actor, @PathVariable String request) {
        var found = joining.one(actor, Id.of(request));
        return new Html(requestPage(actor, found, SetUpForm.of(found.asked()), "", new Errors()));
    }

    @PostMapping("/settings/network/requests/{request}/approval")
    ResponseEntity<Html> approve(Actor actor, @PathVariable String request, SetUpForm said, Op op) {
        var found = joining.one(actor, Id.of(request));
        if (!found.waiting()) {
            return Html.seeOther("/settings/network");
        }
        var errors = said.errors();
        if (errors.isEmpty()) {
            var code = joining.approve(actor, found.id(), said, op);
            if (code != null) {
                return ResponseEntity.ok(new Html(new HandOverPage(
                        said.name(), SignInName.folded(said.signInName()), code, publicUrl + "/welcome", said.organisation())));
            }
            errors.add("signInName", "PersonForm.signInName.taken");
        }
        return Html.unprocessable(requestPage(actor, found, said, "", errors));
    }

    @PostMapping("/settings/network/requests/{request}/refusal")
    ResponseEntity<Html> decline(
            Actor actor, @PathVariable String request, @RequestParam(defaultValue = "") String reason, Op op) {
        var found = joining.one(actor, Id.of(request));
        if (!isReason(reason)) {
            return Html.unprocessable(requestPage(actor, found, SetUpForm.of(found.asked()), reason, unexplained()));
        }
        joining.decline(actor, found.id(), reason, op);
        return Html.seeOther("/settings/network", "saved");
    }

    @GetMapping("/settings/network/members/{org}")
    Html member(Actor actor, @PathVariable String org) {
        return new Html(new NetworkMemberPage(networks.member(actor, Id.of(org)), actor.org(), "", new Errors()));
    }

    @PostMapping("/settings/network/members/{org}/suspension")
    ResponseEntity<Html> suspend(
            Actor actor, @PathVariable String org, @RequestParam(defaultValue = "") String reason, Op op) {
        var member = networks.member(actor, Id.of(org));
        if (!isReason(reason)) {
            return Html.unprocessable(new NetworkMemberPage(member, actor.org(), reason, unexplained()));
        }
        networks.suspend(actor, member.id(), reason, op);
        return Html.seeOther("/settings/network", "saved");
    }

    @PostMapping("/settings/network/members/{org}/reinstatement")
    ResponseEntity<Html> reinstate(Actor actor, @PathVariable String org, Op op) {
        networks.reinstate(actor, networks.member(actor, Id.of(org)).id(), op);
        return Html.seeOther("/settings/network", "saved");
    }

    private NetworkPage page(Actor actor, String typed, Errors errors) {
        var network = networks.mine(actor).orElse(null);
        if (network == null) {
            return new NetworkPage(null, null, List.of(), List.of(), List.of(), typed, errors);
        }
        if (!network.keeper().equals(actor.org())) {
            return new NetworkPage(network, null, networks.others(actor), List.of(), List.of(), typed, errors);
        }
        var join = publicUrl + "/join/" + organisations.of(actor.org()).slug();
        return new NetworkPage(network, join, List.of(), networks.members(actor), joining.all(actor), typed, errors);
    }

    private JoinRequestPage requestPage(
            Actor actor, JoinRequest request, SetUpForm said, String reason, Errors errors) {
        return new JoinRequestPage(request, organisations.of(actor.org()).ready(), said, reason, errors);
    }

    private static boolean isReason(String reason) {
        return !Text.blank(reason) && reason.length() <= LONGEST_REASON;
    }

    private static Errors unexplained() {
        return new Errors().add("reason", "NetworkPage.reason.needed");
    }
}
