package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Locale;
import org.haki.kernel.Problem;
import org.haki.ui.UiAlone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every refusal and every fault as its page, to a member of staff and to the public, in a real browser. */
@SpringBootTest(
        classes = UiAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"haki.data=target/test-haki", "haki.strict=true"})
class ProblemPagesTest {

    @LocalServerPort int port;

    @Test
    void nothing_is_wrong_with_any_refusal() {
        var gallery = new Gallery(port);
        var staff = gallery.stranger("en-GB");
        staff.context().addCookies(List.of(new Cookie("who", "Wanjiru").setUrl("http://localhost:" + port)));
        var survivor = gallery.stranger("es");
        for (var kind : Problem.Kind.values()) {
            var name = kind.name().toLowerCase(Locale.ROOT);
            assertThat(gallery.go(staff, "/door/refuses/" + kind)).isEqualTo(kind.status());
            gallery.look(staff, "problem-" + name);
            gallery.go(survivor, "/door/refuses/" + kind);
            gallery.look(survivor, "problem-public-" + name);
        }
        assertThat(gallery.go(staff, "/door/breaks")).isEqualTo(500);
        gallery.look(staff, "problem-broken");
        gallery.close();
        assertThat(gallery.takeFound()).isEmpty();
    }
}
