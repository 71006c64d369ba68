package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.kernel.Op;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Incidents and reportable answers among the facts: which enter, which leave, and that no text ever does. */
@HakiTest
class IncidentsInFactsTest {

    private static final String WORDS = "Zanzara said he would come back";
    private static final List<String> CASCADE = List.of("penetration", "sexual_contact", "physical", "marriage", "denial", "psychological");
    private static final List<String> CORE = List.of("rape", "sexual_assault", "physical_assault", "forced_marriage", "denial", "psychological");
    private static final List<String> ELSEWHERE = List.of("no", "yes_sharing", "yes_other");
    private static final List<String> PLACES = List.of("road", "school", "survivor_home");
    private static final String STANDING = """
            select f.kind || ' ' || coalesce(f.answers -> 'incidents/incident/core_type' ->> 0, '') || ' '
                || coalesce(f.answers -> 'incidents/incident/place' ->> 0, '')
            from facts.fact f where f.org_id = :org and f.kind = 'incident' and f.countable
              and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)""";

    /** What the model knows of one incident. */
    private record Told(List<String> acts, boolean genderBased, String elsewhere, String place) {

        private String core() {
            return genderBased ? CORE.get(CASCADE.indexOf(CASCADE.stream().filter(acts::contains).findFirst().orElseThrow())) : "non_gbv";
        }

