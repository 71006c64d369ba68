package org.haki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What a town has to do with offices: institutions in its list, and applications handed in there. */
public record AtAnOffice(Town town) {

    private static final String INSTITUTIONS = "/settings/institutions";
    private static final Pattern ENTRY = Pattern.compile(INSTITUTIONS + "/([0-9a-f-]{36})");
    private static final Pattern ROW = Pattern.compile("name=\"r/attempt\" value=\"(\\w+)\"");

    /** A registry of this name in the list; answers its id. */
    public String registry(String name) {
        var tomasz = town.tomasz.signedIn();
        assertThat(tomasz.fill(INSTITUTIONS, INSTITUTIONS, "name", name, "kind", "civil_registry").status()).isEqualTo(303);
        var found = ENTRY.matcher(tomasz.get(INSTITUTIONS + "?named=" + name.replace(" ", "+")).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Somebody was sent away at a registry: what it did, drafted in this case with a word about it; answers its id. */
    public String sentAway(Visitor worker, String path, String practice, String words) {
        var registry = registry("Registry of " + practice);
        var answer = worker.fill(path + "/observations/new", path + "/observations", "practices", practice, "institution", registry, "text", words);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        var found = Pattern.compile("href=\"/observations/([0-9a-f-]{36})\"").matcher(worker.get(path).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** A new case of this worker's, of a type with applications; answers the page of that section. */
    public String section(Visitor worker, String client) {
        var answer = worker.get("/cases/new?type=paralegal_id").form("/cases").send("name", client, "ageGroup", "adult", "services", "given",
                "reporting", "given", "method", "signature", "a/doc_sought", "birth_cert", "a/for_whom", "self");
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.location().replaceFirst("^(/cases/[0-9A-Z]+).*", "$1") + "/sheet/application";
    }

    /** The same with one handed in at this institution; answers the code of the case. */
    public String application(Visitor worker, String client, String institution) {
        var sheet = section(worker, client);
        var page = worker.get(sheet);
        var at = "a/" + attempt(page);
        assertThat(page.form(sheet).send(at + "office", institution, at + "submitted_on", "2026-01-02", at + "vetting_required", "no").status())
                .isEqualTo(303);
        return sheet.replaceFirst("/cases/([0-9A-Z]+).*", "$1");
    }

    /** Where the answers of the first application on this page stand: {@code attempt[k1]/}. */
    public static String attempt(Page page) {
        var row = ROW.matcher(page.body());
        assertThat(row.find()).as(page.text()).isTrue();
        return "attempt[" + row.group(1) + "]/";
    }
}
