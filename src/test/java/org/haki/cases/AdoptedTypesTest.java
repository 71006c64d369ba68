package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.HousingType;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.forms.FormEngine;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** An organisation opens cases of the types that it adopted; a published version stays for life. */
@HakiTest
class AdoptedTypesTest {

    private static final String TYPES = "/settings/case-types";
    private static final String[] OPENS = {
        "name", "Hodan Warsame", "ageGroup", "adult", "services", "given", "reporting", "refused", "method", "signature"
    };

    @Autowired ApplicationContext haki;
    @Autowired FormEngine engine;
    @Autowired CaseTypeRepository repository;
    @Autowired TransactionTemplate transaction;
    @TempDir Path folder;

    private Town town;

    @BeforeEach
    void a_town() {
        town = Town.in(haki);
    }

    @Test
    void with_one_type_nobody_is_asked_and_no_other_is_taken() {
        var wanjiru = town.wanjiru.signedIn();
        var form = wanjiru.get("/cases/new");
        assertThat(form.text()).doesNotContain("What kind of case is it?").doesNotContain("Housing");
        var forged = form.form("/cases").with(with(OPENS, "narrative", "Rain comes in.", "urgency", "normal", "type", "housing"));
        assertThat(form.form("/cases").sendWith(forged).status()).isEqualTo(404);
        assertThat(wanjiru.get("/cases/new?type=housing").status()).isEqualTo(404);
        assertThat(wanjiru.get("/cases/new?type=nothing").status()).isEqualTo(404);
    }

    @Test
    void an_adopted_type_is_offered_with_its_own_words_and_what_is_usual_is_chosen() {
        adopt();
        var wanjiru = town.wanjiru.signedIn();
        assertThat(wanjiru.get("/cases/new").text()).contains("What kind of case is it?").contains("General case").contains("Housing");
        var form = wanjiru.get("/cases/new?type=housing").form("/cases");
        assertThat(form.value("urgency")).isEqualTo("normal");
        assertThat(form.value("channel")).isEqualTo("walk_in");
        var opened = form.send(OPENS);
        assertThat(opened.status()).as("a narrative is not asked of her here: " + opened.text()).isEqualTo(303);
        assertThat(opened.location()).as("it goes on to what the type asks first").contains("/sheet/problem");
        assertThat(wanjiru.get(casePath(opened)).text()).contains("Tenant").contains("Find out what happened").contains("Housing");
        assertThat(wanjiru.get("/cases?type=housing&owner=everyone").text()).contains("Hodan Warsame");
        assertThat(wanjiru.get("/cases?type=general&owner=everyone").text()).doesNotContain("Hodan Warsame");
        assertThat(wanjiru.get("/cases?type=housing").text()).contains("Talk with the landlord").doesNotContain("Agree on a plan");
        assertThat(town.leila.signedIn().get("/reports").text()).contains("Housing").contains("Talk with the landlord");
    }

    @Test
    void a_narrative_is_asked_where_the_type_asks_for_one() {
        adopt();
        var form = town.wanjiru.signedIn().get("/cases/new?type=general").form("/cases");
        assertThat(form.send(with(OPENS, "urgency", "normal")).text()).contains("Write what happened; one sentence is enough");
    }

    @Test
    void what_is_stopped_is_offered_no_more_its_cases_go_on_and_the_last_type_stays() {
        adopt();
        var wanjiru = town.wanjiru.signedIn();
        var path = casePath(wanjiru.get("/cases/new?type=housing").form("/cases").send(OPENS));
        var tomasz = town.tomasz.signedIn();
        stop(tomasz, "housing");
        assertThat(wanjiru.get("/cases/new").text()).doesNotContain("Housing");
        assertThat(wanjiru.get(path).text()).contains("Tenant");
        assertThat(wanjiru.get("/cases").text()).as("the list still tells the types apart").contains("Housing");
        assertThat(tomasz.get(TYPES).hasForm(TYPES + "/adoptions/end")).isFalse();
        tomasz.fill(TYPES, TYPES + "/adoptions", "type", "housing");
        stop(tomasz, "general");
        assertThat(wanjiru.get("/cases/new").text()).doesNotContain("What kind of case is it?").contains("Tenant");
        assertThat(stop(tomasz, "general").status()).as("stopped already").isEqualTo(409);
    }

