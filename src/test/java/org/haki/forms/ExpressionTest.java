package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions over a case: what holds, what is refused and where, and that nothing runs for ever. */
class ExpressionTest {

    private static final FormEngine ENGINE = new FormEngine();
    /** Half past nine at night in London: in Kathmandu it is the next day. */
    private static final Instant NOW = Instant.parse("2026-03-01T21:30:00Z");
    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");

    private static CaseDocument document() {
        return CaseDocument.at(NOW, KATHMANDU)
                .put("age", 15).put("age_group", "child").put("sex", "female").put("stage", "followup")
                .put("received_at", Instant.parse("2026-02-20T10:00:00Z")).put("opened_at", LocalDate.of(2026, 2, 21))
                .put("incident", List.of(
                        Node.of("core_type", "rape"), Node.of("acts", "penetration threats"), Node.of("date", LocalDate.of(2026, 2, 19)),
                        Node.of("witness", List.of(Node.of("name", "one"), Node.of("willing", "yes"))),
                        Node.of("witness", List.of(Node.of("name", "two"), Node.of("willing", "no")))))
                .done();
    }

    private static boolean holds(String condition) {
        return ENGINE.expression(condition).test(document());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "incident/core_type = 'rape'", "/case/incident/core_type = 'rape'", "instance('case')/case/incident/core_type = 'rape'",
        "stage = 'followup' and age < 18", "selected(incident/acts, 'threats')", "not(selected(incident/acts, 'forced_marriage'))",
        "incident/date >= '2026-02-19' or true()", "incident/date > date('2026-02-18')", "count(incident/witness) = 2",
        "count(incident/witness[willing = 'yes']) = 1", "incident/witness[position() = 1]/name = 'one'",
        "count(incident/witness[willing = current()/none]) = 0", "opened_at - incident/date = 2", "today() = date('2026-03-02')",
        "today() - opened_at < 30", "regex(stage, '[a-z]+')", "if(age >= 18, 'adult', 'child') = age_group",
        "concat(stage, '-', sex) = 'followup-female'", "coalesce(none, stage) = 'followup'", "round(age div 2) = 8",
        "string-length(join(' ', incident/witness/name)) = 7", "now() > received_at", "true()"})
    void what_is_so_holds(String condition) {
        assertThat(holds(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "incident/core_type = 'abuse'", "age > 18", "services/health = 'yes'", "none", "age < none", "none < 18", "1 div 0 < 5",
        "none div 0 = 1", "false()", "count(incident/witness[willing = 'perhaps']) > 0", "services/row/given = 'yes'"})
    void what_is_not_so_or_not_known_does_not_hold(String condition) {
        assertThat(holds(condition)).isFalse();
    }

    @Test
    void a_reckoning_comes_to_a_text_or_a_number() {
        assertThat(ENGINE.expression("incident/date").text(document())).isEqualTo("2026-02-19");
        assertThat(ENGINE.expression("none").text(document())).isEmpty();
        assertThat(ENGINE.expression("age + 1").number(document())).isEqualTo(16);
        assertThat(ENGINE.expression("1 div 0").text(document())).isEqualTo("Infinity");
        assertThat(ENGINE.expression("stage").number(document())).isNaN();
    }

    @Test
    void it_says_what_it_looks_at() {
        assertThat(ENGINE.expression("incident/core_type = 'rape' and /case/age < 18 and count(incident/witness[willing = 'yes']) > 1").paths())
                .containsExactly("incident/core_type", "age", "incident/witness");
        assertThat(ENGINE.expression("instance('case')/case/stage = current()/sex").paths()).containsExactly("stage", "sex");
    }

    @Test
    void what_cannot_be_followed_is_refused_at_its_place() {
        refused("when the client is a minor", 6, "joins it");
        refused("if the case is restricted", 4, "joins it");
        refused("stage = 'followup", 9, "not closed");
        refused("stage = ‘followup’", 9, "straight");
        refused("(stage = 'x'", 1, "not closed");
        refused("stage = 'x')", 12, "closes none");
        refused("stage == 'x'", 8, "One =");
        refused("stage =", 7, "missing at the end");
        refused("age < 18 && sex = 'f'", 10, "Write and");
        refused("!stage", 1, "not(");
        refused("yesterday() < opened_at", 1, "no function yesterday()");
        refused("pulldata('a', 'b', 'c', 'd') = 1", 1, "no function pulldata()");
        refused("age > 1 and random()", 13, "no function random()");
        refused("selected(stage)", 1, "takes 2 arguments, not 1");
        refused("round(1, 2, 3)", 1, "takes 1 to 2 arguments, not 3");
        refused("instance('other')/root/x", 1, "only one document");
        refused("/data/stage = 'x'", 2, "begins with /case");
        refused("../stage", 1, "nothing above");
        refused("incident//witness", 1, "cannot be followed");
        refused("ancestor::stage", 11, "cannot be followed");
        refused("stage | sex", 7, "joined by");
        refused("$stage", 1, "no variables");
        refused("incident/witness[1]/name", 17, "must be a comparison");
        refused("incident/witness[name]", 17, "must be a comparison");
        refused("a; b", 2, "no meaning");
        refused("[stage]", 1, "stands behind a name");
        refused("age <> 3", 6, "missing before >");
        refused("   ", 1, "no condition");
    }

    private static void refused(String condition, int position, String why) {
        assertThatThrownBy(() -> ENGINE.expression(condition)).as(condition)
                .isInstanceOfSatisfying(BadExpression.class, bad -> assertThat(bad.position()).isEqualTo(position))
                .hasMessageContaining(why);
    }

    @Test
    void conditions_are_asked_by_many_at_once() throws Exception {
        var condition = ENGINE.expression("incident/core_type = 'rape' and count(incident/witness[willing = 'yes']) = 1");
        var shared = document();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = threads.invokeAll(IntStream.range(0, 400).<Callable<Boolean>>mapToObj(i -> () -> i % 2 == 0
                    ? condition.test(shared) : ENGINE.expression("age = " + i % 30).test(document()) == (i % 30 == 15)).toList());
            for (var answer : asked) {
                assertThat(answer.get()).isTrue();
            }
        }
    }

    @Test
    void what_would_run_for_ever_is_cut() {
        var rows = IntStream.range(0, 300).mapToObj(i -> Node.of("row", List.of(Node.of("n", i)))).toList();
        var wide = CaseDocument.at(NOW, KATHMANDU).put("list", rows).put("text", "a".repeat(60) + "b").done();
        assertThatThrownBy(() -> ENGINE.expression("count(list/row[count(/case/list/row[count(/case/list/row[n > 5]) > 3]) > 2])").test(wide))
                .isInstanceOf(TooMuchToReckon.class);
        assertThatThrownBy(() -> ENGINE.expression("regex(text, '(.*a){14}c')").test(wide)).isInstanceOf(TooMuchToReckon.class);
        var doubled = "text";
        for (int i = 0; i < 5; i++) {
            doubled = "concat(" + doubled + ", " + doubled + ", " + doubled + ")";
        }
        var tripled = ENGINE.expression(doubled);
        assertThat(tripled.text(wide)).hasSize(61 * 243);
        var longer = CaseDocument.at(NOW, KATHMANDU).put("text", "a".repeat(1_000)).done();
        assertThatThrownBy(() -> tripled.text(longer)).isInstanceOf(TooMuchToReckon.class);
        assertThatThrownBy(() -> ENGINE.expression("(".repeat(61) + "age" + ")".repeat(61))).isInstanceOf(BadExpression.class);
        assertThatThrownBy(() -> ENGINE.expression("age" + " + age".repeat(800))).isInstanceOf(BadExpression.class);
        assertThat(ENGINE.expression("age" + " + age".repeat(500)).number(document())).isEqualTo(15 * 501);
    }
}
