package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every colour that a public page may have can be read by day and by night: 4.5 to 1 (WCAG 2.2 AA), on all it stands on. */
class AccentTest {

    private static final double AA = 4.5;
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): *(#[0-9a-f]{6})");

    static List<String> accents() {
        return PublicLook.ACCENTS;
    }

    @ParameterizedTest
    @MethodSource("accents")
    void it_can_be_read_in_light_and_in_dark(String accent) throws IOException {
        for (var dark : List.of(false, true)) {
            var tokens = tokens(accent, dark);
            for (var ground : List.of("paper", "sheet", "well", "green-wash")) {
                assertThat(contrast(tokens.get("green"), tokens.get(ground))).as(accent + " on " + ground).isGreaterThanOrEqualTo(AA);
                assertThat(contrast(tokens.get("green-deep"), tokens.get(ground))).as(accent + " deep on " + ground).isGreaterThanOrEqualTo(AA);
            }
            assertThat(contrast(tokens.get("on-green"), tokens.get("green"))).as("on " + accent).isGreaterThanOrEqualTo(AA);
            assertThat(contrast(tokens.get("on-green"), tokens.get("green-deep"))).as("on deep " + accent).isGreaterThanOrEqualTo(AA);
        }
    }

    /** The tokens as they hold on a page with this accent: what comes later wins. */
    private static Map<String, String> tokens(String accent, boolean dark) throws IOException {
        var css = Files.readString(Path.of("src/main/resources/static/css/tokens.css"));
        var night = Pattern.compile("(?s)prefers-color-scheme: dark\\) \\{.*?\\n  }").matcher(css);
        var nights = new StringBuilder();
        while (night.find()) {
            nights.append(night.group());
        }
        var days = css.substring(0, css.indexOf("@media print")).replaceAll("(?s)@media screen and \\(prefers-color-scheme: dark\\) \\{.*?\\n  }", "")
                .replaceAll("(?s)@media \\(prefers-color-scheme: dark\\) \\{.*?\\n  }", "");
        var tokens = new HashMap<String, String>();
        for (var source : dark ? List.of(days, nights.toString()) : List.of(days)) {
            read(source, ":root", tokens);
        }
        for (var source : dark ? List.of(days, nights.toString()) : List.of(days)) {
            boolean named = read(source, "\\.accent-" + accent, tokens);
            assertThat(named || accent.equals("green")).as(accent + " stands in tokens.css").isTrue();
        }
        return tokens;
    }

    private static boolean read(String css, String selector, Map<String, String> tokens) {
        var block = Pattern.compile("(?s)" + selector + " \\{(.*?)}").matcher(css);
        boolean found = false;
        while (block.find()) {
            found = true;
            TOKEN.matcher(block.group(1)).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
        }
        return found;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
