package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Supplier;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * What a cascade over 24,000 villages costs at the front door: {@code bin/bench sections}. No test: it asserts only that what was
 * measured came out right.
 */
@HakiTest
class CascadeBench {

    private static final int TIMES = 10;

    @Autowired
    private ApplicationContext haki;

    @Test
    void villages() {
        var town = Town.in(haki);
        var keeper = new OwnForms(town.tomasz.signedIn());
        var book = Villages.workbook();
        var kept = timed("upload and check the workbook", () -> keeper.upload("book.xlsx", book)).location().replaceAll("\\?.*", "");
        var published = timed("publish it", () -> keeper.keeper().fill(kept, kept + "/versions"));
        assertThat(published.status()).as(published.text()).isEqualTo(303);
        var form = kept.replace("/settings", "");
        var wanjiru = town.wanjiru.signedIn();
        timed("the first page", () -> wanjiru.get(form + "/new"));
        var page = often("a page", () -> wanjiru.get(form + "/new"));
        assertThat(page.text()).contains("Region 7").doesNotContain("Village 7");
        var district = often("one answer", () -> page.form(form + "/sheets").to(form + "/sheets/questions").send("a/region", "r3"));
        var village = often("the next answer", () -> district.form(form + "/sheets").to(form + "/sheets/questions").send("a/district", "d11"));
        assertThat(village.body().length()).isLessThan(40_000);
        var found = often("a part of a name", () -> village.form(form + "/sheets").to(form + "/sheets/questions").send("f/village", "lage 411"));
        assertThat(found.text()).contains("Village 411").doesNotContain("Village 412");
        var saved = often("hand in", () -> village.form(form + "/sheets").send("a/village", "v411"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(often("read it", saved::next).text()).contains("Village 411");
    }

    private static Page timed(String what, Supplier<Page> deed) {
        long before = System.nanoTime();
        var page = deed.get();
        System.out.printf("24,000 villages, %s: %d ms%n", what, (System.nanoTime() - before) / 1_000_000);
        return page;
    }

    private static Page often(String what, Supplier<Page> deed) {
        deed.get();
        var costs = new long[TIMES];
        Page page = null;
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            page = deed.get();
            costs[i] = System.nanoTime() - before;
        }
        Arrays.sort(costs);
        System.out.printf("24,000 villages, %s: %.1f ms at the median of %d%n", what, costs[TIMES / 2] / 1e6, TIMES);
        return page;
    }
}
