package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.forms.FormEngine;
import org.junit.jupiter.api.Test;

/** The case types that Haki ships, as a start reads them. */
class ShippedTypesTest {

    private static final List<PublishedType> TYPES = CaseTypeFolders.read(List.of("classpath:casetypes/*/casetype.yaml"), new FormEngine());

    @Test
    void eight_types_are_shipped_and_one_is_there_before_any_is_adopted() {
        assertThat(TYPES).extracting(type -> type.type().key()).containsExactlyInAnyOrder("general", "gbv", "paralegal_id", "advice_office",
                "land_property", "immigration_us", "public_complaint", "constituent_request");
        assertThat(TYPES).filteredOn(type -> type.type().standard()).extracting(type -> type.type().key()).containsExactly("general");
    }

    @Test
    void each_opens_with_the_section_whose_answers_the_rest_hangs_on() {
        assertThat(TYPES.stream().filter(type -> !type.type().sections().isEmpty())
                .collect(Collectors.toMap(type -> type.type().key(), type -> type.type().opening().first())))
                .containsEntry("gbv", "consent").containsEntry("paralegal_id", "document").containsEntry("advice_office", "problem")
                .containsEntry("land_property", "service").containsEntry("immigration_us", "screening").containsEntry("public_complaint", "complaint")
                .containsEntry("constituent_request", "request");
    }

    /** P15: what comes after consent to services hangs on it. */
    @Test
    void every_section_on_violence_but_the_first_waits_for_consent() {
        var sections = of("gbv").sections();
        assertThat(sections.getFirst().when()).isEmpty();
        assertThat(sections.subList(1, sections.size())).allMatch(section -> section.when().contains("consent/consent_services = 'given'")
                || section.when().contains("incidents/"));
    }

    /** G4 */
    @Test
    void mediation_is_no_service_where_there_is_violence() {
        assertThat(of("gbv").services()).doesNotContainKeys("mediation", "customary_forum", "media");
        assertThat(of("gbv").ending().excluded()).contains("mediation", "customary_forum", "media");
        assertThat(of("gbv").restricted()).isTrue();
    }

    /** FIELD: medical care from triage on, in hours from the incident, for each incident. */
    @Test
    void medical_care_is_offered_within_hours_of_each_incident() {
        var step = of("gbv").timeline().stream().filter(one -> one.key().equals("medical_offer")).findFirst().orElseThrow();
        assertThat(step.after()).isEqualTo("field:incidents/incident/happened_at");
        assertThat(step.each()).isEqualTo("incidents/incident");
        assertThat(step.hard()).isTrue();
    }

    @Test
    void what_tells_of_status_or_names_officials_is_confidential_and_every_other_type_is_as_it_says() {
        assertThat(TYPES.stream().collect(Collectors.groupingBy(type -> type.type().sensitivity(), Collectors.mapping(type -> type.type().key(), Collectors.toSet()))))
                .containsEntry("confidential", Set.of("immigration_us", "public_complaint")).containsEntry("restricted", Set.of("gbv"));
    }

    /** FIELD: lodged before the time limit, with a warning earlier; an answer and an appeal are due in the agency's hands. */
    @Test
    void what_a_law_dates_is_hard_and_anchored_on_the_day_that_is_printed() {
        assertThat(of("public_complaint").step("time_limit").hard()).isTrue();
        assertThat(Stream.of("time_limit_soon", "lodge_in_time", "time_limit").map(of("public_complaint")::step)).extracting(step -> step.after() + " " + step.offset().days())
                .containsExactly("field:admissibility/time_limit -21", "field:admissibility/time_limit -7", "field:admissibility/time_limit 0");
        assertThat(Stream.of("response_due", "appeal_due", "appeal_due_mailed").map(of("immigration_us")::step)).allMatch(step -> step.hard() && !step.each().isEmpty());
        assertThat(Stream.of("renew", "renew_daca", "remove_conditions").map(of("immigration_us")::step)).allMatch(CaseType.Step::survives);
        assertThat(of("land_property").step("eviction").hard()).isTrue();
    }

    /** FIELD: who cannot get it goes without waivers; nobody mediates with an institution that is complained about. */
    @Test
    void who_cannot_get_it_leaves_by_the_short_way_and_a_complaint_is_never_mediated() {
        assertThat(of("immigration_us").ending().brief().outcome()).isEqualTo("ineligible");
        assertThat(of("public_complaint").ending().excluded()).contains("mediation");
        assertThat(of("constituent_request").moves().get("new")).contains("authorised");
    }

    private static CaseType of(String key) {
        return TYPES.stream().map(PublishedType::type).filter(type -> type.key().equals(key)).findFirst().orElseThrow();
    }
}
