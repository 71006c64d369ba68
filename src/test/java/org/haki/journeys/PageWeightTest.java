package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Light enough for a cheap phone on a bad line. */
@HakiTest
class PageWeightTest {

    static final int PAGE = 15 * 1024;
    private static final int FIRST_VISIT = 60 * 1024;
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/(?:css|js|img|vendor)/[^\"#]+)");

    @Autowired
    private ApplicationContext haki;

    @Test
    void every_page_of_the_main_job_is_at_most_15_KB() {
        var town = Town.in(haki);
        var code = CaseStory.in(haki, town).open().code();
        isLight(town.stranger(), List.of("/report/" + town.riverbend.slug(), "/status/" + town.riverbend.slug(), "/sign-in", "/leave"));
        isLight(town.fatou.signedIn(), List.of("/today", "/intake", "/intake/new", "/me"));
        isLight(town.wanjiru.signedIn(), List.of("/today", "/cases", "/cases/new", "/people", "/cases/" + code,
                "/cases/" + code + "/history", "/cases/" + code + "/closing", "/cases/" + code + "/activities/new"));
        isLight(town.leila.signedIn(), List.of("/today", "/reports"));
        isLight(town.tomasz.signedIn(), List.of("/settings", "/settings/people", "/settings/public-page"));
    }

    @Test
    void a_first_visit_is_at_most_60_KB_in_at_most_6_requests() {
        var town = Town.in(haki);
        comesIn(town.stranger(), "/report/" + town.riverbend.slug());
        comesIn(town.wanjiru.signedIn(), "/today");
    }

    private static void isLight(Visitor visitor, List<String> paths) {
        for (var path : paths) {
            var page = visitor.get(path);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(gzipped(page.body())).as("bytes of " + path).isLessThanOrEqualTo(PAGE);
        }
    }

    private static void comesIn(Visitor visitor, String path) {
        var page = visitor.get(path);
        var files = new TreeSet<String>();
        var found = FILE.matcher(page.body());
        while (found.find()) {
            files.add(found.group(1));
        }
        int bytes = gzipped(page.body());
        for (var file : files) {
            bytes += gzipped(visitor.get(file).body());
        }
        assertThat(1 + files.size()).as("requests of " + path + ": " + files).isLessThanOrEqualTo(6);
        assertThat(bytes).as("bytes of " + path + " with its files").isLessThanOrEqualTo(FIRST_VISIT);
    }

    /** How many bytes of this text go over the line. */
    static int gzipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.size();
    }
}
