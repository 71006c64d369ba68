package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.haki.HakiTest;
import org.haki.StallType;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.SheetForms;
import org.haki.cases.TypeUpgrade;
import org.haki.cases.UpgradeLine.Fate;
import org.haki.forms.Answers;
import org.haki.forms.FormVersion;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** C9, with random answers and random words about where names went: each answer is found again, or somebody is told why not. */
@HakiTest
class AnyUpgradeTest {

    private static final int TRIES = 200;
    private static final Map<String, String> WENT = Map.of("talk/since", "meeting/sold_since", "talk/helper", "meeting/assistant",
            "papers/lost_on", "meeting/lost_on");

    @Autowired CaseTypes types;
    @Autowired SheetForms sheets;
    @Autowired TransactionTemplate transaction;

    @RepeatedTest(5)
    void every_answer_is_found_under_its_name_or_it_is_said_why_not(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var from = types.of(StallType.KEY, 1);
        var into = forms(types.of(StallType.KEY, 2));
        for (int i = 0; i < TRIES; i++) {
            var stood = new LinkedHashMap<String, CarriedAnswers.Stood>();
            forms(from).forEach((section, form) -> stood.put(section, new CarriedAnswers.Stood(form, answers(section, random))));
            var names = names(random);
            var carried = CarriedAnswers.of(stood, into, names);
            var lost = carried.lines().stream().filter(line -> line.fate() == Fate.LET_GO || line.fate().refuses()).map(line -> line.label().get("en")).toList();
            var found = new ArrayList<String>();
            into.keySet().forEach(section -> carried.answers(section).values().forEach((place, value) -> {
                found.add(value);
                assertThat(into.get(section).field(place)).as(place).isNotNull();
                assertThat(place.replaceAll("\\[[^]]*]", "").contains("assistant/")).isEqualTo(place.contains("["));
            }));
            stood.forEach((section, one) -> one.answers().values().forEach((place, value) -> {
                var label = one.form().field(place).label().values().iterator().next();
                if (!lost.contains(label)) {
                    assertThat(found).as(label + " by " + names).contains(value);
                    var path = section + "/" + Answers.question(place);
                    var to = names.question(path);
                    int slash = to.indexOf('/');
                    var rows = place.contains("[") ? place.replaceAll("^[^\\[]*(\\[[^]]*]).*", "$1") : "";
                    var moved = to.substring(slash + 1).replace("assistant/", "assistant" + rows + "/");
                    assertThat(carried.answers(to.substring(0, slash)).value(moved)).as(path + " at " + to).isEqualTo(value);
                }
            }));
            assertThat(found).as("nothing stands in two places, and nothing is made up").doesNotHaveDuplicates();
            var kept = stood.get("talk").answers().rowsOf("helper");
            if ("meeting/assistant".equals(names.question("talk/helper"))) {
                assertThat(carried.answers("meeting").rowsOf("assistant")).as("rows in their order, also the empty ones").isEqualTo(kept);
            }
        }
    }

    private static TypeUpgrade names(Random random) {
        var went = new HashMap<String, String>(Map.of("talk", "meeting"));
        WENT.forEach((old, now) -> {
            if (random.nextInt(5) > 0) {
                went.put(old, now);
            }
        });
        var letGo = new ArrayList<String>();
        for (var path : List.of("talk/hunch", "talk/odd", "talk/words", "talk/helper/age", "papers")) {
            if (random.nextInt(3) == 0) {
                letGo.add(path);
            }
        }
        return new TypeUpgrade(1, Map.of(), went, letGo, Map.of(), Map.of("neighbour", random.nextInt(4) == 0 ? "reporter" : "witness"), Map.of());
    }

    private static Answers answers(String section, Random random) {
        var values = new LinkedHashMap<String, String>();
        var rows = new LinkedHashMap<String, List<String>>();
        if (section.equals("papers")) {
            maybe(values, random, "paper", "card " + random.nextLong());
            maybe(values, random, "lost_on", day(random, 2020));
            return new Answers(values, rows);
        }
        maybe(values, random, "kind", List.of("fine", "evicted", "other").get(random.nextInt(3)));
        maybe(values, random, "since", day(random, 2021));
        maybe(values, random, "fined_on", day(random, 2022));
        for (var text : List.of("words", "hunch", "odd", "aka", "who")) {
            maybe(values, random, text, text + " " + random.nextLong());
        }
        var helpers = new ArrayList<String>();
        for (int i = 0; i < random.nextInt(4); i++) {
            helpers.add("h" + i);
            maybe(values, random, "helper[h" + i + "]/name", "name " + random.nextLong());
            maybe(values, random, "helper[h" + i + "]/age", String.valueOf(100 * i + random.nextInt(100) + 1000));
        }
        rows.put("helper", helpers);
        return new Answers(values, rows);
    }

    private static void maybe(Map<String, String> values, Random random, String place, String value) {
        if (random.nextBoolean()) {
            values.put(place, value);
        }
    }

    private static String day(Random random, int year) {
        return year + "-%02d-%02d".formatted(random.nextInt(12) + 1, random.nextInt(28) + 1);
    }

    private Map<String, FormVersion> forms(CaseType type) {
        return transaction.execute(_ -> {
            var forms = new LinkedHashMap<String, FormVersion>();
            type.sections().forEach(section -> forms.put(section.key(), sheets.of(type, section.key())));
            return forms;
        });
    }
}
