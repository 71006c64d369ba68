package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the answers in the shipped workbooks, as the engine of ODK Collect reckons it. */
class ShippedAnswersTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 10);
    private static final List<String> CASCADE = List.of("penetration", "sexual_contact", "physical", "marriage", "denial", "psychological");
    private static final Map<String, String> TYPE = Map.of("penetration", "rape", "sexual_contact", "sexual_assault",
            "physical", "physical_assault", "marriage", "forced_marriage", "denial", "denial", "psychological", "psychological");

    private static FilledForm incident(String age, String ageGroup) {
        return FilledForm.of("gbv", "incidents", "<age>" + age + "</age><age_group>" + ageGroup + "</age_group><received_at>" + RECEIVED
                + "T09:30:00.000+00:00</received_at>");
    }

    /** G1 */
    @Property(tries = 100)
    void the_core_type_is_that_of_the_first_act_of_the_cascade(@ForAll("acts") List<String> acts) {
        var form = incident("30", "adult").say("incident/acts", String.join(" ", acts));
        var first = CASCADE.stream().filter(acts::contains).findFirst().orElseThrow();
        assertThat(form.answer("incident/core_type")).isEqualTo(TYPE.get(first));
        assertThat(form.say("incident/gender_based", "no").answer("incident/core_type")).isEqualTo("non_gbv");
        assertThat(form.answer("incident/context")).isEmpty();
    }

    @Test
    void none_of_these_is_not_gender_based_and_stands_alone() {
        var form = incident("30", "adult").say("incident/acts", "none");
        assertThat(form.answer("incident/core_type")).isEqualTo("non_gbv");
        assertThat(form.asks("incident/non_gbv_note")).isTrue();
        assertThat(form.accepts("incident/acts", "none physical")).isFalse();
        assertThat(form.accepts("incident/acts", "none")).isTrue();
    }

    /** G2: whole days, inclusive. */
    @Property(tries = 60)
    void the_delay_falls_in_its_band(@ForAll @IntRange(min = 0, max = 120) int days) {
        var form = incident("30", "adult").say("incident/incident_date", RECEIVED.minusDays(days).toString());
        assertThat(form.answer("incident/days_to_report")).isEqualTo(String.valueOf(days));
        assertThat(form.answer("incident/reporting_delay")).isEqualTo(days <= 3 ? "d0_3" : days <= 5 ? "d4_5" : days <= 14 ? "d6_14"
                : days <= 30 ? "d15_30" : days <= 90 ? "d31_90" : "over_90");
    }

    @Test
    void an_incident_after_the_report_has_no_delay() {
        assertThat(incident("30", "adult").say("incident/incident_date", RECEIVED.plusDays(3).toString()).answer("incident/reporting_delay")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            penetration   | partner         | 30 | adult   |     |              |                | partner_violence
            penetration   | neighbour       | 16 | child   |     |              |                | child_sexual_abuse
            penetration   | neighbour       |    | child   |     |              |                | child_sexual_abuse
            penetration   | neighbour       | 18 | adult   |     |              |                | ''
            penetration   | neighbour       | 17 | child   |     |              |                | child_sexual_abuse
            marriage      | family          | 17 | child   |     |              |                | early_marriage
            marriage      | family          | 19 | adult   |     |              |                | ''
            sexual_contact| aid             | 30 | adult   | yes | none         | none           | possible_exploitation
            sexual_contact| aid             | 30 | adult   | no  | trafficked   | none           | possible_slavery
            psychological | partner         | 30 | adult   |     |              | widow          | partner_violence harmful_practice
            physical      | partner unknown | 15 | child   |     |              | none           | partner_violence
            """)
    void the_context_follows_from_the_answers(String acts, String relation, String age, String ageGroup, String goods, String abduction, String htp, String context) {
        var form = incident(age == null ? "" : age, ageGroup).say("incident/incident_date", RECEIVED.minusDays(2).toString())
                .say("incident/acts", acts).say("incident/by_whom/relation", relation);
        form.say("incident/goods_exchanged", goods == null ? "" : goods).say("incident/abduction", abduction == null ? "" : abduction)
                .say("incident/htp", htp == null ? "" : htp);
        assertThat(form.answer("incident/context")).isEqualTo(context);
    }

    @Test
    void hours_count_from_the_hour_she_named_or_from_the_beginning_of_the_day() {
        var form = incident("30", "adult").say("incident/incident_date", "2026-03-09");
        assertThat(form.answer("incident/happened_at")).startsWith("2026-03-09T00:00");
        var today = LocalDate.now();
        form.say("incident/incident_date", today.toString());
        assertThat(form.asks("incident/incident_time")).isTrue();
        assertThat(form.say("incident/incident_time", "14:30").answer("incident/happened_at")).startsWith(today + "T14:30");
    }

    /** P15 */
    @Test
    void nothing_is_asked_before_she_is_safe_to_talk_knows_the_limits_and_agrees() {
        var form = FilledForm.of("gbv", "consent", "<age>30</age><age_group>adult</age_group>");
        var rest = List.of("limits_explained", "consent_services", "consent_by", "child_assent", "consent_reporting", "contact", "brief_given");
        assertThat(rest).noneMatch(form::asks);
        form.say("alone_safe", "no");
        assertThat(rest).noneMatch(form::asks);
        assertThat(form.asks("stop_unsafe")).isTrue();
        form.say("alone_safe", "yes").say("limits_explained", "no");
        assertThat(rest).filteredOn(form::asks).containsExactly("limits_explained");
        form.say("limits_explained", "yes").say("consent_services", "refused");
        assertThat(rest).filteredOn(form::asks).containsExactly("limits_explained", "consent_services");
        form.say("consent_services", "given");
        assertThat(rest).filteredOn(form::asks).containsExactly("limits_explained", "consent_services", "consent_by", "consent_reporting", "contact");
        form.say("contact", "brief");
        assertThat(form.asks("brief_given")).isTrue();
    }

    /** R6 */
    @Test
    void a_child_is_asked_herself() {
        var form = FilledForm.of("gbv", "consent", "<age>9</age><age_group>child</age_group>")
                .say("alone_safe", "yes").say("limits_explained", "yes").say("consent_services", "given").say("consent_by", "caregiver");
        assertThat(form.asks("child_assent")).isTrue();
    }

    /** P17 */
    @ParameterizedTest
    @CsvSource({"gbv, legal", "advice_office, child"})
    void a_report_is_written_down_only_beside_whether_she_was_told_before(String type, String section) {
        var form = FilledForm.of(type, section, "").say("duty", "yes");
        assertThat(form.asks("reported_on")).isFalse();
        assertThat(form.say("told_before", "no").asks("reported_on")).isTrue();
    }

    @Test
    void a_time_limit_has_a_last_day() {
        var form = FilledForm.of("advice_office", "limits", "<problem><topic>labour</topic></problem>")
                .say("limit/rule", "za_dismissal").say("limit/counts_from", "2026-02-10");
        assertThat(form.answer("limit/last_day")).isEqualTo("2026-03-12");
        assertThat(form.say("limit/rule", "own").answer("limit/last_day")).isEmpty();
        assertThat(form.say("limit/own_days", "3").answer("limit/last_day")).isEqualTo("2026-02-13");
    }

    @Test
    void an_application_counts_its_days_and_is_decided_after_it_was_handed_in() {
        var form = FilledForm.of("paralegal_id", "application", "").say("attempt/submitted_on", "2026-01-31");
        assertThat(form.accepts("attempt/decided_on", "2026-01-30")).isFalse();
        assertThat(form.accepts("attempt/decided_on", "2026-03-01")).isTrue();
        assertThat(form.say("attempt/decided_on", "2026-03-01").answer("attempt/days_to_decision")).isEqualTo("29");
        assertThat(form.say("attempt/issued", "no").asks("attempt/refusal_reason")).isTrue();
        assertThat(form.asks("attempt/collected_on")).isFalse();
    }

    @Provide
    Arbitrary<List<String>> acts() {
        return Arbitraries.of(CASCADE).list().uniqueElements().ofMinSize(1);
    }
}
