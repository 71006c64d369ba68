package org.haki.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.haki.kernel.Errors;
import org.junit.jupiter.api.Test;

class RegisterPersonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void nobody_at_all_is_sent_back() {
        assertThat(keys(new Typed().ageGroup("adult"))).containsExactly("RegisterPerson.nobody");
    }

    @Test
    void the_age_group_is_needed_unless_the_date_of_birth_says_it() {
        assertThat(keys(new Typed().name("Asha Thapa"))).containsExactly("RegisterPerson.ageGroup");
        assertThat(new Typed().name("Devi").birth("3 March 2015").person().identity(TODAY).ageGroup()).isEqualTo("child");
        assertThat(new Typed().name("Asha").birth("1999").person().identity(TODAY).ageGroup()).isEqualTo("adult");
    }

    @Test
    void a_grown_child_and_an_infant_adult_are_sent_back() {
        assertThat(keys(new Typed().name("Asha").birth("1999").ageGroup("child"))).containsExactly("RegisterPerson.ageGroup.birth");
        assertThat(keys(new Typed().name("Devi").birth("2020").ageGroup("adult"))).containsExactly("RegisterPerson.ageGroup.birth");
        assertThat(keys(new Typed().name("Asha").birth("about 2008").ageGroup("child"))).isEmpty();
    }

    @Test
    void an_impossible_or_future_birth_has_its_own_sentence() {
        assertThat(keys(new Typed().name("Asha").birth("31 02 1999").ageGroup("adult"))).containsExactly("PartialDate.day");
        assertThat(keys(new Typed().name("Asha").birth("2027").ageGroup("child"))).containsExactly("RegisterPerson.birth.future");
    }

    @Test
    void what_is_not_among_the_answers_is_sent_back() {
        assertThat(keys(new Typed().name("Asha").ageGroup("old"))).containsExactly("RegisterPerson.choose");
        assertThat(keys(new Typed().name("Asha").ageGroup("adult").ways("pigeon"))).containsExactly("RegisterPerson.choose");
        assertThat(keys(new Typed().name("Asha").ageGroup("adult").ways("none", "call"))).containsExactly("RegisterPerson.none");
    }

    @Test
    void a_phone_is_digits_of_any_script_and_nothing_else() {
        assertThat(keys(new Typed().name("Asha").ageGroup("adult").phones("call her"))).containsExactly("RegisterPerson.phones");
        assertThat(keys(new Typed().name("Asha").ageGroup("adult").phones("+977 ९८४१-२३४५६७\n0555 0173"))).isEmpty();
    }

    @Test
    void five_megabytes_of_name_are_sent_back() {
        assertThat(keys(new Typed().name("ა".repeat(1_700_000)).ageGroup("adult"))).containsExactly("RegisterPerson.long");
    }

    @Test
    void what_was_typed_for_an_identity_is_that_identity() {
        var identity = new Identity(
                "Asha Thapa", List.of("Asha Magar", "आशा"), List.of("0555 0173"), null, "female", "adult", "behind the mill",
                new SafeContact("shared", List.of("call"), List.of("10"), "the sewing class", "marigold", "not on Friday"), "her mother is Maya");
        assertThat(RegisterPerson.of(identity).identity(TODAY)).isEqualTo(identity);
    }

    private static List<String> keys(Typed typed) {
        return typed.person().errors(TODAY).all().stream().map(Errors.Wrong::key).toList();
    }

    private record Typed(String name, String phones, String birth, String ageGroup, List<String> ways) {

        Typed() {
            this("", "", "", "", List.of());
        }

        Typed name(String typed) {
            return new Typed(typed, phones, birth, ageGroup, ways);
        }

        Typed phones(String typed) {
            return new Typed(name, typed, birth, ageGroup, ways);
        }

        Typed birth(String typed) {
            return new Typed(name, phones, typed, ageGroup, ways);
        }

        Typed ageGroup(String typed) {
            return new Typed(name, phones, birth, typed, ways);
        }

        Typed ways(String... typed) {
            return new Typed(name, phones, birth, ageGroup, List.of(typed));
        }

        RegisterPerson person() {
            return new RegisterPerson(name, "", phones, birth, "", ageGroup, "", "", "", ways, List.of(), "", "", "", "", "", "");
        }
    }
}
