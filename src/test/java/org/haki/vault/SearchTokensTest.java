package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTokensTest {

    @ParameterizedTest
    @CsvSource({
        "Aïssatou, aissatou", "JOSÉ, jose", "Łukasz, lukasz", "Weiß, weiss", "Ağaoğlu, agaoglu", "Nguyễn, nguyen",
        "आशा, asha", "कमल, kamal", "तामाङ, tamang", "कृष्ण, krishna", "शर्मा, sharma", "अंजली, anjali", "संगीता, sangita",
        "चन्द्र, chandra", "गणेश, ganesh", "मोहम्मद, mohammad", "सीता, sita", "लक्ष्मी, lakshmi", "विष्णु, vishnu",
        "রহিম, rahim", "খাতুন, khatun", "মোহাম্মদ, mohammad", "আক্তার, aktar", "শেখ, shekh", "হাসান, hasan",
        "علي, ali", "فاطمة, fatma", "يوسف, yusf", "خديجة, khdija", "ليلى, lila", "خان, khan", "نور, nur",
        "Мария, maria", "Αλέξανδρος, alexandros", "王小明, wang"
    })
    void a_name_of_any_script_becomes_a_latin_word(String name, String word) {
        assertThat(Fold.words(name).getFirst()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"O'Brien", "O’Brien", "OʼBrien", "o`brien", "O‘BRIEN", "O´Brien"})
    void apostrophes_and_case_do_not_matter(String name) {
        assertThat(Fold.words(name)).containsExactly("obrien");
    }

    @ParameterizedTest
    @ValueSource(strings = {"José Núñez", "আয়েশা", "ज़हीर", "Ầu Cơ", "فؤاد"})
    void composed_and_decomposed_letters_are_the_same(String name) {
        assertThat(Fold.words(Normalizer.normalize(name, Normalizer.Form.NFD)))
                .isEqualTo(Fold.words(Normalizer.normalize(name, Normalizer.Form.NFC)))
                .isNotEmpty();
    }

    @Test
    void the_words_of_a_name_are_taken_apart_and_single_letters_left_out() {
        assertThat(SearchTokens.words(List.of("Abdul-Rahman  J. Diallo", "diallo"))).containsExactly("abdul", "rahman", "diallo");
        assertThat(SearchTokens.words(List.of("J."))).containsExactly("j");
        assertThat(SearchTokens.words(List.of("", " -- "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Mohammed Muhammad Mohamed Muhammed Mohamad Mamadou Mamadu Mohd Md محمد मोहम्मद মোহাম্মদ",
        "Asha Aasha Aisha Ayesha Aysha आशा",
        "Khadija Kadijatu Khadijah Kadija Khadidja خديجة",
        "Fatima Fatma Fathima Phatema Fatimatu Fatoumata Fatimah فاطمة",
        "Aminata Amina Aminatu Ameena Aminah",
        "Hussein Hossain Husain Husayn Hussain حسين",
        "Diallo Jallow Jalloh Diallow",
        "Yusuf Yousef Yousuf Youssouf يوسف",
        "Rahim Raheem Rohim رحيم রহিম",
        "Vikram Bikram Vikrama विक्रम",
        "Zahid Jahid Zaheed",
        "Gonzales Gonzalez",
        "Shiva Siva Seeva Sheeva",
        "Krishna Krisna Krishnaa कृष्ण",
        "Ousmane Usman Osman عثمان"
    })
    void spellings_of_one_name_sound_alike(String spellings) {
        var sounds = List.of(spellings.split(" ")).stream()
                .collect(Collectors.toMap(name -> name, name -> Sound.of(Fold.words(name).getFirst())));
        assertThat(sounds.values().stream().distinct()).as("%s", sounds).hasSize(1).doesNotContain("");
    }

    @ParameterizedTest
    @CsvSource({"Asha, Sita", "Mohammed, Ahmed", "Tamang, Gurung", "Rahim, Karim", "Maria, Marta"})
    void other_names_sound_otherwise(String one, String other) {
        assertThat(Sound.of(Fold.words(one).getFirst())).isNotEqualTo(Sound.of(Fold.words(other).getFirst()));
    }

    @Test
    void every_one_letter_mistake_finds_the_name() {
        for (var name : List.of("Kadijatu", "Asha", "Mia", "Bob", "Obasanjo")) {
            var letters = name.toLowerCase(Locale.ROOT);
            for (int i = 0; i <= letters.length(); i++) {
                var start = letters.substring(0, i);
                var end = letters.substring(i);
                assertFound(name, start + "x" + end);
                if (!end.isEmpty()) {
                    assertFound(name, start + end.substring(1));
                    assertFound(name, start + "x" + end.substring(1));
                }
                if (end.length() > 1) {
                    assertFound(name, start + end.charAt(1) + end.charAt(0) + end.substring(2));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Asha Tamang, tamang", "Asha Tamang, TAM", "Kadijatu Bangura, bangu", "Abdul Rahman, abdulrahman",
        "Abdulrahman, Abdul Rahman", "Al-Hassan, alhassan", "N'Diaye, ndiaye", "Asha Tamang, आशा", "Ng, ng", "Li Bo, bo"
    })
    void any_part_of_a_name_finds_it(String name, String typed) {
        assertFound(name, typed);
    }

    @ParameterizedTest
    @CsvSource({
        "9841234567, +977 984-123-4567", "+977 9841234567, 09841234567", "+977 9841234567, 1234567", "৯৮৪১২৩৪৫৬৭, 9841234567",
        "01-4412345, 00977 1 4412345", "4412345, +977 1 4412345", "+677 12345, 12345", "+1 (202) 555-0143, 2025550143",
        "९८४१२३४५६७, ٩٨٤١٢٣٤٥٦٧"
    })
    void a_telephone_number_is_found_by_its_end_however_it_is_written(String number, String typed) {
        assertThat(likeness(List.of(), List.of(number), SearchTokens.asked(typed))).isGreaterThanOrEqualTo(80);
        assertThat(likeness(List.of(), List.of("+977 9800000000"), SearchTokens.asked(typed))).isZero();
    }

    @Test
    void the_same_word_comes_before_its_beginning_and_that_before_a_mistake_and_that_before_its_sound() {
        var likenesses = List.of(
                likeness("Mohammed", "mohammed"), likeness("Mohammed", "moham"), likeness("Mohammed", "mohamme"),
                likeness("Mohammed", "mohummad"));
        assertThat(likenesses).isSortedAccordingTo(Collections.reverseOrder()).startsWith(100).doesNotContain(0);
        assertThat(likeness("Mohammed", "mehammod")).isPositive().isLessThan(likeness("Mohammed", "mahammed"));
    }

    @Test
    void a_name_and_a_number_typed_together_are_both_looked_for() {
        assertThat(likeness(List.of("Asha Tamang"), List.of("9841234567"), SearchTokens.asked("asha 984 123 4567"))).isEqualTo(100);
    }

    @Test
    void a_person_with_every_alias_and_number_keeps_within_a_kilobyte() {
        var many = IntStream.range(0, 40).mapToObj(i -> "Name" + "abcdefghij".repeat(9) + i).toList();
        var numbers = IntStream.range(0, 40).mapToObj(i -> "98412345" + (10 + i)).toList();
        assertThat(SearchTokens.of(many, numbers).size() * Long.BYTES).isLessThanOrEqualTo(1024);
    }

    @Test
    void whatever_is_typed_something_or_nothing_is_asked_without_a_fault() {
        for (var odd : List.of("", " ", "'", "👩🏽‍⚖️", "\uD83D", "x".repeat(100_000), "1 ".repeat(100_000), "a b ".repeat(100_000), "+", "123", "0000000", "١٢٣٤٥٦٧٨", "ـــ", "ًٌ")) {
            assertThat(SearchTokens.asked(odd).size()).isLessThan(300);
        }
    }

    private static void assertFound(String name, String typed) {
        assertThat(likeness(name, typed)).as("%s for %s", name, typed).isPositive();
    }

    private static int likeness(String name, String typed) {
        return likeness(List.of(name), List.of(), SearchTokens.asked(typed));
    }

    /** What the database computes: the mean over the parts of the best that speaks for each part. */
    private static int likeness(List<String> names, List<String> phones, List<SearchTokens.Asked> asked) {
        var tokens = SearchTokens.of(names, phones);
        var forms = SearchTokens.words(names).stream().flatMap(word -> SearchTokens.forms(word).stream()).collect(Collectors.toSet());
        Map<Integer, Integer> best = new HashMap<>();
        for (var one : asked) {
            int weight = Math.max(tokens.contains(one.text()) ? one.own() : 0, forms.contains(one.text()) ? one.form() : 0);
            best.merge(one.part(), weight, Math::max);
        }
        return best.isEmpty() ? 0 : best.values().stream().mapToInt(Integer::intValue).sum() / best.size();
    }
}
