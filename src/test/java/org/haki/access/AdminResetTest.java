package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** The last administrator lost everything; whoever stands at the host lets him begin anew. */
@HakiTest
@ExtendWith(OutputCaptureExtension.class)
class AdminResetTest {

    private static final Pattern CODE = Pattern.compile("(?m)^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$");

    @Autowired ApplicationContext haki;
    @Autowired @Qualifier("admin reset") Command reset;

    private Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
    }

    @Test
    void without_a_name_or_with_another_one_it_says_who_there_is_and_changes_nothing(CapturedOutput output) {
        var tomasz = town.tomasz.signedIn();
        assertThat(reset.run(List.of())).isZero();
        assertThat(reset.run(List.of(town.wanjiru.signInName()))).as("she is no administrator").isEqualTo(1);
        assertThat(output.getOut()).contains(town.tomasz.signInName() + " (Tomasz Wilk, ").doesNotContain(town.wanjiru.signInName() + " (");
        assertThat(output.getOut()).doesNotContainPattern(CODE);
        assertThat(tomasz.get("/me").status()).isEqualTo(200);
    }

    @Test
    void the_one_named_begins_anew_with_the_code_and_with_nothing_else(CapturedOutput output) {
        var before = town.tomasz.signedIn();
        assertThat(reset.run(List.of(town.tomasz.signInName().toUpperCase()))).isZero();
        var code = CODE.matcher(output.getOut()).results().map(found -> found.group()).findFirst().orElseThrow();

        assertThat(before.get("/me").location()).startsWith("/sign-in");
        assertThat(town.stranger().fill("/sign-in", "/sign-in", "name", town.tomasz.signInName(), "password", town.tomasz.password()).status())
                .isEqualTo(422);
        var anew = town.stranger();
        assertThat(anew.fill("/welcome", "/welcome", "name", town.tomasz.signInName(), "code", code).location()).isEqualTo("/welcome/password");
        assertThat(anew.fill("/welcome/password", "/welcome/password", "password", "a long walk by the sea", "again", "a long walk by the sea")
                .location()).isEqualTo("/welcome/factor");
    }
}