    @Test
    void nobody_adopts_what_there_is_not_and_what_one_adopts_is_not_the_others() {
        adopt();
        assertThat(town.nadia.signedIn().fill(TYPES, TYPES + "/adoptions", "type", "moonlight").status()).isEqualTo(404);
        assertThat(town.sushila.signedIn().get("/cases/new").text()).doesNotContain("Housing");
        assertThat(town.nadia.signedIn().get(TYPES).hasForm(TYPES + "/adoptions/end")).isFalse();
    }

    @Test
    void a_version_changes_freely_until_a_case_was_opened_with_it_and_never_after() throws IOException {
        var yaml = HousingType.YAML.replace("key: housing", "key: cabin");
        inCabin(yaml);
        assertThat(start().newest("cabin").client().in("en")).isEqualTo("Tenant");
        inCabin(yaml.replace("{en: Tenant, es: Persona inquilina}\nsens", "{en: Dweller, es: Habitante}\nsens"));
        var types = start();
        assertThat(types.newest("cabin").client().in("en")).isEqualTo("Dweller");
        transaction.executeWithoutResult(_ -> types.use(types.newest("cabin")));
        inCabin(yaml);
        assertThatThrownBy(this::start).isInstanceOf(Refusal.class)
                .hasMessageContaining("casetypes/cabin/casetype.yaml: version 1 was changed, and cases were opened with it");
        inCabin(yaml.replace("version: 1", "version: 2"));
        var both = start();
        assertThat(both.newest("cabin").version()).isEqualTo(2);
        assertThat(both.of("cabin", 1).client().in("en")).as("read from the database, its file is gone").isEqualTo("Dweller");
        assertThat(both.of("cabin", 2).client().in("en")).isEqualTo("Tenant");
        assertThat(both.published("cabin", 1).questions().type("problem/room")).isEqualTo("repeat");
    }

    @Test
    void what_haki_ships_is_not_read_whole_before_somebody_needs_it_and_what_was_proved_is_not_proved_again() {
        var shipped = List.of("classpath:casetypes/*/casetype.yaml");
        var rows = transaction.execute(_ -> repository.published());
        var types = CaseTypeFolders.read(shipped, new FormEngine(), rows);
        assertThat(types).hasSizeGreaterThan(4).allMatch(type -> type.isPutOff() || type.type().standard());
        var row = new CaseTypeRepository.Row("general", 1, types.stream().filter(type -> type.type().standard()).findFirst().orElseThrow().hash(), "", "{", null);
        assertThat(CaseTypeFolders.read(shipped, null, List.of(row))).as("nothing is proved, so no engine is needed").hasSameSizeAs(types);
    }

    @Test
    void a_case_keeps_its_version_for_life() {
        var file = CaseStory.in(haki, town).open();
        assertThat(file.typeVersion()).isEqualTo(1);
        assertThat(haki.getBean(CaseTypes.class).of(file).key()).isEqualTo("general");
    }

    private CaseTypes start() {
        return new CaseTypes(List.of("file:" + folder + "/casetypes/*/casetype.yaml"), engine, repository, transaction, Clock.systemUTC());
    }

    private void inCabin(String yaml) throws IOException {
        HousingType.in(folder, yaml);
        var cabin = folder.resolve("casetypes/cabin");
        Files.createDirectories(cabin);
        try (var files = Files.list(folder.resolve("casetypes/housing"))) {
            for (var file : files.toList()) {
                Files.move(file, cabin.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void adopt() {
        var adopted = town.tomasz.signedIn().fill(TYPES, TYPES + "/adoptions", "type", "housing");
        assertThat(adopted.status()).isEqualTo(303);
    }

    private Page stop(Visitor visitor, String type) {
        var page = visitor.get(TYPES);
        var fields = page.forms().getLast().with("type", type).stream().flatMap(field -> Stream.of(field.getKey(), field.getValue()));
        return visitor.post(TYPES + "/adoptions/end", fields.toArray(String[]::new));
    }

    private static String[] with(String[] fields, String... more) {
        var all = Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    private static String casePath(Page opened) {
        return opened.location().replaceFirst("^(/cases/[0-9A-Z]+).*", "$1");
    }
}
