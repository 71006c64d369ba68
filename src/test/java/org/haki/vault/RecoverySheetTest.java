package org.haki.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoverySheetTest {

    private final RootKey root = RootKey.fresh();
    private final String printed = String.join("\n", RecoverySheet.of(root));

    @Test
    void every_single_wrong_letter_is_found_in_its_line() {
        for (int at = 0; at < printed.length(); at++) {
            char right = printed.charAt(at);
            if (right == '-' || right == '\n') {
                continue;
            }
            var wrong = printed.substring(0, at) + (right == 'Z' ? 'Y' : 'Z') + printed.substring(at + 1);
            int line = (int) printed.substring(0, at).chars().filter(letter -> letter == '\n').count() + 1;
            assertThat(RecoverySheet.firstWrongLine(wrong)).isEqualTo(line);
            assertThat(RecoverySheet.read(wrong)).isEmpty();
        }
    }

    @Test
    void two_lines_that_changed_places_are_found() {
        var lines = new ArrayList<>(RecoverySheet.of(root));
        Collections.swap(lines, 2, 5);
        assertThat(RecoverySheet.firstWrongLine(String.join("\n", lines))).isEqualTo(3);
    }

    @Test
    void a_missing_line_and_a_line_too_many_are_found() {
        var lines = RecoverySheet.of(root);
        assertThat(RecoverySheet.firstWrongLine(String.join("\n", lines.subList(0, 7)))).isEqualTo(8);
        assertThat(RecoverySheet.firstWrongLine(printed + "\n" + lines.getFirst())).isEqualTo(9);
        assertThat(RecoverySheet.firstWrongLine("")).isEqualTo(1);
    }

    @Test
    void what_was_printed_is_read_back() {
        assertThat(RecoverySheet.of(root)).hasSize(8).allMatch(line -> line.matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}"));
        assertThat(RecoverySheet.read(printed)).contains(root);
    }

    @Test
    void small_letters_spaces_line_numbers_and_look_alikes_do_not_matter() {
        var lines = RecoverySheet.of(root);
        var typed = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            typed.append(i + 1).append(". ").append(lines.get(i).toLowerCase(Locale.ROOT).replace("-", "  ").replace('0', 'o').replace('1', 'l'))
                    .append("\r\n\r\n");
        }
        assertThat(RecoverySheet.read(typed.toString())).contains(root);
    }
}
