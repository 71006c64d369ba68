package org.haki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guides say what is there: each picture, each address and each word on a button that they name. */
class GuidesTest {

    private static final Path GUIDES = Path.of("docs/guides");
    private static final Path PICTURES = Path.of("docs/pictures/guides");
    private static final List<String> ILLUSTRATED = List.of("operator", "caseworker", "supervisor", "administrator", "forms", "clerk");
    private static final int HEAVIEST = 60_000;
    private static final int MOST = 40;

    @Test
    void each_role_and_whoever_makes_forms_has_a_guide_that_the_front_page_leads_to() {
        var front = Sources.text(Path.of("README.md"));
        assertThat(ILLUSTRATED).allSatisfy(role -> assertThat(front).contains("docs/guides/" + role + ".md"));
    }

    @Test
    void every_picture_that_a_guide_shows_is_there_and_no_other() throws IOException {
        var shown = found("!\\[[^\\]]+]\\(\\.\\./pictures/guides/([a-z-]+\\.png)\\)");
        try (var files = Files.list(PICTURES)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @Test
    void pictures_are_few_and_light() throws IOException {
        try (var files = Files.list(PICTURES)) {
            assertThat(files.toList()).hasSizeLessThanOrEqualTo(MOST)
                    .allSatisfy(file -> assertThat(Files.size(file)).as(file.toString()).isLessThanOrEqualTo(HEAVIEST));
        }
    }

    @Test
    void every_address_in_a_guide_is_a_page() {
        var pages = Sources.text(Path.of("src/test/resources/routes.txt")).lines().filter(line -> line.startsWith("GET "))
                .map(line -> line.split(" +")[1]).toList();
        assertThat(found("`(/[a-z/-]*)`")).isSubsetOf(pages);
    }

    @Test
    void every_word_in_bold_stands_on_a_page() {
        var words = Sources.text(Sources.RESOURCES.resolve("words/en.properties")).lines().filter(line -> line.matches("[A-Za-z].*=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1).replace("''", "'")).collect(Collectors.toSet());
        assertThat(found("\\*\\*([^*]+)\\*\\*")).isSubsetOf(words);
    }

    /** What this pattern finds in the guides that show pictures. */
    private static Set<String> found(String pattern) {
        return ILLUSTRATED.stream().map(role -> Sources.text(GUIDES.resolve(role + ".md")))
                .flatMap(text -> Pattern.compile(pattern).matcher(text).results())
                .map(match -> match.group(1).replaceAll("\\s+", " "))
                .collect(Collectors.toSet());
    }
}
