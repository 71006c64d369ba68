package org.haki.xlsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The workbooks of the case types that Haki ships: whole, in two languages, marked, and short. */
class ShippedWorkbooksTest {

    private static final List<String> LANGUAGES = List.of("English (en)", "Español (es)");
    private static final int MOST_REPORTABLE = 8;

    @ParameterizedTest
    @MethodSource("workbooks")
    void a_workbook_converts_without_a_problem_or_a_warning_and_opens(ShippedWorkbook book) {
        assertThat(book.conversion().problems()).isEmpty();
        assertThat(book.conversion().warnings()).isEmpty();
        assertThatCode(() -> JavaRosa.open(book.conversion().xform().orElseThrow(), "<case/>")).doesNotThrowAnyException();
        assertThat(book.form().id()).isEqualTo(book.type() + "_" + book.section());
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void everything_that_is_read_stands_in_both_languages(ShippedWorkbook book) {
        for (var field : book.form().fields()) {
            if (field.shown() && field.kind() == Form.Kind.QUESTION) {
                assertThat(field.label()).as(field.path()).containsOnlyKeys(LANGUAGES);
            }
            assertThat(List.of(0, LANGUAGES.size())).as("hint of " + field.path()).contains(field.hint().size());
            field.messages().values().forEach(message -> assertThat(message).as(field.path()).containsOnlyKeys(LANGUAGES));
        }
        book.form().lists().forEach((list, options) ->
                options.forEach(option -> assertThat(option.label()).as(list + " " + option.name()).containsOnlyKeys(LANGUAGES)));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void a_name_or_number_is_sealed_and_only_choices_are_reported(ShippedWorkbook book) {
        for (var field : book.form().fields()) {
            if (field.marks().containsKey("reportable")) {
                assertThat(field.type()).as(field.path()).startsWith("select_");
                assertThat(field.marks()).as(field.path()).doesNotContainKey("vault");
            }
            if (field.marks().containsKey("person")) {
                assertThat(field.marks()).as(field.path()).containsKey("vault");
            }
        }
    }

    @Test
    void a_type_reports_eight_questions_at_most() {
        var reportable = ShippedWorkbook.all().stream().collect(Collectors.groupingBy(ShippedWorkbook::type, Collectors.summingLong(
                book -> book.form().fields().stream().filter(field -> field.marks().containsKey("reportable")).count())));
        assertThat(reportable.values()).allMatch(count -> count > 0 && count <= MOST_REPORTABLE);
        assertThat(reportable).containsOnlyKeys("gbv", "paralegal_id", "advice_office", "land_property", "immigration_us", "public_complaint", "constituent_request");
    }

    /** Five answers open a case by hand (who, how old, both consents, how she said so) and close one (ClosingTest); the sheet adds these. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            paralegal_id, document, 2
            advice_office, problem, 2
            land_property, service, 2
            immigration_us, screening, 2
            public_complaint, complaint, 2
            constituent_request, request, 2
            land_property, closing, 0
            immigration_us, closing, 0
            public_complaint, closing, 0
            constituent_request, closing, 0
            gbv,           closing, 0
            paralegal_id,  closing, 0
            advice_office, closing, 0
            gbv,           consent, 1
            """)
    void opening_and_closing_ask_no_more_than_people_bear(String type, String section, int most) {
        assertThat(ShippedWorkbook.of(type, section).alwaysRequired()).hasSize(most);
    }

    @Test
    void whether_she_is_safe_to_talk_is_the_first_question_about_violence() {
        assertThat(ShippedWorkbook.of("gbv", "consent").asked().findFirst().orElseThrow().name()).isEqualTo("alone_safe");
    }

    /** G5: a name stands in no row of an incident; P23: the alleged perpetrator's is optional and sealed. */
    @Test
    void the_alleged_perpetrators_name_is_optional_sealed_and_not_with_the_incident() {
        var name = ShippedWorkbook.of("gbv", "perpetrator").asked().filter(field -> field.name().equals("perp_name")).findFirst().orElseThrow();
        assertThat(name.bind()).doesNotContainKey("required");
        assertThat(name.marks()).containsEntry("vault", "yes").containsEntry("person", "alleged_perpetrator");
        assertThat(ShippedWorkbook.of("gbv", "incidents").asked()).allMatch(field -> !field.marks().containsKey("vault"));
    }

    /** G4 */
    @Test
    void no_workbook_on_violence_offers_mediation() {
        assertThat(ShippedWorkbook.all().stream().filter(book -> book.type().equals("gbv"))
                .flatMap(book -> book.form().lists().values().stream()).flatMap(List::stream).map(Form.Option::name))
                .isNotEmpty().doesNotContain("mediation", "customary_forum", "media");
    }

    /** FIELD: A-number, status and G-28 belong to the person; a filing names its petitioner, its applicant, its beneficiary. */
    @Test
    void what_says_who_she_is_before_an_agency_is_hers() {
        for (var name : List.of("a_number", "status_now", "entry_date", "online_account")) {
            assertThat(ShippedWorkbook.of("immigration_us", "screening").asked().filter(field -> field.name().equals(name)).findFirst().orElseThrow().marks())
                    .as(name).containsEntry("vault", "yes");
        }
        for (var party : List.of("petitioner", "applicant", "beneficiary")) {
            assertThat(ShippedWorkbook.of("immigration_us", "filings").asked().filter(field -> field.name().equals(party)).findFirst().orElseThrow().marks())
                    .containsEntry("person", party);
        }
    }

    @Test
    void a_section_on_violence_asks_for_few_answers() {
        var required = ShippedWorkbook.all().stream().filter(book -> book.type().equals("gbv"))
                .collect(Collectors.toMap(ShippedWorkbook::section, ShippedWorkbook::alwaysRequired));
        assertThat(required).containsAllEntriesOf(Map.of(
                "incidents", List.of("acts", "incident_date", "relation", "reported_elsewhere"),
                "safety", List.of("risk_level", "plan_needed"),
                "medical", List.of("offer"),
                "legal", List.of("duty")));
    }

    private static List<ShippedWorkbook> workbooks() {
        return ShippedWorkbook.all();
    }
}
