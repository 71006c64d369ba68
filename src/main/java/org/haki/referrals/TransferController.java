package org.haki.referrals;

import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.ui.Html;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Handing a whole case over, and taking one over. */
@Controller
class TransferController {

    private final Transfers transfers;
    private final TransferDesk desk;

    TransferController(Transfers transfers, TransferDesk desk) {
        this.transfers = transfers;
        this.desk = desk;
    }

    @GetMapping("/cases/{code}/transfer/new")
    Html fresh(Actor actor, @PathVariable String code) {
        return new Html(desk.toSend(actor, code, SendTransfer.EMPTY, null));
    }

    @PostMapping("/cases/{code}/transfer")
    ResponseEntity<Html> offer(Actor actor, @PathVariable String code, SendTransfer said, Op op) {
        var errors = said.errors();
        if (errors.isEmpty()) {
            errors = transfers.hindrances(actor, code, said);
        }
        return errors.isEmpty()
                ? Html.seeOther(transfers.offer(actor, code, said, op), "referred")
                : Html.unprocessable(desk.toSend(actor, code, said, errors));
    }

    @GetMapping("/cases/{code}/transfer/{id}/copy")
    Html copy(Actor actor, @PathVariable String code, @PathVariable String id) {
        return new Html(desk.copy(actor, code, Id.of(id)));
    }

    @GetMapping("/shared/{id}/takeover")
    Html look(Actor actor, @PathVariable String id) {
        return new Html(desk.toTake(actor, Id.of(id), TakeOver.EMPTY, null));
    }

    @PostMapping("/shared/{id}/takeover")
    ResponseEntity<Html> take(Actor actor, @PathVariable String id, TakeOver said, Op op) {
        var errors = desk.takeErrors(actor, said);
        if (!errors.isEmpty()) {
            return Html.unprocessable(desk.toTake(actor, Id.of(id), said, errors));
        }
        try {
            return Html.seeOther(transfers.take(actor, Id.of(id), said.into(), op), "taken_over");
        } catch (NotTaken unsaid) {
            return Html.unprocessable(desk.toTake(actor, Id.of(id), said, unsaid.errors()));
        }
    }
}
