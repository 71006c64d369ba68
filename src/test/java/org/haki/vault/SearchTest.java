package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.haki.Floor;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SearchTest {

    private static final List<String> GIVEN = List.of("Asha", "Sita", "Ramesh", "Kadijatu", "Mohammed", "Fatima", "Aminata", "Bikram",
            "Sunita", "Ibrahim", "Rokeya", "Jahanara", "Thandiwe", "Chipo", "Wanjiru", "Esperanza", "Guadalupe", "Xochitl", "Yusuf", "Zainab");
    private static final List<String> FAMILY = List.of("Tamang", "Gurung", "Bangura", "Kamara", "Rahman", "Khatun", "Diallo", "Sesay",
            "Shrestha", "Chaudhary", "Begum", "Akter", "Nkosi", "Moyo", "Kamau", "Hernández", "Gutiérrez", "Ramírez", "Hassan", "Abubakar");

    @TempDir
    static Path place;

    private static Floor floor;
    private static Vault vault;

    private final UUID org = floor.organisation();
    private final Actor haki = Floor.system(org);

    @BeforeAll
    static void open() {
        floor = Floor.on(place.resolve("keys"));
        vault = floor.get(Vault.class);
    }

    @AfterAll
    static void close() {
        floor.close();
    }

    @Test
    void another_organisations_people_are_never_found() {
        register("person", "Asha Tamang", "+977 9841234567");
        var neighbour = Floor.system(floor.organisation());
        for (var typed : List.of("Asha Tamang", "asha", "9841234567")) {
            assertThat(floor.work().as(neighbour, "test", () -> vault.search("person", typed, 10))).isEmpty();
        }
    }

    @Test
    void people_are_not_found_among_reports() {
        register("person", "Asha Tamang", "+977 9841234567");
        assertThat(find("intake", "Asha Tamang")).isEmpty();
    }

    @Test
    void who_was_forgotten_is_not_found_and_leaves_nothing_behind() {
        var asha = register("person", "Asha Tamang", "+977 9841234567");
        var other = register("person", "Sita Tamang", "");
        floor.work().as(haki, "test", () -> vault.forget(asha));
        assertThat(find("person", "Asha")).isEmpty();
        assertThat(find("person", "Tamag")).containsExactly(other);
        floor.work().as(haki, "test", () -> vault.forget(other));
        for (var table : List.of("vault.search_token", "vault.search_form")) {
            assertThat(JdbcClient.create(floor.database().superuser()).sql("select count(*) from " + table + " where org_id = :org")
                    .param("org", org).query(Long.class).single()).as(table).isZero();
        }
    }

    @Test
    void a_new_name_replaces_the_old_one() {
        var asha = register("person", "Asha Tamang", "");
        floor.work().as(haki, "test", () -> vault.index(asha, "person", List.of("Asha Gurung"), List.of()));
        assertThat(find("person", "Tamang")).isEmpty();
        assertThat(find("person", "Gurung")).containsExactly(asha);
    }

    @ParameterizedTest
    @CsvSource({
        "Asha Tamang, tamang", "Asha Tamang, tamng", "Asha Tamang, tama", "Asha Tamang, tamang asha", "Asha Tamang, आशा तामाङ",
        "আয়েশা খাতুন, Ayesha Khatun", "محمد حسن, Mohammed Hassan", "José Hernández, jose hernandez", "Seán O’Connor, sean oconnor",
        "Nguyễn Thị Hoa, nguyen hoa", "Kadijatu Bangura, Khadija Bangura", "Abdul Rahman, abdulrahman"
    })
    void one_name_is_found_however_it_is_typed(String name, String typed) {
        crowd();
        var wanted = register("person", name, "");
        assertThat(find("person", typed)).contains(wanted);
    }

    @Test
    void who_has_every_word_comes_before_who_has_one() {
        var sita = register("person", "Sita Tamang", "");
        var asha = register("person", "Asha Tamang", "");
        assertThat(find("person", "asha tamang")).containsExactly(asha, sita);
        assertThat(likenesses("Asha Tamang")).containsExactly(new Match(asha, 100), new Match(sita, 50));
    }

    @Test
    void among_equals_a_rare_name_counts_for_more() {
        var common = IntStream.range(0, 5).mapToObj(_ -> register("person", "Asha Gurung", "")).toList();
        var rare = register("person", "Maya Xochitl", "");
        assertThat(find("person", "Asha Xochitl").getFirst()).isEqualTo(rare).isNotIn(common);
    }

    @Test
    void names_with_one_mistake_in_each_word_are_found_among_the_first_ten() {
        var people = crowd();
        var random = new Random(7);
        int found = 0;
        for (var person : people) {
            var typed = mistaken(person.given, random) + " " + mistaken(person.family, random);
            found += find("person", typed).stream().limit(10).toList().contains(person.id) ? 1 : 0;
        }
        assertThat(found).isEqualTo(people.size());
    }

    @Test
    void a_person_takes_little_room() {
        crowd();
        var superuser = JdbcClient.create(floor.database().superuser());
        long tokens = superuser.sql("select count(*) * 8 / count(distinct subject_id) from vault.search_token where org_id = :org")
                .param("org", org).query(Long.class).single();
        long forms = superuser.sql("select max(n) * 8 from (select count(*) n from vault.search_form where org_id = :org group by token) f")
                .param("org", org).query(Long.class).single();
        assertThat(tokens).as("bytes of a person's own tokens").isLessThanOrEqualTo(32);
        assertThat(tokens + 2 * forms).as("and of the forms of her two words, were she the only one to bear them").isLessThan(1024);
    }

    private record Registered(UUID id, String given, String family) {}

    /** Everybody of these names. */
    private List<Registered> crowd() {
        var people = new ArrayList<Registered>();
        floor.work().as(haki, "test", () -> {
            for (int i = 0; i < GIVEN.size() * FAMILY.size(); i += 3) {
                var person = new Registered(Id.next(), GIVEN.get(i % GIVEN.size()), FAMILY.get(i / GIVEN.size()));
                people.add(person);
                vault.index(person.id, "person", List.of(person.given + " " + person.family), List.of("98" + (10_000_000 + i)));
            }
        });
        return people;
    }

    private static String mistaken(String name, Random random) {
        int at = random.nextInt(name.length());
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at);
            default -> name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at + 1);
        };
    }

    private UUID register(String kind, String name, String phone) {
        var id = Id.next();
        floor.work().as(haki, "test", () -> vault.index(id, kind, List.of(name), phone.isEmpty() ? List.of() : List.of(phone)));
        return id;
    }

    private List<UUID> find(String kind, String typed) {
        return floor.work().as(haki, "test", () -> vault.search(kind, typed, 20));
    }

    private List<Match> likenesses(String name) {
        return floor.work().as(haki, "test", () -> vault.similar("person", List.of(name), List.of(), 20));
    }
}
