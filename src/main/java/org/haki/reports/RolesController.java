package org.haki.reports;

import org.haki.kernel.Actor;
import org.haki.ui.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The figures of one role each. */
@Controller
class RolesController {

    private final OwnWork own;
    private final IntakeRoom intakes;
    private final Indicators indicators;

    RolesController(OwnWork own, IntakeRoom intakes, Indicators indicators) {
        this.own = own;
        this.intakes = intakes;
        this.indicators = indicators;
    }

    @GetMapping("/reports/mine")
    Html mine(Actor actor, AskFigures asked) {
        return new Html(own.page(actor, asked));
    }

    @GetMapping("/reports/intake")
    Html intake(Actor actor, AskFigures asked) {
        return new Html(intakes.page(actor, asked));
    }

    @GetMapping("/reports/indicators")
    Html indicators(Actor actor, AskFigures asked) {
        return new Html(indicators.page(actor, asked));
    }
}
