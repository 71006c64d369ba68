package org.haki.journeys;

import com.microsoft.playwright.Page;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The end of a case: on hold, proposed by one, agreed to by another. */
final class PurgeWalk {

    private final Gallery gallery;
    private final ApplicationContext haki;
    private final Town town;
    private final CaseFile file;

    PurgeWalk(Gallery gallery, ApplicationContext haki, Town town, CaseFile file) {
        this.gallery = gallery;
        this.haki = haki;
        this.town = town;
        this.file = file;
    }

    void walk() {
        var leila = gallery.of(town.leila);
        var hana = gallery.of(town.person(town.riverbend, "Hana Abebe", "hana", Town.everywhere("supervisor")));
        gallery.at(leila, "/retention", "retention-none");
        gallery.at(leila, file.path() + "/purge", "purge-early");
        archive();
        gallery.at(leila, file.path() + "/purge", "purge");
        gallery.send(leila, "purge-sent-back");
        leila.check("input[name=reason][value=court]");
        press(leila, "form[action$='/hold'] button", "purge-held");
        leila.check("input[name=reason][value=over]");
        press(leila, "form[action$='/hold/lifting'] button", "purge-lifted");
        leila.check("input[name=ground][value=erasure]");
        leila.check("input[name=sure]");
        gallery.send(leila, "purge-proposed");
        gallery.at(hana, "/today", "today-purge");
        gallery.at(hana, "/retention", "retention");
        gallery.at(hana, file.path() + "/purge", "purge-to-agree");
        hana.check("input[name=sure]");
        gallery.send(hana, "retention-purged");
    }

    private void press(Page page, String button, String name) {
        page.waitForNavigation(() -> page.click(button));
        gallery.look(page, name);
    }

    private void archive() {
        haki.getBean(Work.class).as(town.riverbendSystem(), "case.archive", () -> {
            var jdbc = haki.getBean(JdbcClient.class);
            jdbc.sql("update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id").param("id", file.id()).update();
            return jdbc.sql("""
                    update haki.case_file set status = 'archived', closing_at = now(), closed_at = now(), archived_at = now(),
                        purge_due = current_date - 3 where id = :id""").param("id", file.id()).update();
        });
    }
}