        /** G3, as MODEL.md says it. */
        private boolean counts(String reporting) {
            return reporting.equals("given") && !core().equals("non_gbv") && !elsewhere.equals("yes_sharing");
        }
    }

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor wanjiru;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        for (var type : List.of("gbv", "advice_office")) {
            haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), type, Op.own());
        }
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void G3_an_incident_counts_only_if_she_agrees_it_is_gender_based_and_nobody_shares_it_already() {
        long seed = Long.getLong("haki.seed", System.nanoTime());
        var random = new Random(seed);
        var file = gbv();
        var reporting = "refused";
        var told = new ArrayList<Told>();
        agreed(file, reporting);
        for (int step = 0; step < 14; step++) {
            if (random.nextInt(3) == 0) {
                var next = reporting.equals("given") ? List.of("withdrawn", "refused").get(random.nextInt(2)) : "given";
                decided(file, next);
                reporting = next;
            } else {
                if (told.isEmpty() || random.nextInt(3) == 0 && told.size() < 3) {
                    told.add(any(random));
                } else if (random.nextInt(4) == 0 && told.size() > 1) {
                    told.removeLast();
                } else {
                    told.set(random.nextInt(told.size()), any(random));
                }
                tell(file, told);
            }
            var now = reporting;
            var expected = told.stream().filter(one -> one.counts(now)).map(one -> "incident " + one.core() + " " + one.place()).toList();
            assertThat(list(STANDING)).as("seed %d, step %d, %s, %s", seed, step, now, told).containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(list("select answers::text from facts.fact where org_id = :org and kind = 'withdrawn'")).as("what left leaves no answers")
                .allMatch("{}"::equals);
    }

    /** S1 */
    @Test
    void a_fact_of_an_incident_holds_choices_and_no_text_no_name_and_no_day_of_the_incident() {
        var file = gbv();
        agreed(file, "given");
        tell(file, List.of(new Told(List.of("physical"), true, "no", "road")));
        var facts = Everything.in(haki).facts("incident", town.riverbend);
        assertThat(facts).singleElement().satisfies(fact -> {
            assertThat(fact).containsEntry("case_type", "gbv").containsEntry("age_group", "adult").containsEntry("sex", "female")
                    .containsEntry("person_id", null).containsEntry("stage", "");
            assertThat(fact.get("answers").toString()).contains("physical_assault", "d0_3", "road", "neighbour")
                    .doesNotContain("Zanzara", "account", "incident_date", "happened_at", "acts", file.id().toString());
        });
        assertThat(Everything.in(haki).list("select f::text from facts.fact f where org_id = :org", town.riverbend)).noneMatch(fact -> fact.contains("Zanzara"));
    }

    @Test
    void other_answers_of_a_restricted_type_join_only_while_an_incident_counts() {
        var file = gbv();
        agreed(file, "given");
        var safety = file.path() + "/sheet/safety";
        assertThat(wanjiru.fill(safety, safety, "a/risk_level", "high", "a/lives_together", "no", "a/plan_needed", "no").status()).isEqualTo(303);
        assertThat(answered()).as("no incident yet").isEmpty();
        tell(file, List.of(new Told(List.of("denial"), true, "no", "road")));
        assertThat(answered()).singleElement().asString().contains("\"safety/risk_level\": [\"high\"]");
        tell(file, List.of(new Told(List.of("denial"), true, "yes_sharing", "road")));
        assertThat(answered()).isEmpty();
    }

    @Test
    void reportable_answers_of_a_type_that_is_not_restricted_join_the_facts_and_follow_the_answer() {
        var opened = wanjiru.get("/cases/new?type=advice_office").form("/cases").send("name", "Hodan Warsame", "ageGroup", "adult", "services", "given",
                "reporting", "given", "method", "signature", "a/topic", "labour", "a/matter", "dismissal");
        var path = opened.location().replaceFirst("^(/cases/[0-9A-Z]+).*", "$1");
        assertThat(answered()).containsExactly("{\"problem/topic\": [\"labour\"], \"problem/matter\": [\"dismissal\"]}");
        var problem = path + "/sheet/problem";
        wanjiru.fill(problem, problem, "a/topic", "labour", "a/matter", "wages");
        assertThat(answered()).containsExactly("{\"problem/topic\": [\"labour\"], \"problem/matter\": [\"wages\"]}");
        assertThat(Everything.in(haki).facts("answered", town.riverbend)).as("the old version stays").hasSize(2);
        var consents = path + "/consents";
        wanjiru.fill(consents, consents, "purpose", "reporting", "decision", "withdrawn", "method", "verbal_phone", "byWhom", "self");
        assertThat(answered()).isEmpty();
    }

    @Test
    void the_database_refuses_a_text_among_the_answers() {
        for (var text : List.of("{\"a\": [\"he said\"]}", "{\"a\": \"said\"}", "{\"a\": [{\"b\": \"c\"}]}", "[\"a\"]")) {
            assertThatThrownBy(() -> Everything.in(haki).pass("""
                    insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, answers)
                    values (:org, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'answered', current_date, gen_random_uuid(), '%s')"""
                    .formatted(text), town.riverbend)).as(text).isInstanceOf(DataAccessException.class);
        }
    }

    private static Told any(Random random) {
        var acts = CASCADE.stream().filter(_ -> random.nextInt(3) == 0).collect(Collectors.toCollection(ArrayList::new));
        if (acts.isEmpty()) {
            acts.add(CASCADE.get(random.nextInt(CASCADE.size())));
        }
        return new Told(acts, random.nextInt(4) > 0, ELSEWHERE.get(random.nextInt(3)), PLACES.get(random.nextInt(3)));
    }

    private CaseFile gbv() {
        return new CaseStory(haki, town, "Asha Thapa", town.wanjiru.id(), "urgent", true, "not_yet_asked", "gbv").open();
    }

    private void agreed(CaseFile file, String reporting) {
        var consent = file.path() + "/sheet/consent";
        assertThat(wanjiru.fill(consent, consent, "a/alone_safe", "yes", "a/limits_explained", "yes", "a/consent_services", "given", "a/consent_by",
                "self", "a/consent_reporting", reporting, "a/consent_how", "verbal_phone").status()).isEqualTo(303);
    }

    private void decided(CaseFile file, String decision) {
        var consents = file.path() + "/consents";
        assertThat(wanjiru.fill(consents, consents, "purpose", "reporting", "decision", decision, "method", "verbal_phone", "byWhom", "self")
                .status()).isEqualTo(303);
    }

    private void tell(CaseFile file, List<Told> told) {
        var incidents = file.path() + "/sheet/incidents";
        var form = wanjiru.get(incidents).form(incidents);
        var fields = new ArrayList<>(form.fields().stream().filter(field -> !field.getKey().matches("[ard]/.*|d")).toList());
        for (int i = 0; i < told.size(); i++) {
            var one = told.get(i);
            fields.add(Map.entry("r/incident", "row" + i));
            var at = "a/incident[row" + i + "]/";
            one.acts().forEach(act -> fields.add(Map.entry(at + "acts", act)));
            Stream.of(Map.entry("gender_based", one.genderBased() ? "yes" : "no"), Map.entry("incident_date", LocalDate.now().minusDays(1).toString()),
                            Map.entry("by_whom/relation", "neighbour"), Map.entry("reported_elsewhere", one.elsewhere()),
                            Map.entry("place", one.place()), Map.entry("account", WORDS))
                    .forEach(answer -> fields.add(Map.entry(at + answer.getKey(), answer.getValue())));
        }
        var saved = form.sendWith(fields);
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    }

    private List<String> answered() {
        return list("""
                select f.answers::text from facts.fact f where f.org_id = :org and f.kind = 'answered' and f.countable
                  and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)""");
    }

    private List<String> list(String sql) {
        return Everything.in(haki).list(sql, town.riverbend);
    }
}
