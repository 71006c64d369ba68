package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.haki.forms.FormEngine;
import org.junit.jupiter.api.Test;

/** The case types that Haki ships, as a start reads them. */
class ShippedTypesTest {

    private static final List<PublishedType> TYPES = CaseTypeFolders.read(List.of("classpath:casetypes/*/casetype.yaml"), new FormEngine());

    @Test
    void four_types_are_shipped_and_one_is_there_before_any_is_adopted() {
        assertThat(TYPES).extracting(type -> type.type().key()).containsExactlyInAnyOrder("general", "gbv", "paralegal_id", "advice_office");
        assertThat(TYPES).filteredOn(type -> type.type().standard()).extracting(type -> type.type().key()).containsExactly("general");
    }

    @Test
    void each_opens_with_the_section_whose_answers_the_rest_hangs_on() {
        assertThat(TYPES.stream().filter(type -> !type.type().sections().isEmpty())
                .collect(Collectors.toMap(type -> type.type().key(), type -> type.type().opening().first())))
                .containsEntry("gbv", "consent").containsEntry("paralegal_id", "document").containsEntry("advice_office", "problem");
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

    private static CaseType of(String key) {
        return TYPES.stream().map(PublishedType::type).filter(type -> type.key().equals(key)).findFirst().orElseThrow();
    }
}
