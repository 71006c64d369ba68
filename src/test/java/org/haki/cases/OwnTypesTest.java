package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.HousingType;
import org.haki.Sources;
import org.haki.Town;
import org.haki.TypeFolder;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.xlsform.XlsxFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Case types that an organisation makes itself, at the front door: uploaded, refused at their lines, published for life, worked with. */
@HakiTest
class OwnTypesTest {

    private static final String TYPES = TypeFolder.PAGE;
    private static final String YAML = TypeFolder.YAML;

    @Autowired ApplicationContext haki;

    private Town town;
    private Visitor tomasz;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        tomasz = town.tomasz.signedIn();
    }

    @Test
    void who_may_not_say_which_types_there_are_sees_none_and_another_organisation_neither_sees_nor_uses_one() {
        var type = TypeFolder.published(tomasz, TypeFolder.shelter().zip());
        var name = type.substring(type.lastIndexOf('/') + 1);
        for (var person : List.of(town.wanjiru, town.fatou, town.leila, town.ines)) {
            var visitor = person.signedIn();
            for (var page : List.of(TYPES, type, type + "/folder", type + "/sections/problem")) {
                assertThat(visitor.get(page).status()).as(person.signInName() + " " + page).isEqualTo(403);
            }
        }
        var nadia = town.nadia.signedIn();
        for (var page : List.of(type, type + "/folder", type + "/draft/folder", type + "/sections/problem", TYPES + "/shelter")) {
            assertThat(nadia.get(page).status()).as(page).isEqualTo(404);
        }
        assertThat(nadia.get(TYPES).body()).doesNotContain("shelter").doesNotContain(name);
        assertThat(nadia.fill(TYPES, TYPES + "/adoptions", "type", name).status()).as("nobody adopts what is another's").isEqualTo(404);
        assertThat(town.sushila.signedIn().get("/cases/new?type=" + name).status()).isEqualTo(404);
        var theirs = TypeFolder.published(nadia, TypeFolder.shelter().zip());
        assertThat(theirs).as("the same folder is a type of its own there").isNotEqualTo(type);
        assertThat(nadia.get(TYPES).body()).doesNotContain(name);
    }

    @Test
    void every_problem_stands_at_its_line_or_its_cell_and_nothing_is_kept() {
        var wrong = TypeFolder.shelter(YAML.replace("role: lawyer", "role: judge").replace("problem/kind = 'eviction'\"}", "problem/kind = 'evicted'\"}"))
                .with("shelter/agreement.xlsx", "no workbook".getBytes(StandardCharsets.UTF_8)).zip();
        var answer = TypeFolder.upload(tomasz, wrong);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("What is wrong in shelter.zip").contains("casetype.yaml, line 26").contains("should be one of adviser, lead, lawyer")
                .contains("it is one of rent, eviction, other").contains("agreement.xlsx");
        assertThat(tomasz.get(TYPES).text()).doesNotContain("shelter");
        var cell = TypeFolder.upload(tomasz, TypeFolder.shelter().with("shelter/agreement.xlsx",
                XlsxFile.of(HousingType.AGREEMENT.replace("| date ", "| dat ")).bytes()).zip());
        assertThat(cell.text()).contains("agreement.xlsx, survey!A2");
        assertThat(upload(TypeFolder.shelter(YAML.replace("key: shelter", "key: gbv")))).contains("“gbv” is a type of this installation");
        assertThat(upload(TypeFolder.shelter(YAML.replace("key: shelter", "key: Shelter!")))).contains("“key” should be small letters");
        assertThat(upload(TypeFolder.shelter(YAML + "standard: true\n"))).contains("Only a type of the installation may say “standard”");
        assertThat(tomasz.get(TYPES).form(TYPES).upload("folder", "", "application/zip", new byte[0]).text()).contains("Choose the zip of a folder first");
    }

    @Test
    void what_is_no_folder_is_refused_by_a_sentence_however_it_is_packed() {
        assertThat(upload("nothing of the kind".getBytes(StandardCharsets.UTF_8))).contains("This is no zip file");
        assertThat(upload(TypeFolder.shelter().without("shelter/casetype.yaml"))).contains("There is no casetype.yaml in it");
        assertThat(upload(TypeFolder.shelter().with("other/casetype.yaml", new byte[0]))).contains("more than one casetype.yaml");
        assertThat(upload(TypeFolder.shelter().with("../shelter/x.txt", new byte[0]))).contains("leads out of the folder");
        assertThat(upload(TypeFolder.shelter().with("/etc/x.txt", new byte[0]))).contains("leads out of the folder");
        assertThat(upload(TypeFolder.shelter().with("shelter/casetype.yaml", new byte[] {(byte) 0xE9, ' '}))).contains("not saved as UTF-8");
        var many = TypeFolder.shelter();
        for (int i = 0; i < 100; i++) {
            many.with("shelter/note-" + i + ".txt", new byte[0]);
        }
        assertThat(upload(many)).contains("more than 100 files");
        assertThat(upload(TypeFolder.shelter().with("shelter/bomb.xlsx", new byte[11 << 20]))).contains("more than a case type may");
        var nested = new TypeFolder().with("xl/sheet.xml", new byte[70 << 20]).zip();
        assertThat(upload(TypeFolder.shelter().with("shelter/bomb.xlsx", nested))).as("a bomb in a workbook").contains("more than a case type may");
    }

    @Test
    void a_draft_is_looked_at_and_what_is_not_read_is_said() {
        var path = TypeFolder.upload(tomasz, TypeFolder.shelter().with("shelter/letter.docx", new byte[9]).with("__MACOSX/._casetype.yaml", new byte[9]).zip())
                .location().replaceAll("\\?.*", "");
        assertThat(tomasz.get(TYPES).text()).contains("shelter waits to be published");
        assertThat(town.wanjiru.signedIn().get("/cases/new").text()).doesNotContain("Housing");
        var page = tomasz.get(path);
        assertThat(page.text()).contains("From shelter.zip: version 1").contains("shelter/letter.docx This file is not read").doesNotContain("MACOSX")
                .contains("First talk").contains("2 days after the opening").contains("10 days after The problem: notice_on").contains("14 days after “First talk”, once it is done")
                .contains("Talk with the landlord").contains("Adviser (has the case)").contains("Had to leave").contains("The agreement has no date yet.")
                .contains("a drawn sample: one closing in 10");
        var section = tomasz.get(path + "/sections/problem");
        assertThat(section.text()).contains("As it would be asked in a case").contains("When did the notice come?").contains("Something else");
        var tried = section.form(path + "/sections/problem/questions").send("a/kind", "rent", "a/notice_on", "nonsense");
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.form(path + "/sections/problem/questions").value("a/kind")).isEqualTo("rent");
        assertThat(tomasz.get(path + "/sections/nothing").status()).isEqualTo(404);
        assertThat(tomasz.get(path).form(path + "/draft/end").send().status()).isEqualTo(303);
        assertThat(tomasz.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_version_never_changes_the_next_is_higher_and_says_truly_where_names_went() {
        var path = TypeFolder.published(tomasz, TypeFolder.shelter().zip());
        assertThat(upload(TypeFolder.shelter(YAML.replace("Dwelling", "Home") + "# a note\n"))).contains("Version 1 is published and never changes. Write version 2");
        var second = YAML.replace("version: 1", "version: 2");
        assertThat(upload(TypeFolder.shelter(second + "upgrades: [{from: 1, stages: {heard: listen}, let_go: [problem/nothing]}]\n")))
                .contains("Version 1 has nothing of the name “heard”").contains("Version 1 has nothing of the name “problem/nothing”");
        assertThat(upload(TypeFolder.shelter(second.replace("sensitivity: standard", "sensitivity: confidential") + "upgrades: [{from: 1}]\n")))
                .contains("Version 1 is “standard”");
        assertThat(upload(TypeFolder.shelter(YAML.replace("version: 1", "version: 3") + "upgrades: [{from: 2}]\n"))).contains("Version 2 was never published here");
        assertThat(TypeFolder.upload(tomasz, TypeFolder.shelter(second + "upgrades: [{from: 1}]\n").zip()).status()).isEqualTo(303);
        var stale = tomasz.get(path).form(path + "/versions");
        assertThat(TypeFolder.upload(tomasz, TypeFolder.shelter(second + "# another\nupgrades: [{from: 1}]\n").zip()).status()).isEqualTo(303);
        assertThat(stale.send().status()).as("something else was looked at").isEqualTo(409);
        var form = tomasz.get(path).form(path + "/versions");
        assertThat(form.send().status()).isEqualTo(303);
        assertThat(form.send().status()).as("a second click has no second effect").isEqualTo(303);
        assertThat(tomasz.get(path).text()).contains("version 2 shelter.zip").contains("version 1 shelter.zip").doesNotContain("Waiting to be published");
    }

    @Test
    void what_is_taken_along_and_uploaded_again_changes_nothing() {
        var path = TypeFolder.published(tomasz, TypeFolder.shelter().zip());
        var taken = tomasz.get(path + "/folder");
        assertThat(taken.header("Content-Disposition")).contains("shelter-1.zip");
        var zip = tomasz.bytes(path + "/folder");
        assertThat(TypeFolder.unpacked(zip)).containsOnlyKeys("shelter/agreement.xlsx", "shelter/casetype.yaml", "shelter/problem.xlsx")
                .containsEntry("shelter/casetype.yaml", YAML);
        var again = TypeFolder.upload(tomasz, zip);
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.next().text()).contains("Nothing changed").doesNotContain("Waiting to be published");
    }

    @Test
    void a_shipped_type_is_copied_under_a_key_of_ones_own() {
        var gbv = TYPES + "/gbv";
        assertThat(tomasz.get(gbv).text()).contains("Restricted: each case is kept to its team").doesNotContain("· your own");
        assertThat(tomasz.get(gbv).form(gbv + "/copies").send("as", "Our GBV").text()).contains("Write the key with small letters");
        var copied = tomasz.get(gbv).form(gbv + "/copies").send("as", "our_gbv");
        assertThat(copied.status()).as(copied.text()).isEqualTo(303);
        var path = copied.location().replaceAll("\\?.*", "");
        assertThat(TypeFolder.unpacked(tomasz.bytes(path + "/draft/folder")).get("our_gbv/casetype.yaml")).contains("\nkey: our_gbv\nversion: 1\n");
        assertThat(tomasz.get(path).form(path + "/versions").send().status()).isEqualTo(303);
        assertThat(tomasz.get(path).text()).contains("· your own").contains("New cases can be of this type");
    }

    @Test
    void a_case_of_an_uploaded_type_goes_its_whole_way_without_a_new_start() {
        var amina = town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id()));
        var type = TypeFolder.published(tomasz, TypeFolder.shelter().zip());
        var name = type.substring(type.lastIndexOf('/') + 1);
        var wanjiru = town.wanjiru.signedIn();
        var opened = wanjiru.get("/cases/new?type=" + name).form("/cases").send("name", "Hodan Warsame", "ageGroup", "adult", "services", "given",
                "reporting", "given", "method", "signature");
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        var path = opened.location().replaceFirst("^(/cases/[0-9A-Z]+).*", "$1");
        assertThat(wanjiru.fill(path + "/sheet/problem", path + "/sheet/problem", "a/kind", "eviction", "a/notice_on", Town.today().toString()).status()).isEqualTo(303);
        assertThat(wanjiru.get(path).text()).contains("Tenant").contains("First talk").contains("Answer the court");
        assertThat(wanjiru.get("/cases?type=" + name + "&owner=everyone").text()).contains("Hodan Warsame");
        assertThat(town.leila.signedIn().get("/reports").text()).contains("Housing").contains("Talk with the landlord");
        settleHard(wanjiru, path);
        var exit = wanjiru.get(path + "/brief-exit");
        var left = exit.form(path + "/brief-exit").send("toldReturn", "yes", "verifier", amina.id().toString(), "keptYears", "7");
        assertThat(left.status()).as(left.text()).isEqualTo(303);
        var check = path + "/verification";
        assertThat(amina.signedIn().fill(check, check, "result", "confirmed", "spokenWith", "client").status()).isEqualTo(303);
        assertThat(wanjiru.get(path).text()).contains("Had to leave");
        assertThat(Everything.in(haki).facts("case_closed", town.riverbend)).singleElement().satisfies(fact -> assertThat(fact)
                .containsAllEntriesOf(Map.of("case_type", name, "outcome", "left")));
        assertThat(town.leila.signedIn().get("/reports/rows?kind=case_closed&class=not_achieved").text()).contains(path.substring("/cases/".length(), "/cases/".length() + 4));
        var stopped = tomasz.get(type).form(TYPES + "/adoptions/end").send();
        assertThat(stopped.status()).isEqualTo(303);
        assertThat(wanjiru.get("/cases/new?type=" + name).status()).as("withdrawn: no new cases").isEqualTo(404);
        assertThat(wanjiru.get(path).text()).as("those there are go on").contains("Tenant");
    }

    @Test
    void the_example_of_the_guide_is_taken_as_it_stands() {
        var guide = Sources.text(Path.of("docs/guides/case-types.md"));
        var yaml = guide.replaceFirst("(?s).*?```yaml\n(key: housing.*?)```.*", "$1").replace("key: housing", "key: shelter");
        var book = Stream.of("survey", "choices", "settings").map(sheet -> "| " + sheet + " |\n" + table(guide, sheet)).collect(Collectors.joining("\n"));
        var uploaded = TypeFolder.upload(tomasz, TypeFolder.shelter(yaml).with("shelter/problem.xlsx", XlsxFile.of(book).bytes()).zip());
        assertThat(uploaded.status()).as(uploaded.text()).isEqualTo(303);
        assertThat(uploaded.next().text()).contains("Answer the court", "Had to leave");
    }

    /** The table of the guide that shows this sheet, without the line below its head. */
    private static String table(String guide, String sheet) {
        return Pattern.compile("(?m)^" + sheet + "\n\n((?:\\|.*\n)+)").matcher(guide).results().map(found -> found.group(1)).findFirst().orElseThrow()
                .lines().filter(line -> !line.startsWith("|---")).map(line -> "| " + line).collect(Collectors.joining("\n"));
    }

    /** What is hard is settled by a supervisor before a case is left. */
    private void settleHard(Visitor visitor, String path) {
        var leila = town.leila.signedIn();
        var hard = Pattern.compile("<p class=\"field small\"><a href=\"([^\"]+)\"").matcher(visitor.get(path + "/activities/open").body());
        while (hard.find()) {
            assertThat(leila.get(hard.group(1)).form(hard.group(1) + "/completion").send("text", "Sent.").status()).isEqualTo(303);
        }
    }

    private String upload(TypeFolder folder) {
        return upload(folder.zip());
    }

    private String upload(byte[] zip) {
        var answer = TypeFolder.upload(tomasz, zip);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.text();
    }
}
