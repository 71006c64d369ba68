package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haki.CaseStory;
import org.haki.Town;
import org.springframework.context.ApplicationContext;

/** What a person sees who asks for what is not there, is not hers, or has changed meanwhile. */
final class RefusalsWalk {

    private final Gallery gallery;
    private final ApplicationContext haki;
    private final Town town;

    RefusalsWalk(Gallery gallery, ApplicationContext haki, Town town) {
        this.gallery = gallery;
        this.haki = haki;
        this.town = town;
    }

    void walk() {
        var wanjiru = gallery.of(town.wanjiru);
        assertThat(gallery.go(wanjiru, "/nowhere/at-all")).isEqualTo(404);
        gallery.look(wanjiru, "refused-404");
        assertThat(gallery.go(wanjiru, "/settings")).isEqualTo(403);
        gallery.look(wanjiru, "refused-403");
        someoneChangedItMeanwhile();
    }

    private void someoneChangedItMeanwhile() {
        var file = CaseStory.in(haki, town).open();
        var wanjiru = gallery.of(town.wanjiru);
        var leila = gallery.of(town.leila);
        for (var page : List.of(wanjiru, leila)) {
            gallery.go(page, file.path() + "/stage");
        }
        wanjiru.check("input[name=stage][value=plan]");
        leila.check("input[name=stage][value=act]");
        gallery.press(leila);
        gallery.send(wanjiru, "refused-409");
        assertThat(wanjiru.locator("main a[target=_blank]").count()).as("the present state, beside what was typed").isEqualTo(1);
    }
}
